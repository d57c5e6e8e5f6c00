import { MultiDirectedGraph } from 'graphology';
import type { Dataset } from '../data/dataset.ts';
import type { Entity, Statement } from '../ontology/model.ts';
import { inStretches } from '../util/gradual.ts';

/** What a node bears. Its key is the id of the entity. */
export type NodeAttributes = {
  readonly entity: Entity;
  /** The place of the entity in the dataset; indices name the node by it. */
  readonly number: number;
  /** The statements on the entity whose value is a literal, in the order of the dataset. */
  readonly literals: readonly Statement[];
};

/** What an edge bears. Its key is the id of the statement. */
export type EdgeAttributes = {
  readonly statement: Statement;
  /** The place of the statement in the dataset. */
  readonly number: number;
};

export type Graphology = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

const NO_LITERALS: readonly Statement[] = Object.freeze([]);

/** The dataset as a directed multigraph of graphology: what the indices are prepared from. Yields now and then. */
export function* toGraphology({ entities, statements }: Dataset): Generator<void, Graphology> {
  const literals = new Map<string, Statement[]>();
  yield* inStretches(statements.length, (number) => {
    const statement = statements[number]!;
    if (statement.value.type === 'entity') return;
    const ofSubject = literals.get(statement.subject);
    if (ofSubject === undefined) literals.set(statement.subject, [statement]);
    else ofSubject.push(statement);
  });
  const graph: Graphology = new MultiDirectedGraph();
  yield* inStretches(entities.length, (number) => {
    const entity = entities[number]!;
    graph.addNode(entity.id, { entity, number, literals: literals.get(entity.id) ?? NO_LITERALS });
  });
  yield* inStretches(statements.length, (number) => {
    const statement = statements[number]!;
    const { id, subject, value } = statement;
    if (value.type === 'entity') graph.addEdgeWithKey(id, subject, value.id, { statement, number });
  });
  return graph;
}
