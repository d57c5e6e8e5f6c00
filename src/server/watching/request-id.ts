import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What may stand in a log and in a header as it is, and is no longer than an id needs to be. */
const WELL_FORMED = /^[\w.:+/=~-]{1,100}$/;

/**
 * Ids for requests: the one that a request brings in `x-request-id`, so that it can be followed through all that it passed on its
 * way, or else one of our own. Whoever brings an id that others have as well mixes up no more than what is read of his own requests.
 */
export function createRequestIds(): (request: Pick<IncomingMessage, 'headers'>) => string {
  // Random for each process, and counted within it: a random one for each request costs more.
  const process = randomBytes(6).toString('hex');
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    if (typeof given === 'string' && WELL_FORMED.test(given)) return given;
    count += 1;
    return `${process}-${count.toString(36)}`;
  };
}
