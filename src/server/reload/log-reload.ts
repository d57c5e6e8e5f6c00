import type { FastifyBaseLogger } from 'fastify';
import type { ReloadOutcome } from './reloader.ts';

/** Logs what came of a reload: bad data as an error, each problem with its place. */
export function logReload(log: FastifyBaseLogger, ended: ReloadOutcome): void {
  const { outcome, reason, milliseconds, version, problems, leftOut } = ended;
  const facts = { outcome, reason, milliseconds, version, problems, leftOut };
  const isServed = outcome === 'reloaded' || outcome === 'unchanged';
  if (isServed) log.info(facts, `data ${outcome}`);
  else log.error(facts, `data ${outcome}: what was served before is served on`);
}
