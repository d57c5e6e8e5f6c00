// The program of a worker: one of several processes that serve the same data at the same address, each on a core. It does what
// the primary asks; see duties.ts.
import type { Access } from '../access/access.ts';
import { createAdministration } from '../access/administration.ts';
import type { Key } from '../access/keys.ts';
import { createLog } from '../log.ts';
import { type OpenedEdition, openEdition, openNextEdition } from '../reload/open-edition.ts';
import { createServing, type Serving } from '../serving.ts';
import { openWatching } from '../watching/watching.ts';
import { createCalls } from './calls.ts';
import type { Outfit, PrimaryDuties, WorkerDuties } from './duties.ts';
import { readMetrics } from './metrics.ts';

let serving: Serving | undefined;
/** What is ready to be shown. */
let prepared: OpenedEdition | undefined;

let keys: readonly Key[] | undefined;

/** One after the other, as asked, though some take long. */
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

async function drop(): Promise<void> {
  const dropped = prepared;
  prepared = undefined;
  await dropped?.close();
}

/** What is common to all workers lies with the primary. */
async function begin({ configuration, number, keys: first }: Outfit): Promise<Serving> {
  const { keyRequired, rateLimit } = configuration;
  keys = first;
  const log = createLog(configuration, { worker: number });
  const watching = await openWatching(configuration, log);
  const { contentType, count, registry } = watching.metrics;
  registry.setDefaultLabels({ worker: String(number) });
  const access: Access = {
    keys: keys && (() => keys!),
    keyRequired,
    rateLimit,
    counter: { increment: (client, window) => primary('increment', client, window) },
    onRefused: (why) => count(why === 'rate' ? 'rateLimited' : 'keyRefused'),
  };
  return createServing({
    configuration,
    log,
    watching,
    access,
    administration: createAdministration({
      metrics: { contentType, text: () => primary('metrics') },
      reload: () => primary('reload'),
    }),
  });
}

const duties: WorkerDuties = {
  serve: (outfit, data) =>
    inTurn(async () => {
      serving ??= await begin(outfit);
      serving.show(await openEdition(data, serving.parts));
      serving.announce();
      return serving.listen();
    }),
  prepare: (data) =>
    inTurn(async () => {
      const { version } = data;
      if (serving!.version() === version || prepared?.version === version) return;
      await drop();
      prepared = await openNextEdition(data, serving!.parts);
    }),
  show: (version) =>
    inTurn(async () => {
      if (prepared?.version !== version) return;
      serving!.show(prepared);
      prepared = undefined;
    }),
  drop: () => inTurn(drop),
  announce: () => serving!.announce(),
  keep: (outcome) => serving!.keep(outcome),
  takeKeys(given) {
    keys = given;
  },
  metrics: () => readMetrics(serving!.parts.watching!.metrics),
  beat: () => undefined,
  async drain() {
    await serving?.stop();
    process.exit();
  },
};

const primary = createCalls<PrimaryDuties>(
  {
    send: (message, sent) => void process.send!(message, undefined, undefined, sent),
    onMessage: (take) => process.on('message', take),
    onClose: (take) => process.once('disconnect', take),
  },
  duties,
);

// A terminal tells all processes at once; what becomes of the whole is for the primary to say.
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
process.on('SIGTERM', () => void duties.drain());

// The primary may end before it hears this, and then this process ends too.
primary('begin').catch(() => undefined);
