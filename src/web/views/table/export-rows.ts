import { operations } from '../../../client/index.ts';
import type { Language } from '../../../pieces/language.ts';
import { rowsOf } from '../../../pieces/table/rows.ts';
import type { Cell } from '../../../util/csv.ts';
import { citationCells, citationColumns } from '../../state/files.ts';
import { askIn } from '../../state/questions.ts';
import { nextCursor, nodesOf, pageOf, type RowsAsked } from './use-rows.ts';

/** Who is told how far an export has come, and may end it. */
export interface Told {
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** The whole of a result, as lines for CSV and as records for JSON. */
export interface Exported {
  readonly head: readonly string[];
  readonly lines: readonly (readonly Cell[])[];
  readonly records: readonly unknown[];
}

type Statement = operations.StatementsFoundQuery['statements']['nodes'][number];
type StatementVariables = Omit<operations.StatementsFoundQueryVariables, 'first' | 'after'>;

const PAGE = 100;

async function* statementPages(variables: StatementVariables, lang: Language, signal: AbortSignal) {
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const { statements }: operations.StatementsFoundQuery = await askIn(lang)(
      operations.StatementsFound,
      { ...variables, first: PAGE, ...(after !== null && { after }) },
    );
    yield statements;
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null;
  } while (after !== null);
}

/** What the dates and the columns of their own rest on. */
const datesOfOwn = [
  ...['date', 'startDate', 'endDate', 'periodStart', 'periodEnd', 'publishedOn', 'pageDate'],
  ...['foundedOn', 'asOf'],
];

/** All entities of a result, not only those that are shown; each with where its dates and values are said. */
export async function exportEntities(
  asked: RowsAsked,
  own: readonly string[],
  lang: Language,
  { progress, signal }: Told,
): Promise<Exported> {
  const head = ['id', 'kind', 'name', 'begins', 'ends', ...own, 'description', 'degree'];
  const lines: (readonly Cell[])[] = [];
  const records: unknown[] = [];
  const { ontology } = await askIn(lang)(operations.Ontology, {});
  const known = new Set(ontology.properties.map(({ name }) => name));
  const properties = [...own, ...datesOfOwn].filter((name) => known.has(name));
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const { entities } = await askIn(lang)(operations.EntityRows, pageOf(asked, PAGE, cursor));
    const nodes = nodesOf(asked.order, entities);
    const said = new Map<string, Statement[]>();
    const about = { subjects: nodes.map(({ id }) => id), properties };
    const date = asked.asOf === undefined ? {} : { asOf: asked.asOf };
    for await (const { nodes: found } of statementPages({ filter: about, ...date }, lang, signal)) {
      for (const statement of found) {
        said.set(statement.subject.id, [...(said.get(statement.subject.id) ?? []), statement]);
      }
    }
    for (const row of rowsOf(nodes, lang)) {
      const statements = said.get(row.id) ?? [];
      lines.push([
        ...[row.id, row.kind, row.name, row.begins, row.ends],
        ...own.map((name) => row.own[name]?.label),
        ...[row.description, row.degree],
        ...citationCells(statements.flatMap(({ citations }) => citations)),
      ]);
      records.push({ ...row, statements });
    }
    progress(records.length, entities.totalCount);
    cursor = nextCursor(asked.order, entities);
  } while (cursor !== undefined);
  return { head: [...head, ...citationColumns], lines, records };
}

/** All statements of a result, not only those that are shown. */
export async function exportStatements(
  variables: StatementVariables,
  lang: Language,
  { progress, signal }: Told,
): Promise<Exported> {
  const records: Statement[] = [];
  for await (const { nodes, totalCount } of statementPages(variables, lang, signal)) {
    records.push(...nodes);
    progress(records.length, totalCount);
  }
  return {
    head: [
      ...['id', 'subject', 'subject name', 'property', 'value', 'value id', 'qualifiers', 'rank'],
      ...['inferred', 'text', ...citationColumns],
    ],
    lines: records.map((statement) => [
      ...[statement.id, statement.subject.id, statement.subject.name, statement.property],
      ...[statement.value.label, 'entity' in statement.value ? statement.value.entity.id : ''],
      tellQualifiers(statement),
      ...[statement.rank, statement.inferred, statement.text],
      ...citationCells(statement.citations),
    ]),
    records,
  };
}

/** What narrows a statement, in a line. */
export const tellQualifiers = ({ qualifiers }: Pick<Statement, 'qualifiers'>): string =>
  qualifiers.map(({ label, value }) => `${label}: ${value.label}`).join('; ');
