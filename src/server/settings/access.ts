import { isIP } from 'node:net';
import { flag, reader, setting, text, wholeNumber } from './setting.ts';

/** The proxies whose word is taken for where a request comes from: by their addresses, or the nearest so many. */
export type TrustedProxies = readonly string[] | number;

/** Names that Fastify knows for ranges of addresses. */
const RANGES = new Set(['loopback', 'linklocal', 'uniquelocal']);
const MOST_HOPS = 16;

function isRange(text: string): boolean {
  if (RANGES.has(text)) return true;
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    length === undefined ||
    (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= (family === 4 ? 32 : 128))
  );
}

const proxies = reader<TrustedProxies>(
  `addresses or ranges such as 10.0.0.0/8, loopback, linklocal or uniquelocal, with commas between them, or how many proxies there are, from 0 to ${MOST_HOPS}`,
  (given) => {
    if (/^\d+$/.test(given)) return Number(given) <= MOST_HOPS ? Number(given) : undefined;
    const ranges = given.split(/[\s,]+/).filter((range) => range !== '');
    return ranges.length > 0 && ranges.every(isRange) ? ranges : undefined;
  },
);

const adminPort = reader<number | 'off'>('off or a whole number from 0 to 65535', (given) => {
  if (given === 'off') return given;
  return /^\d{1,5}$/.test(given) && Number(given) <= 65_535 ? Number(given) : undefined;
});

/** Who may ask, and how much; and where those who run the server find what is theirs. */
export const accessSettings = {
  keyFile: setting<string | undefined>({
    variable: 'API_KEYS',
    description:
      'file of API keys, a line each as "caytre key new" makes it; read again when it changes',
    fallback: 'no keys',
    read: text('API_KEYS'),
    unset: () => undefined,
  }),
  keyRequired: setting({
    variable: 'KEY_REQUIRED',
    description: 'true answers nobody without a key, save for health and the files of the pages',
    fallback: 'false',
    read: flag('KEY_REQUIRED'),
  }),
  /** Requests a minute; 0 where they are not counted. */
  rateLimit: setting({
    variable: 'RATE_LIMIT',
    description:
      'requests a minute for one client: a key, an IPv4 address or an IPv6 network of 64 bits; 0 counts none',
    fallback: '0',
    read: wholeNumber(0, 1_000_000)('RATE_LIMIT'),
  }),
  trustedProxies: setting({
    variable: 'TRUST_PROXY',
    description:
      'proxies whose X-Forwarded headers are believed: addresses and ranges, or how many stand before the server',
    fallback: '0',
    read: proxies('TRUST_PROXY'),
  }),
  adminHost: setting({
    variable: 'ADMIN_HOST',
    description: 'address for /metrics and /reload; one that others reach asks for an admin key',
    fallback: '127.0.0.1',
    read: text('ADMIN_HOST'),
  }),
  /** Beside the server's own where it is not given. */
  adminPort: setting<number | 'off' | undefined>({
    variable: 'ADMIN_PORT',
    description: 'port for /metrics and /reload, or off',
    fallback: 'PORT + 1; any where PORT is 0',
    read: adminPort('ADMIN_PORT'),
    unset: () => undefined,
  }),
};
