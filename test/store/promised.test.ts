import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Answers, GraphStore } from '../../src/store/port.ts';
import { storeContract } from './contract.ts';

type Plural = (...given: readonly unknown[]) => Answers<unknown>;

/** A store that answers by promise, some answers sooner than others, as one across a network would. */
function promised({ meta, ...methods }: GraphStore): GraphStore {
  let calls = 0;
  const later =
    (method: Plural): Plural =>
    async (...given) => {
      calls += 1;
      for (let turns = (calls * 7) % 5; turns > 0; turns -= 1) await Promise.resolve();
      return method(...given);
    };
  const slow = Object.entries(methods).map(([name, method]) => [name, later(method as Plural)]);
  return { meta, ...(Object.fromEntries(slow) as typeof methods) };
}

storeContract('a store that answers by promise', (dataset) =>
  promised(createMemoryStore(buildGraph(dataset))),
);
