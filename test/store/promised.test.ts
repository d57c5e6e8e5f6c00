import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Call, GraphStore, Method } from '../../src/store/port.ts';
import { storeContract } from './contract.ts';

/** A store that answers by promise, some answers sooner than others, as one across a network would. */
function promised(store: GraphStore): GraphStore {
  let calls = 0;
  const later =
    <Request, T>(method: Method<Request, T>) =>
    async (requests: readonly Request[], call?: Call) => {
      calls += 1;
      for (let turns = (calls * 7) % 5; turns > 0; turns -= 1) await Promise.resolve();
      return method(requests, call);
    };
  const { meta, ...methods } = store;
  return {
    meta,
    ...Object.fromEntries(
      Object.entries(methods).map(([name, method]) => [name, later(method as never)]),
    ),
  } as GraphStore;
}

storeContract('a store that answers by promise', (dataset) =>
  promised(createMemoryStore(buildGraph(dataset))),
);
