import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Shorter than this, a text is not worth compressing: it goes in one packet as it is. */
const WORTH_COMPRESSING = 1_400;

/** How a body may be compressed (RFC 9110, section 8.4.1), by the names that HTTP has for it. */
export type Encoding = 'br' | 'gzip';

/** As small as gzip at its usual level, in less time. */
const QUICK_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const inThread = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Compresses outside the thread that answers. */
export const compress = (bytes: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br' ? inThread.br(bytes, QUICK_BROTLI) : inThread.gzip(bytes);

/** How to compress a body of so many bytes for whoever sends this `Accept-Encoding`; nothing where it goes as it is. */
export function chooseEncoding(accepted: string | undefined, bytes: number): Encoding | undefined {
  if (accepted === undefined || bytes < WORTH_COMPRESSING) return undefined;
  const weights = weightsOf(accepted);
  const weight = (encoding: Encoding): number => weights.get(encoding) ?? weights.get('*') ?? 0;
  const best = weight('gzip') > weight('br') ? 'gzip' : 'br';
  // Whoever would rather have it plain says so by a weight of its own.
  return weight(best) > 0 && weight(best) >= (weights.get('identity') ?? 0) ? best : undefined;
}

function weightsOf(accepted: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of accepted.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((one) => one.trim());
    const given = parameters.find((one) => one.startsWith('q='));
    const weight = given === undefined ? 1 : Number(given.slice(2));
    weights.set(coding === 'x-gzip' ? 'gzip' : coding, weight >= 0 && weight <= 1 ? weight : 0);
  }
  return weights;
}
