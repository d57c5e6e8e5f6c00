import { edgeColumns } from '../columns.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import type { PlainGraph } from './model.ts';

/** A copy of what analytics needs of a graph. */
export function plainGraph({ columns, nodes, byName }: KnowledgeGraph): PlainGraph {
  const { from, to } = edgeColumns(columns, 'out');
  return { nodes: nodes.size, from, to, rankOf: byName.rankOf.slice() };
}
