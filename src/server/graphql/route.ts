import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { Exchange, headOf } from './exchange.ts';
import { type Respond, UnreadJson } from './respond.ts';

export interface GraphQLRouteOptions {
  readonly respond: Respond;
  readonly isDraining: () => boolean;
}

/** `/graphql` for the questions that do not come as usual: it reads or refuses whatever bodies there are. */
export const graphqlRoute: FastifyPluginAsync<GraphQLRouteOptions> = async (
  fastify,
  { respond, isDraining },
) => {
  fastify.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (_request, text, done) => done(null, new UnreadJson(text)),
  );
  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler({ raw, watch, body }, reply) {
      const head = headOf(reply.getHeaders());
      reply.hijack();
      respond(new Exchange(raw, reply.raw, watch, head, isDraining), body);
    },
  });
};

/** Reads JSON as Fastify does, but refuses what would change the prototype of an object. */
export function createReadJson(fastify: FastifyInstance): (text: string) => unknown {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  return (text) => {
    let read: unknown;
    // It looks at the text alone.
    parse(undefined as never, text, (error, value) => {
      if (error) throw error;
      read = value;
    });
    return read;
  };
}
