import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { languagesMissed, readLanguage } from '../../graphql/language.ts';
import { lastUsed } from '../../util/last-used.ts';
import type { Answers, FoundAnswer } from '../answers/answers.ts';
import { type AskedLanguage, keyOf } from '../answers/key.ts';
import { sendAnswer } from '../answers/send.ts';
import { refuse } from '../refuse.ts';
import type { Question } from './answering.ts';

export interface GraphQLRouteOptions {
  readonly answers: Answers;
  /** How long caches on the way may hold an answer to a GET to be fresh, in seconds. */
  readonly maxAge: number;
}

/** A body of JSON. It is read only when the answer to its text is not known. */
class UnreadJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** For how many ways to write `Accept-Language` what they mean is remembered; browsers have a few dozen. */
const LANGUAGE_HEADERS = 200;

/** `/graphql`: what GraphQL over HTTP says of methods, bodies and headers. */
export const graphqlRoute: FastifyPluginAsync<GraphQLRouteOptions> = async (
  fastify,
  { answers, maxAge },
) => {
  fastify.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string' },
    (_request, text, done) => done(null, new UnreadJson(text)),
  );
  // It refuses what would change the prototype of an object.
  const parser = fastify.getDefaultJsonParser('error', 'error');
  const read = (request: FastifyRequest): unknown => {
    if (!(request.body instanceof UnreadJson)) return request.body;
    let body: unknown;
    parser(request, request.body.text, (error, value) => {
      if (error) throw error;
      body = value;
    });
    return body;
  };

  const asked = lastUsed(
    LANGUAGE_HEADERS,
    (accepted: string | undefined): AskedLanguage => ({
      language: readLanguage(accepted),
      missed: languagesMissed(accepted),
    }),
  );

  fastify.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // Answers by the reply rather than by a promise: what is known goes out at once.
    handler(request, reply) {
      const { headers } = request;
      const isPost = request.method === 'POST';
      const search = isPost ? '' : searchOf(request);
      const text = request.body instanceof UnreadJson ? request.body.text : '';
      const inLanguage = asked(headers['accept-language']);
      const { language, missed } = inLanguage;
      void reply.headers({
        'content-language': language,
        vary: 'Accept, Accept-Language, Accept-Encoding',
      });
      const key = keyOf(request, inLanguage, isPost ? text : search);
      const known = answers.kept(key);
      if (known !== undefined) {
        send(reply, { answer: known, found: 'kept' });
        return;
      }
      const question: Question = {
        method: isPost ? 'POST' : 'GET',
        search,
        body: read(request),
        bodyLength: Buffer.byteLength(text),
        headers,
        language,
        languagesMissed: missed,
        onEnd: (listener) => reply.raw.once('close', listener),
        watch: request.watch,
      };
      answers
        .ask(key, question)
        .then((found) => send(reply, found))
        .catch((error) => reply.send(error));
    },
  });

  const send = (reply: FastifyReply, { answer, found }: FoundAnswer): void => {
    const { learnt } = answer;
    reply.request.watch.note(found === 'made' ? { cache: found } : { ...learnt, cache: found });
    if ('problem' in answer) refuse(reply, answer.status, answer.problem, answer.extensions);
    else sendAnswer(reply, answer, found, maxAge);
  };
};

const searchOf = ({ url }: FastifyRequest): string => {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
};
