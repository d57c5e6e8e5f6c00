import fc from 'fast-check';

/** A selection as a tree: the naive counts walk it with every fragment written out where it is spread. */
export type Selection =
  | {
      readonly field: string;
      readonly alias?: string | undefined;
      readonly directives: number;
      readonly below: readonly Selection[];
    }
  | { readonly inline: readonly Selection[] }
  | { readonly spread: number };

export interface RandomDocument {
  readonly operation: readonly Selection[];
  /** Each may spread only later ones, so that there is no cycle. */
  readonly fragments: readonly (readonly Selection[])[];
}

const selections = (fragments: number, from: number, levels: number): fc.Arbitrary<Selection[]> => {
  const field = fc.record({
    field: fc.constantFrom('a', 'b', 'c', '__typename'),
    alias: fc.option(fc.constantFrom('x', 'y'), { nil: undefined, freq: 3 }),
    directives: fc.nat(2),
    below: levels === 0 ? fc.constant([]) : selections(fragments, from, levels - 1),
  });
  const spread =
    from < fragments
      ? [
          {
            weight: 1,
            arbitrary: fc.record({ spread: fc.integer({ min: from, max: fragments - 1 }) }),
          },
        ]
      : [];
  const inline =
    levels === 0
      ? []
      : [{ weight: 1, arbitrary: fc.record({ inline: selections(fragments, from, levels - 1) }) }];
  return fc.array(fc.oneof({ weight: 4, arbitrary: field }, ...spread, ...inline), {
    minLength: levels === 3 ? 1 : 0,
    maxLength: 4,
  });
};

export const randomDocument: fc.Arbitrary<RandomDocument> = fc.nat(3).chain((count) =>
  fc.record({
    operation: selections(count, 0, 3),
    fragments: fc.tuple(
      ...Array.from({ length: count }, (_, index) => selections(count, index + 1, 2)),
    ),
  }),
);

const write = (list: readonly Selection[]): string => {
  if (list.length === 0) return '';
  const parts = list.map((each) => {
    if ('spread' in each) return `...F${each.spread}`;
    if ('inline' in each) return `... ${write(each.inline) || '{ d }'}`;
    const alias = each.alias ? `${each.alias}: ` : '';
    return `${alias}${each.field}${' @skip(if: [[true]])'.repeat(each.directives)} ${write(each.below)}`;
  });
  return `{ ${parts.join(' ')} }`;
};

export const textOf = ({ operation, fragments }: RandomDocument): string =>
  [
    `query # a comment, ${'{'.repeat(5)}\n${write(operation)}`,
    ...fragments.map((each, index) => `fragment F${index} on T ${write(each) || '{ d }'}`),
  ].join('\n');
