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

/** Says what the answer may load, and which pages may hold it in a frame: none unless they are given. */
export function secure(
  reply: FastifyReply,
  policy: keyof typeof policies,
  frameAncestors: readonly string[] = ["'none'"],
): void {
  const directives = {
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    ...policies[policy],
    'frame-ancestors': frameAncestors,
  };
  void reply.header(
    'content-security-policy',
    Object.entries(directives)
      .map(([name, sources]) => `${name} ${sources.join(' ')}`)
      .join('; '),
  );
}
