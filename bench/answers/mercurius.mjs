// Mercurius on Fastify, which compiles a document as soon as it comes.
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { context, schema } from './opened.mjs';

const application = Fastify();
await application.register(mercurius, { schema, context, jit: 1 });
const address = await application.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`answers at ${address}/graphql\n`);
