import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { OwnTime } from '../port.ts';

export function ownTime(graph: KnowledgeGraph, id: string): OwnTime | null {
  const node = graph.nodes.number(id);
  if (node === undefined) return null;
  const { starts, ends } = graph.time();
  return { begins: starts[node]!, ends: ends[node]! };
}
