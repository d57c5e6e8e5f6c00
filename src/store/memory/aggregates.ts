import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Numbering } from '../../graph/numbering.ts';
import type { Postings } from '../../graph/postings.ts';
import { compareText } from '../../util/compare.ts';
import type { AggregateRequest, AggregateRow } from '../port.ts';
import { filterStatements } from './statement-filter.ts';

/** How the statements (or their subjects) fall into groups, and the whole groups as they are prepared. */
interface Grouping {
  readonly groups: Numbering;
  readonly prepared: Postings;
  /** The groups of the statements with these numbers; one entry for each thing counted. */
  of(statements: Uint32Array): Iterable<number>;
}

function grouping(graph: KnowledgeGraph, by: AggregateRequest['by']): Grouping {
  const { columns, kindOf, kinds, dataset } = graph;
  switch (by) {
    case 'entitiesByKind':
      return {
        groups: kinds,
        prepared: graph.byName.byKind,
        *of(statements) {
          const subjects = new Set(statements.map((statement) => columns.subject[statement]!));
          for (const subject of subjects) yield kindOf[subject]!;
        },
      };
    case 'statementsByKind':
      return {
        groups: kinds,
        prepared: graph.statementsByKind,
        of: (statements) => statements.map((statement) => kindOf[columns.subject[statement]!]!),
      };
    case 'statementsByProperty':
      return {
        groups: graph.properties,
        prepared: graph.statementsByProperty,
        of: (statements) => statements.map((statement) => columns.property[statement]!),
      };
    case 'statementsBySource': {
      const { sources } = graph.statementsBySource;
      return {
        groups: sources,
        prepared: graph.statementsBySource.statements,
        *of(statements) {
          for (const statement of statements) {
            const cited = dataset.statements[statement]!.citations.map(({ source }) => source);
            for (const source of new Set(cited)) yield sources.number(source)!;
          }
        },
      };
    }
  }
}

/** Counts of the groups that are not empty, the greatest first, then by key. */
export function aggregate(
  graph: KnowledgeGraph,
  { by, filter }: AggregateRequest,
): readonly AggregateRow[] {
  const { groups, prepared, of } = grouping(graph, by);
  const counts = new Uint32Array(groups.size);
  const filtered = filterStatements(graph, filter);
  if (filtered === null) {
    for (let group = 0; group < groups.size; group += 1) counts[group] = prepared.count(group);
  } else {
    for (const group of of(filtered)) counts[group]! += 1;
  }
  return Array.from(counts, (count, group) => ({ key: groups.name(group), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareText(a.key, b.key));
}
