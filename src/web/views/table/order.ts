import type { operations } from '../../../client/index.ts';

type Order = NonNullable<operations.EntityRowsQueryVariables['order']>;

/** How the rows are ordered: by the API as far as it can, so that a page is enough. */
export interface RowOrder {
  /** The column, or `relevance`. */
  readonly column: string;
  readonly isDescending: boolean;
  readonly order: Order;
  /** Whether the API's order is read from its end. */
  readonly isBackwards: boolean;
  /** Whether all rows are needed, for they are ordered here. */
  readonly isLocal: boolean;
}

const fromApi: Readonly<Record<string, readonly [Order, boolean]>> = {
  name: ['NAME', false],
  '-name': ['NAME', true],
  degree: ['DEGREE', true],
  '-degree': ['DEGREE', false],
  time: ['DATE', false],
  '-time': ['LATEST', false],
  ordinal: ['ORDINAL', false],
};

/** What `order` in the address says: a column, with a minus before it for the greatest first. */
export function readOrder(order: string, hasQuery: boolean): RowOrder {
  if (order === '' && hasQuery) {
    return {
      ...{ column: 'relevance', isDescending: true, order: 'RELEVANCE' },
      ...{ isBackwards: false, isLocal: false },
    };
  }
  const text = order === '' ? 'name' : order;
  const isDescending = text.startsWith('-');
  const column = isDescending ? text.slice(1) : text;
  const api = fromApi[text];
  return {
    ...{ column, isDescending, order: api?.[0] ?? 'NAME' },
    ...{ isBackwards: api?.[1] ?? false, isLocal: api === undefined },
  };
}

/** What pressing a column's heading makes of the order: what people want first of it, then the other way. */
export function nextOrder({ column, isDescending }: RowOrder, pressed: string): string {
  if (column === pressed) return isDescending ? pressed : `-${pressed}`;
  return pressed === 'degree' ? '-degree' : pressed;
}
