import { operations } from '../../client/index.ts';
import type { Ask } from '../../pieces/ask.ts';
import type { Settings } from '../../pieces/settings.ts';
import { parameterProblem } from '../site/parameters.ts';
import type { Cell, Row } from './columns.ts';

/** Flat rows, and how many there are in all. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly totalCount: number;
}

interface Page<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Item[];
}

/** The most that the API gives at once. */
const PAGE = 100;

/** The first items of a list, page by page. */
async function gather<Item>(
  limit: number,
  ask: (paging: { first: number; after?: string }) => Promise<Page<Item>>,
): Promise<{ readonly items: readonly Item[]; readonly totalCount: number }> {
  const items: Item[] = [];
  let after: string | undefined;
  for (;;) {
    const first = Math.min(PAGE, limit - items.length);
    const page = await ask({ first, ...(after !== undefined && { after }) });
    items.push(...page.nodes);
    after = page.pageInfo.endCursor ?? undefined;
    if (!page.pageInfo.hasNextPage || items.length >= limit || after === undefined) {
      return { items, totalCount: page.totalCount };
    }
  }
}

/** A date of any precision as the moment at which it begins, which Grafana can put on an axis. */
function momentOf(date: string | null): string | null {
  if (date === null) return null;
  const [day = '', clock = '00:00'] = date.split('T');
  const [year, month = '01', dayOfMonth = '01'] = day.split('-');
  return `${year}-${month}-${dayOfMonth}T${clock}:00Z`;
}

interface Citation {
  readonly source: { readonly id: string; readonly name: string };
  readonly paragraph: number;
  readonly link: string | null;
}

/** Where something is said: the first place, and how many there are. */
const citedIn = (citations: readonly Citation[]): Row => {
  const [first] = citations;
  return {
    source: first?.source.id ?? null,
    sourceName: first?.source.name ?? null,
    paragraph: first?.paragraph ?? null,
    link: first?.link ?? null,
    citations: citations.length,
  };
};

const dated = ({ asOf }: Settings) => (asOf === undefined ? {} : { asOf });
const some = <Name extends string>(name: Name, list: readonly string[]) =>
  list.length === 0 ? {} : ({ [name]: list } as { readonly [Each in Name]: readonly string[] });

type Give = (ask: Ask, settings: Settings) => Promise<Rows>;

/**
 * The levels of partnerships, by name, with their labels.
 * @throws ProblemError PARAMETER_INVALID where the settings name one that there is not
 */
async function knownLevels(ask: Ask, settings: Settings): Promise<ReadonlyMap<string, string>> {
  const { ontology } = await ask(operations.Vocabularies, {});
  const { terms = [] } =
    ontology.vocabularies.find(({ name }) => name === 'partnershipLevel') ?? {};
  const levels = new Map(terms.map(({ name, label }) => [name, label]));
  const unknown = settings.levels.find((level) => !levels.has(level));
  if (unknown === undefined) return levels;
  throw parameterProblem('levels', unknown, `names among ${[...levels.keys()].join(', ')}`);
}

/** One row a partnership: who with, of which level, since when, and who says so. */
const partnerships: Give = async (ask, settings) => {
  const levels = await knownLevels(ask, settings);
  const { items } = await gather(Number.POSITIVE_INFINITY, async (paging) => {
    const answer = await ask(operations.PartnershipMap, {
      ...some('about', settings.entity),
      ...dated(settings),
      ...paging,
    });
    return answer.partnerships;
  });
  const chosen = items.filter(
    ({ level }) =>
      settings.levels.length === 0 || (level !== null && settings.levels.includes(level.term)),
  );
  const rows = chosen.slice(0, settings.limit).map((partnership): Row => {
    const { id, name, begins, ends, level, party, statements } = partnership;
    const countries = party.nodes.filter(({ kind }) => kind === 'country');
    const codes = countries.flatMap((each) => ('alpha3' in each && each.alpha3) || []);
    const told =
      statements.nodes.find(({ property }) => property === 'level') ?? statements.nodes[0];
    return {
      time: momentOf(begins),
      id,
      name,
      parties: party.nodes.map((each) => each.name).join(', '),
      codes: codes.join(','),
      level: level?.term ?? null,
      levelLabel: level === null ? null : (levels.get(level.term) ?? level.term),
      since: begins,
      until: ends,
      text: told?.text ?? null,
      ...citedIn(told?.citations ?? []),
    };
  });
  return { rows, totalCount: chosen.length };
};

/** One row a date that a statement bears, the earliest first. */
const timeline: Give = async (ask, settings) => {
  const { from, to, limit } = settings;
  const { items, totalCount } = await gather(limit, async (paging) => {
    const answer = await ask(operations.TimelineEntries, {
      ...some('about', settings.entity),
      ...some('kinds', settings.kinds),
      ...some('properties', settings.properties),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...dated(settings),
      backwards: false,
      ...paging,
    });
    return answer.timeline;
  });
  const rows = items.map(({ date, label, statement }): Row => {
    const { id, text, property, subject, citations } = statement;
    return {
      time: momentOf(date),
      date,
      label,
      text,
      statement: id,
      property,
      subject: subject.id,
      subjectName: subject.name,
      kind: subject.kind,
      ...citedIn(citations),
    };
  });
  return { rows, totalCount };
};

