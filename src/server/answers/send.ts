import type { Exchange, Head } from '../graphql/exchange.ts';
import { isKnown } from '../site/send.ts';
import type { Answer, Found } from './answers.ts';
import { chooseEncoding } from './encoding.ts';

/** How many times as long as it is fresh an answer may be shown while a new one is fetched. */
const STALE = 10;

/** Sends an answer with what else its head says, and tells how it was found. At once, unless it must be compressed before. */
export type SendAnswer = (
  exchange: Exchange,
  found: { readonly answer: Answer; readonly found: Found },
  about: Head,
) => void | Promise<void>;

/**
 * Sends answers: compressed where that is taken and, to a GET whose client has it already, without its body. Only a whole answer to
 * a GET may be kept on the way (RFC 9111): that to a POST has no address of its own, and an error may pass.
 * @param age how long caches may hold an answer to be fresh, in seconds
 * @param isPrivate whether it is for those alone who have a key
 */
export function createSendAnswer(age: number, isPrivate: boolean): SendAnswer {
  const who = isPrivate ? 'private' : 'public';
  const cached = `${who}, max-age=${age}, stale-while-revalidate=${age * STALE}`;

  return (exchange, { answer, found }, about) => {
    const { method, headers } = exchange.request;
    const { status, body } = answer;
    const encoding = chooseEncoding(headers['accept-encoding'], body.plain.length);
    const head = [...about];
    if (method === 'POST' || !answer.isWhole) {
      head.push('cache-control', 'no-store');
    } else {
      const tag = body.tag(encoding);
      head.push('etag', tag, 'cache-control', cached);
      if (isKnown(headers['if-none-match'], tag)) {
        exchange.send(304, head);
        return;
      }
    }
    head.push(...answer.head);
    const send = (bytes: Buffer): void => {
      // How long it took goes into a header, so that the same request has the same answer.
      const took = Math.round(exchange.watch.elapsed * 10) / 10;
      head.push('server-timing', `answer;dur=${took}, cache;desc=${found}`);
      exchange.send(status, head, bytes);
    };
    if (encoding === undefined) {
      send(body.plain);
      return;
    }
    head.push('content-encoding', encoding);
    const bytes = body.as(encoding);
    if (!Buffer.isBuffer(bytes)) return bytes.then(send);
    send(bytes);
  };
}
