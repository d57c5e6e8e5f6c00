import { operations } from '../../client/index.ts';
import type { Ask } from '../ask.ts';
import { assertNamesKnown } from '../known-names.ts';
import type { SourceReference } from '../piece.ts';
import type { Settings } from '../settings.ts';
import { asHeading, type EntityRow, ownColumns, rowsOf } from './rows.ts';

export interface Column {
  readonly key: string;
  readonly label: string;
}

/** What the piece `table` shows. */
export interface TableAnswer {
  readonly rows: readonly EntityRow[];
  readonly total: number;
  /** The columns of properties of their own, after those that all entities have. */
  readonly own: readonly Column[];
  /** The kinds among all rows, with their labels. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly sources: readonly SourceReference[];
}

type Variables = operations.EntityRowsQueryVariables;
type Filter = NonNullable<Variables['filter']>;

/** The greatest page of the API. */
const PAGE = 100;

/** Which entities the settings mean: those named and what is joined to them, of some kinds, with some words, in some time. */
function filterOf({ entity, kinds, levels, query, from, to }: Settings): Filter {
  return {
    // The order by relevance wants the words at the outermost.
    ...(query !== '' && { text: query }),
    and: [
      ...(entity.length > 0 ? [{ or: [{ ids: entity }, { related: entity }] }] : []),
      ...(kinds.length > 0 ? [{ kinds }] : []),
      ...(levels.length > 0 ? [{ value: { property: 'level', anyOf: levels } }] : []),
      ...(from === undefined && to === undefined
        ? []
        : [{ dates: { ...(from && { from }), ...(to && { to }) } }]),
    ],
  };
}

/** Asks for as many rows as the settings want, a page at a time. */
export async function loadTable(ask: Ask, settings: Settings): Promise<TableAnswer> {
  const { asOf, query, limit, lang, properties } = settings;
  const variables: Variables = {
    filter: filterOf(settings),
    order: query === '' ? 'NAME' : 'RELEVANCE',
    ...(asOf !== undefined && { asOf }),
  };
  const rows: EntityRow[] = [];
  let found: operations.EntityRowsQuery['entities'] | undefined;
  let after: string | null = null;
  do {
    const first = Math.min(PAGE, limit - rows.length);
    const page: operations.EntityRowsQuery = await ask(operations.EntityRows, {
      ...variables,
      first,
      ...(after !== null && { after }),
    });
    found ??= page.entities;
    rows.push(...rowsOf(page.entities.nodes, lang));
    after = page.entities.pageInfo.hasNextPage ? page.entities.pageInfo.endCursor : null;
  } while (after !== null && rows.length < limit);
  const kinds = new Map(found.facets.kinds.map(({ key, label }) => [key, label]));
  const names = ownColumns(rows, kinds.size).filter(
    (name) => properties.length === 0 || properties.includes(name),
  );
  const [{ ontology }] = await Promise.all([
    ask(operations.Ontology, {}),
    assertNamesKnown(ask, { properties }),
  ]);
  const labels = new Map(ontology.properties.map(({ name, label }) => [name, label]));
  return {
    rows,
    total: found.totalCount,
    own: names.map((key) => ({ key, label: asHeading(labels.get(key) ?? key) })),
    kinds,
    sources: found.facets.sources.map(({ key, label }) => ({ id: key, name: label })),
  };
}
