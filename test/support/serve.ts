import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Configuration, readConfiguration } from '../../src/server/configuration.ts';
import { type Served, type ServeOptions, serve } from '../../src/server/serve.ts';

export type Running = Extract<Served, { ok: true }>;

/** A configuration for the data of the project, on any free port. */
export const testConfiguration = (cacheFolder: string): Configuration =>
  readConfiguration({}, { port: '0', cacheFolder, logLevel: 'silent', watch: 'false' });

/** Serves the data of the project; whatever was made for it is gone when it stops. */
export async function startServer(
  changes: Partial<Configuration> = {},
  options: ServeOptions = {},
): Promise<Running> {
  const cacheFolder = await mkdtemp(join(tmpdir(), 'caytre-server-'));
  const served = await serve({ ...testConfiguration(cacheFolder), ...changes }, options);
  if (!served.ok) throw new Error(JSON.stringify(served.problems));
  return {
    ...served,
    async stop() {
      await served.stop();
      await rm(cacheFolder, { recursive: true, force: true });
    },
  };
}
