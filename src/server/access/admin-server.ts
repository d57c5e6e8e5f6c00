import Fastify, { type FastifyBaseLogger, type onRequestAsyncHookHandler } from 'fastify';
import { explain } from '../../data/explain.ts';
import { ProblemError } from '../../errors/problem.ts';
import type { Configuration } from '../configuration.ts';
import { refusals } from '../refusals.ts';
import { refuse, refuseUnreadable } from '../refuse.ts';
import { strictHeaders } from '../site/security.ts';
import type { Access } from './access.ts';
import { adminOnly, adminRoutes } from './admin-routes.ts';
import type { Administration } from './administration.ts';
import { isLoopback } from './loopback.ts';

export interface AdminServerParts {
  readonly configuration: Pick<Configuration, 'adminHost' | 'adminPort' | 'port'>;
  readonly access: Pick<Access, 'keys'>;
  readonly administration: Administration;
  /** What `/health` answers. */
  readonly health: () => object;
  readonly log: FastifyBaseLogger;
}

export interface AdminServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Nothing is sent to it that has a body worth the name. */
const LONGEST_BODY = 1_024;

/**
 * Serves what is only for those who run the server, away from the public side: on an address of this machine, where no key is needed,
 * or on another with an admin key. Nothing where it is off, or where its usual port is taken.
 * @throws ProblemError ADDRESS_UNAVAILABLE where it was told to listen there and cannot
 */
export async function startAdminServer(parts: AdminServerParts): Promise<AdminServer | undefined> {
  const { configuration, access, administration, health, log } = parts;
  const { adminHost: host, adminPort: wanted } = configuration;
  if (wanted === 'off') return undefined;
  const port = wanted ?? (configuration.port === 0 ? 0 : configuration.port + 1);
  const isOwn = isLoopback(host);

  const fastify = Fastify({
    loggerInstance: log,
    bodyLimit: LONGEST_BODY,
    // Whoever waits for a reload is not waited for when the server stops.
    forceCloseConnections: true,
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (_error, _request, reply) => {
      void reply.headers(strictHeaders);
      refuse(reply, 400, new ProblemError('REQUEST_INVALID', { why: 'the address is malformed' }));
    },
  });
  refusals(fastify, LONGEST_BODY, log);
  fastify.addHook('onRequest', async (_request, reply) => void reply.headers(strictHeaders));
  fastify.addHook('onRequest', notFromPages(isOwn));
  fastify.get('/health', { logLevel: 'warn' }, async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return health();
  });
  await fastify.register(adminRoutes, { administration, admit: adminOnly(access, !isOwn) });

  try {
    return { address: await fastify.listen({ host, port }), close: () => fastify.close() };
  } catch (error) {
    await fastify.close();
    const unavailable = new ProblemError('ADDRESS_UNAVAILABLE', {
      host,
      port,
      variables: 'ADMIN_HOST and ADMIN_PORT',
      why: explain(error),
    });
    if (wanted !== undefined) throw unavailable;
    log.warn({ problem: unavailable.problem }, unavailable.message);
    return undefined;
  }
}

/**
 * Refuses what a page in a browser of this machine sends, for it needs no key: it says where it comes from, or else which name it
 * gave this machine.
 */
const notFromPages =
  (isOwn: boolean): onRequestAsyncHookHandler =>
  async ({ headers, hostname }, reply) => {
    const site = headers['sec-fetch-site'];
    const isOfPage =
      headers.origin !== undefined ||
      (site !== undefined && site !== 'none' && site !== 'same-origin');
    if (isOfPage) {
      return refuse(reply, 403, new ProblemError('REQUEST_FOREIGN', { why: 'comes from a page' }));
    }
    if (isOwn && !isLoopback(hostname)) {
      const why = 'names a host that is not this machine';
      return refuse(reply, 403, new ProblemError('REQUEST_FOREIGN', { why }));
    }
  };
