// What the other servers of GraphQL are given: the schema with its resolvers, and the store, as caytre has them.
import { openDataset } from '../../dist/data/open.js';
import { buildGraph } from '../../dist/graph/build.js';
import { createContext } from '../../dist/graphql/context.js';
import { openSchema } from '../../dist/server/schema.js';
import { createMemoryStore } from '../../dist/store/memory.js';

const opened = await openDataset({
  folder: process.env.GRAPH_DATA,
  cacheFolder: process.env.CACHE_FOLDER,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.problems[0]));
const store = createMemoryStore(buildGraph(opened.dataset));

export const schema = await openSchema(store.meta().ontology);
export const context = () => createContext({ store, language: 'vi' });
