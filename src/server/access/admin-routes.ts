import type { FastifyPluginAsync, FastifyReply, onRequestAsyncHookHandler } from 'fastify';
import { ProblemError } from '../../errors/problem.ts';
import { refuse } from '../refuse.ts';
import type { Access } from './access.ts';
import type { Administration, Reloaded } from './administration.ts';
import { refusedKey } from './guard.ts';
import { findKey } from './keys.ts';
import { presentedKey } from './presented.ts';

export interface AdminRoutesOptions {
  readonly administration: Administration;
  /** Lets those in who run the server, and answers all others. */
  readonly admit: onRequestAsyncHookHandler;
}

const statuses: Readonly<Record<Reloaded['outcome'], number>> = {
  reloaded: 200,
  unchanged: 200,
  refused: 422,
  failed: 500,
};

/** `GET /metrics` and `POST /reload`. */
export const adminRoutes: FastifyPluginAsync<AdminRoutesOptions> = async (
  fastify,
  { administration, admit },
) => {
  const { metrics, reload } = administration;
  fastify.addHook('onRequest', admit);
  fastify.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
  });
  if (metrics !== undefined) {
    fastify.get('/metrics', { logLevel: 'warn' }, async (_request, reply) =>
      reply.type(metrics.contentType).send(await metrics.text()),
    );
  }
  fastify.post('/reload', async (_request, reply) => {
    const reloaded = reload();
    if (reloaded === undefined) return refuse(reply, 409, new ProblemError('RELOAD_RUNNING'));
    const ended = await reloaded;
    return reply.code(statuses[ended.outcome]).send(ended);
  });
};

/** Asks for an admin key, where `needed` even of those who bear none. A password is not enough: see `presentedKey`. */
export const adminOnly =
  ({ keys }: Pick<Access, 'keys'>, needed: boolean): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const presented = presentedKey(request.headers);
    if (keys === undefined || (presented === undefined && !needed)) return;
    if (presented === undefined) {
      return refuseKey(reply, 'API_KEY_MISSING');
    }
    const key = findKey(keys(), presented.text);
    if (key === undefined) return refuseKey(reply, 'API_KEY_UNKNOWN');
    if (key.role === 'admin' && presented.deliberate) return;
    return refuse(reply, 403, new ProblemError('API_KEY_NOT_ADMIN'));
  };

const refuseKey = (reply: FastifyReply, code: 'API_KEY_MISSING' | 'API_KEY_UNKNOWN') => {
  const { headers, refusal } = refusedKey(code, { offersPassword: false });
  return refuse(reply.headers(headers), refusal.status, refusal.problem);
};

/** The same on the public side, where nothing shows that there is anything while no key is an admin's. */
export const adminInPublic = (access: Pick<Access, 'keys'>): onRequestAsyncHookHandler => {
  const admit = adminOnly(access, true);
  return async function (request, reply) {
    const hasAdmin = access.keys?.().some(({ role }) => role === 'admin');
    if (hasAdmin) return admit.call(this, request, reply);
    return reply.callNotFound();
  };
};
