import type { IncomingHttpHeaders } from 'node:http';

/** The key that a request bears, as it came. */
export interface Presented {
  readonly text: string;
  /** Whether somebody put it there. A browser sends passwords of itself, whichever page made it ask. */
  readonly deliberate: boolean;
}

/**
 * The key of `Authorization: Bearer …` or `X-API-Key`; or the password of `Authorization: Basic …`, by which the explorer and
 * the pages can be had in a browser where a key is needed. Anything else in these headers is a key that nobody knows.
 */
export function presentedKey(headers: IncomingHttpHeaders): Presented | undefined {
  const { authorization } = headers;
  const own = headers['x-api-key'];
  if (authorization === undefined) {
    return own === undefined ? undefined : { text: String(own), deliberate: true };
  }
  const [, scheme = '', text = ''] = /^(\S+) +(\S+) *$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') {
    return { text: scheme.toLowerCase() === 'bearer' ? text : '', deliberate: true };
  }
  const pair = Buffer.from(text, 'base64').toString('utf8');
  return { text: pair.slice(pair.indexOf(':') + 1), deliberate: false };
}
