import type { KnowledgeGraph } from '../knowledge-graph.ts';

const PART_OF = 'partOf';

/** Whether one node is a part of the other, directly or through other parts, in either direction. */
export function arePartAndWhole(graph: KnowledgeGraph, a: number, b: number): boolean {
  const property = graph.properties.number(PART_OF);
  if (property === undefined) return false;
  const leadsTo = (part: number, whole: number): boolean => {
    const seen = new Set([part]);
    for (const node of seen) {
      for (const next of graph.out.find(node, property)?.neighbors ?? []) {
        if (next === whole) return true;
        seen.add(next);
      }
    }
    return false;
  };
  return leadsTo(a, b) || leadsTo(b, a);
}
