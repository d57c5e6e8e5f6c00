// The bytes of answers from Fastify with its defaults, which reads the body of a request as JSON.
import Fastify from 'fastify';
import { nextAnswer } from './bytes.mjs';

const application = Fastify();
application.route({
  method: ['GET', 'POST'],
  url: '/*',
  handler: async (request, reply) => {
    reply.header('content-type', 'application/json; charset=utf-8');
    return nextAnswer(request.url);
  },
});
const address = await application.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`answers at ${address}\n`);
