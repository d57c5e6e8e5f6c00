import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Opened, openDataset } from '../../../src/data/open.ts';
import { openAccess } from '../../../src/server/access/access.ts';
import { createAdministration } from '../../../src/server/access/administration.ts';
import { editionOf } from '../../../src/server/reload/open-edition.ts';
import { createServing } from '../../../src/server/serving.ts';
import { openWatching } from '../../../src/server/watching/watching.ts';
import { testConfiguration } from '../../support/serve.ts';
import { temporaryFolder, writeMarked } from './marked.ts';

const EDITIONS = 20;

let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  place = await temporaryFolder();
  await writeMarked(join(place.folder, 'data'), 'Alpha');
}, 60_000);
afterAll(() => place?.remove());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('20 editions that were replaced are freed, while streams and connections go on', async () => {
  const configuration = {
    ...testConfiguration(join(place.folder, 'cache')),
    graphData: join(place.folder, 'data'),
  };
  const log = pino({ level: 'silent' });
  const access = await openAccess(configuration, log);
  if (!access.ok) throw new Error('There are no keys that could be wrong.');
  const serving = createServing({
    configuration,
    log,
    access: access.access,
    administration: createAdministration({ reload: () => Promise.reject(new Error('not here')) }),
    watching: await openWatching(configuration, log),
  });
  const datasets: WeakRef<object>[] = [];
  /** Opens the same data again, as another dataset: nothing but what serves it holds it. */
  const showNext = async (): Promise<void> => {
    const { graphData: folder, cacheFolder } = configuration;
    const { dataset } = (await openDataset({ folder, cacheFolder })) as Opened & { ok: true };
    datasets.push(new WeakRef(dataset));
    const edition = await editionOf(dataset, serving.parts);
    serving.show(edition);
    edition.warmUp();
  };
  await showNext();
  const address = await serving.listen();
  const stream = await new Promise<IncomingMessage>((resolve) => {
    get(`${address}/events`, resolve);
  });
  stream.resume();
  for (let count = 0; count < EDITIONS; count += 1) {
    const picture = '/embed/card.svg?entity=country:vnm';
    const asked = ['/entities?kind=person', count % 8 === 0 ? picture : '/health'];
    const answers = await Promise.all(asked.map((path) => fetch(address + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    // Is still being answered when the next is shown.
    const slow = fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ dataset { analytics { communities } } }' }),
    });
    await showNext();
    await (await slow).text();
    await Promise.all(answers.map((answer) => answer.text()));
  }
  const alive = (): number => datasets.filter((dataset) => dataset.deref() !== undefined).length;
  // Threads end, and references are let go, in their own time: whoever leaks waits here for ever.
  do {
    await setImmediate();
    collectGarbage();
  } while (alive() > 1);
  expect(datasets.at(-1)?.deref()).toBeDefined();
  stream.destroy();
  await serving.stop();
}, 120_000);
