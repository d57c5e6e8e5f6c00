import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createAddressOf } from '../../src/server/access/client-address.ts';
import { createGuard } from '../../src/server/access/guard.ts';
import { type ApplicationParts, createApplication } from '../../src/server/application.ts';
import type { Configuration } from '../../src/server/configuration.ts';
import { createEventHub } from '../../src/server/events/hub.ts';
import { createFront, type Edition, type Patience } from '../../src/server/front.ts';
import { openOperations } from '../../src/server/operations.ts';
import type { Gate } from '../../src/server/overload/gate.ts';
import { openSchema } from '../../src/server/schema.ts';
import { openStore } from '../../src/server/store.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { testConfiguration } from './serve.ts';

export interface RunningApplication {
  readonly address: string;
  /** What answers, for a front of a test's own. */
  readonly edition: Edition;
  /** What was logged: one object an entry. */
  readonly logged: readonly Record<string, unknown>[];
  readonly ask: (
    body: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ) => Promise<Asked>;
  readonly stop: () => Promise<void>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
  readonly answer: any;
}

/** The data of the project, opened for a test. */
export async function openTestStore(
  configuration: Pick<Configuration, 'graphData' | 'cacheFolder'> = applicationConfiguration(),
): Promise<GraphStore> {
  const opened = await openStore(configuration);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  return opened.store;
}

const applicationConfiguration = (): Configuration =>
  testConfiguration(join(tmpdir(), `caytre-application-${process.pid}`));

/** Serves the data of the project through a store that a test may change, or through one that it has already. */
export async function startApplication(
  changes: Partial<Configuration> = {},
  change: (store: GraphStore) => GraphStore = (store) => store,
  {
    patience,
    gate,
    ...parts
  }: Partial<ApplicationParts> & { readonly patience?: Patience; readonly gate?: Gate } = {},
): Promise<RunningApplication> {
  const configuration = { ...applicationConfiguration(), ...changes };
  const store = change(parts.store ?? (await openTestStore(configuration)));
  const logged: Record<string, unknown>[] = [];
  const log =
    parts.log ?? pino({ level: 'error' }, { write: (line) => void logged.push(JSON.parse(line)) });
  const { access } = parts;
  const addressOf = createAddressOf(configuration.trustedProxies);
  const hub = createEventHub({
    streams: configuration.eventStreams,
    guard: access && createGuard({ access, addressOf, log }),
  });
  const front = createFront(patience, hub.take, gate);
  const edition = await createApplication({
    schema: await openSchema(store.meta().ontology),
    operations: await openOperations(),
    configuration,
    phase: () => 'serving',
    ...parts,
    log,
    store,
  });
  front.show(edition);
  hub.announce(edition.version);
  const address = await front.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    edition,
    logged,
    async ask(body, headers = {}, signal) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      });
      return read(response);
    },
    async stop() {
      hub.close();
      // A connection that a client keeps for later, or has left, is not waited for.
      await front.close(0);
    },
  };
}

export const read = async (response: Response): Promise<Asked> => ({
  status: response.status,
  headers: response.headers,
  answer: await response.json(),
});

/** The address of a GET with these parameters; those that are no strings go as JSON. */
export function getAddress(address: string, parameters: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return `${address}/graphql?${search}`;
}

/** The header by which a GET shows that no form sent it. */
export const preflight = { 'apollo-require-preflight': 'true' };
