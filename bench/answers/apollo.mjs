// Apollo standalone with its defaults.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { context, schema } from './opened.mjs';

const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  context: async () => context(),
  listen: { host: '127.0.0.1', port: 0 },
});
process.stdout.write(`answers at ${url}\n`);
