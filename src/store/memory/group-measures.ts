import { passes } from '../../graph/algorithms/flags.ts';
import { statementsWith } from '../../graph/indices/statements-with.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Moment } from '../../graph/time/moment.ts';
import { bestStatement } from '../../ontology/best-statement.ts';
import type { Statement } from '../../ontology/model.ts';
import type { AggregateRequest, Measure } from '../port.ts';

/**
 * What one item brings into a group: a number, or `null` where it has none. Into a group of a source it brings that
 * source's citations only.
 */
export type NumberOf = (item: number, source?: string) => number | null;

/** What comes out of the numbers of a group, one after another. */
export type Fold = (before: number, next: number) => number;

function numberIn({ value, rank }: Statement): number | null {
  if (rank === 'deprecated') return null;
  if (value.type === 'integer') return value.integer;
  return value.type === 'quantity' ? value.amount : null;
}

/** Of a statement its own number; of an entity that of the best of its statements which hold and have one. */
export function numberOf(
  graph: KnowledgeGraph,
  moment: Moment,
  { count, measure }: Pick<AggregateRequest, 'count' | 'measure'>,
): NumberOf {
  const { statements } = graph.dataset;
  if (!('property' in measure)) {
    if (measure.of === 'count') return () => 1;
    const citations = (statement: number, source?: string): number =>
      source === undefined
        ? graph.columns.citations[statement]!
        : statements[statement]!.citations.filter((one) => one.source === source).length;
    if (count === 'statements') return citations;
    return (node, source) =>
      graph.statementsBySubject
        .of(node)
        .reduce(
          (sum, statement) =>
            passes(moment.statements, statement) ? sum + citations(statement, source) : sum,
          0,
        );
  }
  const property = graph.properties.number(measure.property);
  if (property === undefined) return () => null;
  if (count === 'statements') {
    return (statement) =>
      graph.columns.property[statement] === property ? numberIn(statements[statement]!) : null;
  }
  return (node) => {
    const best = bestStatement(
      Array.from(statementsWith(graph, node, property))
        .filter((statement) => passes(moment.statements, statement))
        .map((statement) => statements[statement]!)
        .filter((statement) => numberIn(statement) !== null),
    );
    return best === undefined ? null : numberIn(best);
  };
}

const add: Fold = (before, next) => before + next;

const folds: Readonly<Record<Measure['of'], Fold>> = {
  count: add,
  citations: add,
  sum: add,
  average: add,
  least: Math.min,
  greatest: Math.max,
};

export const foldOf = ({ of }: Measure): Fold => folds[of];

/** The measure of a group, of what its numbers came to. */
export const measureOf = ({ of }: Measure, folded: number, numbers: number): number =>
  of === 'average' ? folded / numbers : folded;
