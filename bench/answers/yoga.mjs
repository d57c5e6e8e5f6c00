// Yoga with its defaults on plain node:http.
import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { context, schema } from './opened.mjs';

const server = createServer(createYoga({ schema, context, logging: false, graphiql: false }));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`answers at http://127.0.0.1:${server.address().port}/graphql\n`);
});
