import { go, language } from '../../state/explorer.ts';
import { nextOrder, type RowOrder } from './order.ts';

interface SortHeadProps {
  readonly column: string;
  readonly label: string;
  readonly order: RowOrder;
  readonly isNumber?: boolean;
}

/** The heading of a column, by which the rows can be ordered. */
export function SortHead({ column, label, order, isNumber = false }: SortHeadProps) {
  const isSorted = order.column === column;
  const hint = language.value === 'vi' ? 'sắp xếp theo cột này' : 'sort by this column';
  return (
    <th
      scope="col"
      class={isNumber ? 'number' : undefined}
      aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" title={hint} onClick={() => go({ order: nextOrder(order, column) })}>
        {label}
        <span class="arrow" aria-hidden="true">
          {isSorted ? (order.isDescending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}
