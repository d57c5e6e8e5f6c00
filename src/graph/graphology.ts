import { MultiDirectedGraph } from 'graphology';
import type { Dataset } from '../data/dataset.ts';
import type { Statement } from '../ontology/model.ts';
import type { NodeAttributes } from './knowledge-graph.ts';

const NO_LITERALS: readonly Statement[] = Object.freeze([]);

/** The dataset as a directed multigraph of graphology. The statements themselves are the edges' attributes. */
export function toGraphology({
  entities,
  statements,
}: Dataset): MultiDirectedGraph<NodeAttributes, Statement> {
  const literals = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (statement.value.type === 'entity') continue;
    const ofSubject = literals.get(statement.subject);
    if (ofSubject === undefined) literals.set(statement.subject, [statement]);
    else ofSubject.push(statement);
  }
  const graph = new MultiDirectedGraph<NodeAttributes, Statement>();
  for (const entity of entities) {
    graph.addNode(entity.id, { entity, literals: literals.get(entity.id) ?? NO_LITERALS });
  }
  for (const statement of statements) {
    if (statement.value.type !== 'entity') continue;
    graph.addEdgeWithKey(statement.id, statement.subject, statement.value.id, statement);
  }
  return graph;
}
