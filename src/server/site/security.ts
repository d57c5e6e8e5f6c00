import type { FastifyReply } from 'fastify';

/** What each sort of page may load. All else of the server (answers, scripts, pictures) needs nothing and gets the strictest. */
const policies = {
  answer: {},
  page: {
    'connect-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    // The preview of what is to be embedded elsewhere.
    'frame-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
  },
  /** GraphiQL's editor writes styles into the page, and its own hold pictures as text. */
  playground: {
    'connect-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'worker-src': ["'self'"],
  },
  /** Pages that are read: no script at all, and a form that looks for entities. */
  reading: {
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'font-src': ["'self'"],
    'form-action': ["'self'"],
  },
  /** A piece in a frame: the script of the elements, which lays graphs out in a worker made from a blob. */
  frame: {
    'connect-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
  },
} as const satisfies Record<string, Readonly<Record<string, readonly string[]>>>;

type Policy = keyof typeof policies;

/** Each policy as text, but for which pages may hold what bears it in a frame: most answers bear one, so it is made once. */
const policyTexts = Object.fromEntries(
  Object.entries(policies).map(([policy, own]) => {
    const directives: Readonly<Record<string, readonly string[]>> = {
      'default-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      ...own,
    };
    const texts = Object.entries(directives).map(
      ([name, sources]) => `${name} ${sources.join(' ')}`,
    );
    return [policy, texts.join('; ')];
  }),
) as Record<Policy, string>;

const contentSecurityPolicy = (policy: Policy, frameAncestors: string): string =>
  `${policyTexts[policy]}; frame-ancestors ${frameAncestors}`;

/**
 * What every answer bears, the refusals of what no application saw and those of the admin side too. The server speaks plain HTTP:
 * whoever puts TLS before it decides on Strict-Transport-Security.
 */
export const strictHeaders = {
  'content-security-policy': contentSecurityPolicy('answer', "'none'"),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** What every answer of the public side bears, unless it says otherwise by `secure`: each costs, and most are asked for often. */
export const answerHeaders = {
  ...strictHeaders,
  'access-control-allow-origin': '*',
  // A page of another origin may read the whole head: the version, the tag, when to come again.
  'access-control-expose-headers': '*',
  // Any page may ask the API and show pictures.
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** What means something to a page alone. */
const pageHeaders = {
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
} as const;

/** Says what a page may load, and which pages may hold it in a frame: none unless they are given. */
export function secure(
  reply: FastifyReply,
  policy: Policy,
  frameAncestors: readonly string[] = ["'none'"],
): void {
  void reply.headers({
    ...pageHeaders,
    'content-security-policy': contentSecurityPolicy(policy, frameAncestors.join(' ')),
  });
}
