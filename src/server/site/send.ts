import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import { sha256 } from '../../util/hash.ts';

/** Shorter than this, a text is not worth compressing. */
const WORTH_COMPRESSING = 1_400;

interface Sent {
  readonly type: string;
  readonly status?: number;
  /** How long it may be shown again without asking, in seconds. */
  readonly age?: number;
}

/** Sends a text that was made for the request: with a tag by which it is not sent twice, and compressed where that is taken. */
export async function sendText(
  reply: FastifyReply,
  text: string,
  { type, status = 200, age = 0 }: Sent,
): Promise<FastifyReply> {
  const { headers } = reply.request;
  const etag = `W/"${sha256(text).slice(0, 24)}"`;
  const vary = [String(reply.getHeader('vary') ?? ''), 'Accept-Encoding'].filter(Boolean);
  void reply
    .code(status)
    .type(`${type}; charset=utf-8`)
    .header('vary', vary.join(', '))
    .header('cache-control', age > 0 ? `public, max-age=${age}` : 'no-cache');
  if (status === 200) {
    void reply.header('etag', etag);
    if (isKnown(headers['if-none-match'], etag)) {
      return reply.code(304).removeHeader('content-type').send();
    }
  }
  if (text.length < WORTH_COMPRESSING || !/\bgzip\b/.test(String(headers['accept-encoding']))) {
    return reply.send(text);
  }
  void reply.header('content-encoding', 'gzip');
  return reply.send(await promisify(gzip)(text, { level: 5 }));
}

/** Whether a client has what bears the tag (RFC 9110, section 13.1.2). */
export const isKnown = (given: string | undefined, etag: string): boolean =>
  given?.split(',').some((one) => {
    const tag = one.trim();
    return tag === '*' || tag.replace(/^W\//, '') === etag.replace(/^W\//, '');
  }) ?? false;
