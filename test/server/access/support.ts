import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import {
  type AccessOptions,
  type OpenedAccess,
  openAccess,
} from '../../../src/server/access/access.ts';
import {
  type AdministrationParts,
  createAdministration,
} from '../../../src/server/access/administration.ts';
import { createKey } from '../../../src/server/access/keys.ts';
import type { Configuration } from '../../../src/server/configuration.ts';
import { lazy } from '../../../src/util/lazy.ts';
import {
  openTestStore,
  type RunningApplication,
  startApplication,
} from '../../support/application.ts';
import { testConfiguration } from '../../support/serve.ts';

/** Keys of three people, and the lines of the file that has them. */
export const keys = {
  reader: createKey('reader', 'reader'),
  other: createKey('other', 'reader', 3),
  admin: createKey('admin', 'admin'),
} as const;

export const bearer = ({ key }: { readonly key: string }) => ({ authorization: `Bearer ${key}` });

export const basic = ({ key }: { readonly key: string }) => ({
  authorization: `Basic ${Buffer.from(`anybody:${key}`).toString('base64')}`,
});

/** What those who run the server have, as far as these tests need it. */
export const administration: AdministrationParts = {
  metrics: { contentType: 'text/plain; version=0.0.4', text: async () => 'caytre_up 1\n' },
  reload: async () => ({ outcome: 'unchanged', problems: [] }),
};

/** The same for all applications of a file of tests. */
const store = lazy(() => openTestStore());

export interface Guarded extends RunningApplication {
  readonly access: OpenedAccess;
  /** The file of keys. */
  readonly file: string;
}

/** An application with these keys in its file. */
export async function startGuarded(
  lines: readonly { readonly line: string }[] | undefined,
  changes: Partial<Configuration> = {},
  options: AccessOptions & Partial<AdministrationParts> = {},
): Promise<Guarded> {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-access-'));
  const file = join(folder, 'keys');
  if (lines !== undefined) await writeFile(file, lines.map(({ line }) => `${line}\n`).join(''));
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void logged.push(JSON.parse(line)) },
  );
  const configuration = { ...(lines && { keyFile: file }), ...changes };
  const opened = await openAccess({ ...testConfiguration(folder), ...configuration }, log, options);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { access } = opened;
  const application = await startApplication(configuration, undefined, {
    log,
    access,
    store: await store(),
    administration: createAdministration({ ...administration, ...options }),
  });
  return {
    ...application,
    logged,
    access,
    file,
    async stop() {
      await application.stop();
      await access.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Plain {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request with whatever headers, those too that `fetch` keeps for itself; each on a connection of its own. */
export function ask(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Plain> {
  return new Promise((resolve, reject) => {
    request(new URL(path, address), { method, headers, agent: false }, async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part;
      resolve({ status: response.statusCode!, headers: response.headers, text });
    })
      .on('error', reject)
      .end();
  });
}

export const codeOf = ({ text }: Plain): string => JSON.parse(text).errors[0].extensions.code;
