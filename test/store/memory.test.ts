import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { storeContract } from './contract.ts';

storeContract('the memory store', (dataset) => createMemoryStore(buildGraph(dataset)));
