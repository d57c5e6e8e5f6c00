import type { operations } from '../../../client/index.ts';

export type State = operations.StateAsOfQuery;
export type Partnership = State['partnerships']['nodes'][number];
export type Office = State['offices']['nodes'][number];
export type Holding = Office['heldBy']['edges'][number];
export type Metric = State['metrics']['nodes'][number];
export type Point = Metric['series']['nodes'][number];

/** What became of something between an earlier date and a later one. */
export type Change = 'came' | 'went' | 'stayed';

/** How many there were then and later. */
export interface Counted {
  readonly key: string;
  readonly label: string;
  readonly counts: readonly [number, number];
}

/** Items of two lists by a key, each once, with those that it has in either. */
function pair<Item>(
  lists: readonly [readonly Item[], readonly Item[]],
  keyOf: (item: Item) => string,
): readonly (readonly [Item | undefined, Item | undefined])[] {
  const later = new Map(lists[1].map((item) => [keyOf(item), item]));
  const pairs = lists[0].map((item) => {
    const key = keyOf(item);
    const other = later.get(key);
    later.delete(key);
    return [item, other] as const;
  });
  return [...pairs, ...[...later.values()].map((item) => [undefined, item] as const)];
}

const changeOf = (pair: readonly [unknown, unknown]): Change =>
  pair[0] === undefined ? 'came' : pair[1] === undefined ? 'went' : 'stayed';

const counted = (
  lists: readonly [
    readonly { key: string; label: string; count: number }[],
    readonly { key: string; label: string; count: number }[],
  ],
): readonly Counted[] =>
  pair(lists, ({ key }) => key).map(([first, second]) => ({
    key: (first ?? second)!.key,
    label: (second ?? first)!.label,
    counts: [first?.count ?? 0, second?.count ?? 0],
  }));

export interface LevelChange extends Counted {
  readonly partnerships: readonly { readonly change: Change; readonly partnership: Partnership }[];
}

export interface OfficeChange {
  readonly office: Office;
  readonly change: Change | 'replaced';
  readonly holders: readonly [readonly Holding[], readonly Holding[]];
}

export interface FigureChange {
  readonly metric: Metric;
  readonly change: Change | 'replaced';
  readonly points: readonly [Point | undefined, Point | undefined];
}

export interface StateChange {
  readonly kinds: readonly Counted[];
  readonly levels: readonly LevelChange[];
  readonly offices: readonly OfficeChange[];
  readonly figures: readonly FigureChange[];
}

/** What differs between how things stood as of one date and as of a later one. */
export function compareStates(first: State, second: State): StateChange {
  const partnerships = pair(
    [first.partnerships.nodes, second.partnerships.nodes],
    ({ id, level }) => `${id} ${level?.term}`,
  ).map((both) => ({ change: changeOf(both), partnership: (both[1] ?? both[0])! }));
  const levels = counted([first.partnerships.facets.values, second.partnerships.facets.values]).map(
    (level) => ({
      ...level,
      partnerships: partnerships.filter(({ partnership }) => partnership.level?.term === level.key),
    }),
  );
  const offices = pair([first.offices.nodes, second.offices.nodes], ({ id }) => id)
    .map(([before, after]): OfficeChange => {
      const holders = [before?.heldBy.edges ?? [], after?.heldBy.edges ?? []] as const;
      const [earlier, later] = holders.map((list) =>
        [...new Set(list.map(({ node }) => node.id))].sort().join(),
      );
      return {
        office: (after ?? before)!,
        holders,
        change:
          earlier === later
            ? 'stayed'
            : earlier === ''
              ? 'came'
              : later === ''
                ? 'went'
                : 'replaced',
      };
    })
    .filter(({ holders: [earlier, later] }) => earlier.length + later.length > 0);
  const figures = pair([first.metrics.nodes, second.metrics.nodes], ({ id }) => id)
    .map(([before, after]): FigureChange => {
      const points = [before?.series.nodes.at(-1), after?.series.nodes.at(-1)] as const;
      const [earlier, later] = points.map((point) => point?.statement.id);
      return {
        metric: (after ?? before)!,
        points,
        change:
          earlier === later
            ? 'stayed'
            : earlier === undefined
              ? 'came'
              : later === undefined
                ? 'went'
                : 'replaced',
      };
    })
    .filter(({ points }) => points.some((point) => point !== undefined));
  return {
    kinds: counted([first.dataset.entitiesByKind, second.dataset.entitiesByKind]).toSorted(
      (a, b) =>
        Math.abs(b.counts[1] - b.counts[0]) - Math.abs(a.counts[1] - a.counts[0]) ||
        b.counts[1] - a.counts[1],
    ),
    levels,
    offices,
    figures,
  };
}
