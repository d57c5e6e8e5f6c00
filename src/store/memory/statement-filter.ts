import { flags, passes } from '../../graph/algorithms/flags.ts';
import { isInferred } from '../../graph/indices/by-inference.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { type Numbering, numbersOf } from '../../graph/numbering.ts';
import type { Postings } from '../../graph/postings.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import { unionSorted } from '../../util/union-sorted.ts';
import type { StatementFilter } from '../port.ts';
import { type Condition, fulfilling } from './conditions.ts';

const sum = (lists: readonly Uint32Array[]): number =>
  lists.reduce((total, list) => total + list.length, 0);

const condition = (
  lists: readonly Uint32Array[],
  holds: (statement: number) => boolean,
): Condition => ({ count: sum(lists), list: () => unionSorted(lists), holds });

/** A condition on something of which each statement has one, with the statements of each prepared. */
function byOne(
  numbering: Numbering,
  names: readonly string[] | undefined,
  postings: Postings,
  numberOf: (statement: number) => number,
): Condition[] {
  if (names === undefined) return [];
  const passing = flags(numbering, names);
  return [
    condition(
      [...numbersOf(numbering, names)].map((number) => postings.of(number)),
      (statement) => passes(passing, numberOf(statement)),
    ),
  ];
}

/** The statements at one end of a node, only those with the properties where these are given. */
function atEnd(
  graph: KnowledgeGraph,
  end: 'subject' | 'object',
  node: number,
  properties: Uint32Array | null,
): Uint32Array[] {
  const ofSubject = graph.statementsBySubject.of(node);
  const { property: propertyOf } = graph.columns;
  if (properties === null) {
    return [end === 'subject' ? ofSubject : graph.statementsByObject.of(node)];
  }
  return [...properties].map((property) => {
    if (end === 'object') {
      return graph.in.find(node, property)?.statements.slice().sort() ?? new Uint32Array(0);
    }
    // Statements of one subject stand in the order of their properties.
    const startOf = (least: number): number =>
      lowerBound(ofSubject.length, (index) => propertyOf[ofSubject[index]!]! < least);
    return ofSubject.subarray(startOf(property), startOf(property + 1));
  });
}

function byEnds(
  graph: KnowledgeGraph,
  ids: readonly string[] | undefined,
  ends: readonly ('subject' | 'object')[],
  properties: Uint32Array | null,
): Condition[] {
  if (ids === undefined) return [];
  const nodes = numbersOf(graph.nodes, ids);
  const wanted = new Set(nodes);
  const lists = [...nodes].flatMap((node) =>
    ends.flatMap((end) => atEnd(graph, end, node, properties)),
  );
  return [
    condition(lists, (statement) => ends.some((end) => wanted.has(graph.columns[end][statement]!))),
  ];
}

/** A condition on citations: one citation must be of the sources and of the paragraphs that are given. */
function byCitation(graph: KnowledgeGraph, { sources, paragraphs }: StatementFilter): Condition[] {
  if (sources === undefined && paragraphs === undefined) return [];
  const index = graph.statementsBySource;
  const numbers =
    sources === undefined
      ? Array.from({ length: index.sources.size }, (_, source) => source)
      : [...numbersOf(index.sources, sources)];
  const lists = numbers.flatMap((source) =>
    paragraphs === undefined
      ? [index.statements.of(source)]
      : paragraphs.map((paragraph) => index.inParagraph(source, paragraph)),
  );
  const { statements } = graph.dataset;
  return [
    condition(lists, (statement) =>
      statements[statement]!.citations.some(
        ({ source, paragraph }) =>
          (sources?.includes(source) ?? true) && (paragraphs?.includes(paragraph) ?? true),
      ),
    ),
  ];
}

/** Statements on one source alone are prepared; of those on several, only what cites two of the given is looked at. */
function bySoleSources(graph: KnowledgeGraph, ids: readonly string[] | undefined): Condition[] {
  if (ids === undefined) return [];
  const { statements } = graph.dataset;
  const { alone, shared } = graph.statementsBySoleSource();
  const given = new Set(ids);
  const restsOnThese = (statement: number): boolean =>
    statements[statement]!.citations.every(({ source }) => given.has(source));
  const sources = [...numbersOf(graph.statementsBySource.sources, ids)];
  const lists = sources.map((source) => alone.of(source));
  if (sources.length > 1) {
    const several = unionSorted(sources.map((source) => shared.of(source)));
    lists.push(several.filter(restsOnThese));
  }
  return [condition(lists, restsOnThese)];
}

/** The numbers of the statements that pass the filter, ascending; `null` when all do. */
export function filterStatements(
  graph: KnowledgeGraph,
  filter: StatementFilter = {},
): Uint32Array | null {
  const { columns, kindOf, statementsByRank, statementsByInference } = graph;
  const { statements } = graph.dataset;
  const properties =
    filter.properties === undefined ? null : numbersOf(graph.properties, filter.properties);
  const conditions = [
    ...byEnds(graph, filter.subjects, ['subject'], properties),
    ...byEnds(graph, filter.objects, ['object'], properties),
    ...byEnds(graph, filter.about, ['subject', 'object'], properties),
    ...byOne(
      graph.properties,
      filter.properties,
      graph.statementsByProperty,
      (statement) => columns.property[statement]!,
    ),
    ...byOne(
      graph.kinds,
      filter.kinds,
      graph.statementsByKind,
      (statement) => kindOf[columns.subject[statement]!]!,
    ),
    ...byCitation(graph, filter),
    ...bySoleSources(graph, filter.restsOnlyOn),
    ...byOne(
      statementsByRank.ranks,
      filter.ranks,
      statementsByRank.statements,
      (statement) => statementsByRank.ranks.number(statements[statement]!.rank)!,
    ),
  ];
  const { inferred } = filter;
  if (inferred !== undefined) {
    conditions.push(
      condition(
        [statementsByInference.of(inferred ? 1 : 0)],
        (statement) => isInferred(statements[statement]!) === inferred,
      ),
    );
  }
  return fulfilling(conditions);
}
