import type { FastifyReply } from 'fastify';
import { isKnown } from '../site/send.ts';
import type { Answer, Found } from './answers.ts';
import { chooseEncoding } from './encoding.ts';

/** How many times as long as it is fresh an answer may be shown while a new one is fetched. */
const STALE = 10;

/**
 * Sends an answer: compressed where that is taken and, to a GET whose client has it already, without its body. Only a whole
 * answer to a GET may be kept on the way (RFC 9111): that to a POST has no address of its own, and an error may pass.
 * @param age how long caches may hold it to be fresh, in seconds
 */
export function sendAnswer(reply: FastifyReply, answer: Answer, found: Found, age: number): void {
  const { method, headers } = reply.request;
  const { body } = answer;
  const encoding = chooseEncoding(headers['accept-encoding'], body.plain.length);
  void reply.code(answer.status);
  for (const [name, value] of answer.headers) void reply.header(name, value);
  if (method === 'POST' || !answer.isWhole) {
    void reply.header('cache-control', 'no-store');
  } else {
    const tag = body.tag(encoding);
    const stale = age * STALE;
    void reply.header('etag', tag);
    void reply.header('cache-control', `public, max-age=${age}, stale-while-revalidate=${stale}`);
    if (isKnown(headers['if-none-match'], tag)) {
      void reply.code(304).removeHeader('content-type').send();
      return;
    }
  }
  // How long it took goes into a header, so that the same request has the same answer.
  const took = reply.elapsedTime.toFixed(1);
  void reply.header('server-timing', `answer;dur=${took}, cache;desc=${found}`);
  if (encoding === undefined) {
    void reply.send(body.plain);
    return;
  }
  void reply.header('content-encoding', encoding);
  const bytes = body.as(encoding);
  if (Buffer.isBuffer(bytes)) void reply.send(bytes);
  else bytes.then((made) => reply.send(made)).catch((error) => reply.send(error));
}
