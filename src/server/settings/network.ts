import { reader, setting, text, wholeNumber } from './setting.ts';

const origin = reader('http:// or https:// and a host, without a path', (given) => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !/[?#@]/.test(given);
  return isOrigin ? url.origin : undefined;
});

/** A source of a content security policy: a scheme, or a host with perhaps a scheme, a port and a first part that is any. */
const FRAME_ANCESTOR =
  /^(?:https?:|(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d+|\*))?)$/i;

const frameAncestors = reader<readonly string[]>(
  '*, none, or origins such as https://example.org with spaces between them',
  (given) => {
    if (given === '*' || given === 'none') return [given === '*' ? given : "'none'"];
    const sources = given.split(/[\s,]+/).filter((source) => source !== '');
    const areSources = sources.length > 0 && sources.every((one) => FRAME_ANCESTOR.test(one));
    return areSources ? ["'self'", ...sources] : undefined;
  },
);

/** Where the server listens, and how the world reaches it. */
export const networkSettings = {
  host: setting({
    variable: 'HOST',
    description: 'address to listen on',
    fallback: '127.0.0.1',
    read: text('HOST'),
  }),
  port: setting({
    variable: 'PORT',
    description: 'port to listen on; 0 lets the system choose one',
    fallback: '4000',
    read: wholeNumber(0, 65_535)('PORT'),
  }),
  /** The origin in addresses that leave the server, without a slash at its end; that of each request when not set. */
  publicUrl: setting<string | undefined>({
    variable: 'PUBLIC_URL',
    description:
      'address by which people reach the server, such as https://example.org; for links that leave it',
    fallback: 'the host that a request names',
    read: origin('PUBLIC_URL'),
    unset: () => undefined,
  }),
  /** The sources of `frame-ancestors` for what is made to be held in frames. */
  frameAncestors: setting({
    variable: 'FRAME_ANCESTORS',
    description:
      'which pages may hold pieces in frames: * for all, none, or origins with spaces between them',
    fallback: '*',
    read: frameAncestors('FRAME_ANCESTORS'),
  }),
};