/** One row a figure of a metric, for a chart. */
const figures: Give = async (ask, settings) => {
  const points = Math.min(settings.limit, PAGE);
  const { items } = await gather(PAGE, async (paging) => {
    const answer = await ask(operations.Figures, {
      ...some('metrics', settings.entity),
      ...dated(settings),
      points,
      ...paging,
      first: Math.min(paging.first, 20),
    });
    return answer.metrics;
  });
  const all = items.flatMap(({ id, name, series }) =>
    series.nodes.map(
      ({ from, to, amount, unit, approximation, label, statement }): Row => ({
        time: momentOf(to ?? from),
        metric: id,
        metricName: name,
        from,
        to,
        amount,
        unit,
        approximation,
        label,
        statement: statement.id,
        ...citedIn(statement.citations),
      }),
    ),
  );
  const totalCount = items.reduce((sum, { series }) => sum + series.totalCount, 0);
  return { rows: all.slice(0, settings.limit), totalCount };
};

/** One row a level and year, with how many partnerships there are of it. */
const levels: Give = async (ask, settings) => {
  await knownLevels(ask, settings);
  const { aggregate } = await ask(operations.PartnershipsByLevelAndYear, dated(settings));
  const rows = aggregate.rows
    .filter(({ group1 }) => settings.levels.length === 0 || settings.levels.includes(group1 ?? ''))
    .map(
      ({ group1, label1, group2, label2, count }): Row => ({
        level: group1,
        levelLabel: label1,
        year: group2,
        yearLabel: label2,
        count,
      }),
    )
    .sort((a, b) => String(a.year).localeCompare(String(b.year)));
  return { rows: rows.slice(0, settings.limit), totalCount: rows.length };
};

/** One row a year, with a column for each level: what a bar chart stacks. */
const levelsByYear: Give = async (ask, settings) => {
  const { rows } = await levels(ask, { ...settings, limit: Number.POSITIVE_INFINITY });
  const chosen = settings.levels;
  const known = [...(await knownLevels(ask, settings)).keys()];
  const named = known.filter((level) => chosen.length === 0 || chosen.includes(level));
  const years = new Map<string, Record<string, Cell>>();
  for (const { year, yearLabel, level, count } of rows) {
    const key = String(year);
    let row = years.get(key);
    if (row === undefined) {
      const none = Object.fromEntries(named.map((level) => [level, 0]));
      row = { year: key, yearLabel: yearLabel ?? null, ...none };
      years.set(key, row);
    }
    row[String(level)] = count ?? 0;
  }
  const all = [...years.values()];
  return { rows: all.slice(0, settings.limit), totalCount: all.length };
};

/** One row an article and kind, with how many statements it makes about entities of that kind. */
const sources: Give = async (ask, settings) => {
  const { aggregate } = await ask(operations.StatementsBySourceAndKind, {
    limit: settings.limit,
  });
  const rows = aggregate.rows.map(
    ({ group1, label1, group2, label2, value }): Row => ({
      source: group1,
      sourceName: label1,
      kind: group2,
      kindLabel: label2,
      statements: value,
    }),
  );
  return { rows, totalCount: aggregate.totalCount };
};

/** One row a place where a statement is made, so that one with two citations has two rows. */
const statements: Give = async (ask, settings) => {
  const filter = {
    ...some('about', settings.entity),
    ...some('kinds', settings.kinds),
    ...some('properties', settings.properties),
  };
  const { items, totalCount } = await gather(settings.limit, async (paging) => {
    const answer = await ask(operations.StatementsCited, { filter, ...dated(settings), ...paging });
    return answer.statements;
  });
  const rows = items.flatMap(({ id, text, subject, property, propertyLabel, value, citations }) =>
    citations.map(
      ({ source, paragraph, evidence, link }): Row => ({
        statement: id,
        text,
        subject: subject.id,
        subjectName: subject.name,
        kind: subject.kind,
        property,
        propertyLabel,
        value: value.label,
        source: source.id,
        sourceName: source.name,
        paragraph,
        evidence: evidence.join(' … '),
        link,
      }),
    ),
  );
  return { rows, totalCount };
};

/** A single row: how much the graph holds. */
const totals: Give = async (ask, settings) => {
  const { dataset } = await ask(operations.Overview, dated(settings));
  return { rows: [{ version: dataset.version, ...dataset.counts }], totalCount: 1 };
};

/** What is given as rows, by the last part of its address. */
export const rowsOf = {
  partnerships: {
    give: partnerships,
    reads: ['entity', 'levels', 'as-of', 'limit'],
  },
  timeline: {
    give: timeline,
    reads: ['entity', 'kinds', 'properties', 'from', 'to', 'as-of', 'limit'],
  },
  figures: { give: figures, reads: ['entity', 'as-of', 'limit'] },
  levels: { give: levels, reads: ['levels', 'as-of', 'limit'] },
  'levels-by-year': { give: levelsByYear, reads: ['levels', 'as-of', 'limit'] },
  sources: { give: sources, reads: ['limit'] },
  statements: {
    give: statements,
    reads: ['entity', 'kinds', 'properties', 'as-of', 'limit'],
  },
  totals: { give: totals, reads: ['as-of'] },
} as const satisfies Record<string, { readonly give: Give; readonly reads: readonly string[] }>;
