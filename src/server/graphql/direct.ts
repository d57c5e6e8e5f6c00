import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatProblem } from '../../graphql/errors.ts';
import type { Admission, Guard } from '../access/guard.ts';
import type { Edition } from '../front.ts';
import type { Watched, Watcher } from '../watching/watching.ts';
import { Exchange, type Head, headOf } from './exchange.ts';
import { type Respond, UnreadJson } from './respond.ts';
import { sendError } from './send-error.ts';

export interface DirectParts {
  readonly respond: Respond;
  readonly guard: Guard | undefined;
  readonly watcher: Watcher;
  /** What every answer bears. */
  readonly head: Head;
  readonly isDraining: () => boolean;
  /** How many bytes a body may have. */
  readonly bodyLimit: number;
  /** Takes all other requests. */
  readonly others: Edition['handle'];
}

const ROUTE = '/graphql';
const QUERY = `${ROUTE}?`;
/** As nearly all write it. */
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;

/**
 * Answers the usual questions without the framework, which takes as long as all the rest: those of a GET, and of a POST whose body
 * is JSON of a length that is told. It does what the framework would, by the same parts; whatever else comes goes there.
 */
export function createDirect(parts: DirectParts): Edition['handle'] {
  const { respond, guard, watcher, head, isDraining, bodyLimit, others } = parts;

  const isUsual = ({ url = '', method, headers }: IncomingMessage): boolean => {
    if (url !== ROUTE && !url.startsWith(QUERY)) return false;
    if (method !== 'POST') return method === 'GET' || method === 'HEAD';
    const length = Number(headers['content-length']);
    return length > 0 && length <= bodyLimit && JSON_TYPE.test(headers['content-type'] ?? '');
  };

  const answer = (
    response: ServerResponse,
    watch: Watched,
    admission: Admission | undefined,
  ): void => {
    const { request } = watch;
    const said = admission === undefined ? [] : headOf(admission.headers);
    const own = [...head, 'x-request-id', watch.id, ...said];
    const exchange = new Exchange(request, response, watch, own, isDraining);
    if (admission?.refusal !== undefined) {
      const { status, problem } = admission.refusal;
      sendError(exchange, { status, error: formatProblem(problem) }, ['vary', 'Accept']);
    } else if (request.method === 'POST') {
      readBody(request, (text) => respond(exchange, new UnreadJson(text)));
    } else {
      respond(exchange, undefined);
    }
  };

  return (request, response) => {
    if (!isUsual(request)) {
      others(request, response);
      return;
    }
    const watch = watcher.begin(request, response, ROUTE);
    response.on('finish', () => watcher.ended(watch, ROUTE, response.statusCode));
    const admission = guard?.(request);
    if (admission instanceof Promise) {
      admission.then((given) => answer(response, watch, given));
    } else {
      answer(response, watch, admission);
    }
  };
}

/** Reads a body whose length is told, so that Node gives no more of it. Of one that is cut off nothing is heard. */
function readBody(request: IncomingMessage, take: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first] = chunks;
    take((chunks.length === 1 ? first! : Buffer.concat(chunks)).toString('utf8'));
  });
}
