import { operations } from '../../../client/index.ts';
import type { Language } from '../../../pieces/language.ts';
import type { ExportOffer } from '../../state/exports.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { askIn } from '../../state/questions.ts';
import type { SharedCounts, SourceShown } from './counts.ts';

/** The list of sources, with how to cite each. */
export function exportsOfSources(
  sources: readonly SourceShown[],
  shared: SharedCounts,
): readonly ExportOffer[] {
  const name = 'caytre-sources';
  const rows = () =>
    sources.map((source) => ({
      id: source.id,
      name: source.name,
      author: source.author.nodes.map((one) => one.name).join('; '),
      publisher: source.publisher.nodes.map((one) => one.name).join('; '),
      publishedOn: source.publishedOn,
      pageDate: source.pageDate,
      url: source.url.nodes.flatMap(({ value }) => ('url' in value ? [value.url] : [])).join(' '),
      paragraphs: source.paragraphs,
      statements: shared(source.id, source.id),
      statementsAlone: source.alone.statements.totalCount,
      apa: source.apa,
      bibtex: source.bibtex,
    }));
  return [
    { format: 'json', name, make: () => jsonFile(rows()) },
    {
      format: 'csv',
      name,
      make: () => {
        const all = rows();
        return csvFile([Object.keys(all[0] ?? {}), ...all.map((row) => Object.values(row))]);
      },
    },
  ];
}

/** All that a source states, however much of it is shown. */
export function exportsOfSource(source: string, language: Language): readonly ExportOffer[] {
  const name = `caytre-${source.replace(/^.*:/, '')}`;
  return [
    { format: 'json', name, make: async () => jsonFile(await statementsOf(source, language)) },
    {
      format: 'csv',
      name,
      make: async () =>
        csvFile([
          ['statement', 'text', ...citationColumns],
          ...(await statementsOf(source, language)).map(({ id, text, citations }) => [
            id,
            text,
            ...citationCells(citations),
          ]),
        ]),
    },
  ];
}

type Stated = operations.ParagraphStatementsQuery['statements']['nodes'][number];

const GREATEST_PAGE = 100;

async function statementsOf(source: string, language: Language): Promise<readonly Stated[]> {
  const all: Stated[] = [];
  let after: string | null | undefined;
  do {
    const { statements } = await askIn(language)(operations.ParagraphStatements, {
      source,
      first: GREATEST_PAGE,
      after,
    });
    all.push(...statements.nodes);
    after = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : undefined;
  } while (after);
  return all;
}
