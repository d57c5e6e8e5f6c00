import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Call, GraphStore, Method } from '../../src/store/port.ts';
import { storeContract } from './contract.ts';

/** A store that answers by promise, some answers sooner than others, as one across a network would. */
function promised(store: GraphStore): GraphStore {
  let calls = 0;
  return new Proxy(store, {
    get(target, name: keyof GraphStore) {
      if (name === 'meta') return target.meta;
      const method = target[name] as Method<unknown, unknown>;
      return async (requests: readonly unknown[], call?: Call) => {
        calls += 1;
        for (let turns = (calls * 7) % 5; turns > 0; turns -= 1) await Promise.resolve();
        return method(requests, call);
      };
    },
  });
}

storeContract('a store that answers by promise', (dataset) =>
  promised(createMemoryStore(buildGraph(dataset))),
);
