import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Answers, GraphStore } from '../../src/store/port.ts';
import { storeContract } from './contract.ts';

/** A store that answers by promise, some answers sooner than others, as one across a network would. */
function promised(store: GraphStore): GraphStore {
  let calls = 0;
  const later =
    <Request, T>(method: (requests: readonly Request[]) => Answers<T>) =>
    async (requests: readonly Request[]) => {
      calls += 1;
      for (let turns = (calls * 7) % 5; turns > 0; turns -= 1) await Promise.resolve();
      return method(requests);
    };
  return {
    meta: store.meta,
    entities: later(store.entities),
    statements: later(store.statements),
    entityPages: later(store.entityPages),
    statementPages: later(store.statementPages),
    neighbors: later(store.neighbors),
    search: later(store.search),
    neighborhoods: later(store.neighborhoods),
    paths: later(store.paths),
    aggregates: later(store.aggregates),
    disagreements: later(store.disagreements),
    connectedness: later(store.connectedness),
    measures: later(store.measures),
    rankings: later(store.rankings),
    communities: later(store.communities),
    members: later(store.members),
    analytics: later(store.analytics),
  };
}

storeContract('a store that answers by promise', (dataset) =>
  promised(createMemoryStore(buildGraph(dataset))),
);
