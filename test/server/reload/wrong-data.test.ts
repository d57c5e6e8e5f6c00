import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkData } from '../../../src/server/reload/check-data.ts';
import type { ReloadOutcome } from '../../../src/server/reload/reloader.ts';
import { type Running, startServer } from '../../support/serve.ts';
import { temporaryFolder, writeMarked } from './marked.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Running;
let entities: string;
const told: ReloadOutcome[] = [];
beforeAll(async () => {
  place = await temporaryFolder();
  const graphData = join(place.folder, 'data');
  await writeMarked(graphData, 'Alpha');
  const [name] = await readdir(join(graphData, 'entities'));
  entities = join(graphData, 'entities', name!);
  // A file where the folder should be: nobody can write into it, be it the administrator.
  await writeFile(join(place.folder, 'cache'), '');
  server = await startServer(
    { graphData, cacheFolder: join(place.folder, 'cache') },
    { onReload: (outcome) => told.push(outcome) },
  );
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await place?.remove();
});

const health = async () => {
  const response = await fetch(`${server.address}/health`);
  expect(response.status).toBe(200);
  return (await response.json()) as {
    datasetVersion: string;
    lastReload: { outcome: string; problems: object[] } | null;
  };
};

it('changes nothing while the data is wrong, and says where it is', async () => {
  const { datasetVersion } = await health();
  const right = await readFile(entities, 'utf8');
  await appendFile(entities, '{"id":"person:x"}\n');
  const outcome = await server.reload('asked');
  const line = right.trimEnd().split('\n').length + 1;
  const file = `entities/${entities.split('/').at(-1)}`;
  expect(outcome).toMatchObject({ outcome: 'refused', version: datasetVersion });
  expect(outcome.problems[0]).toMatchObject({ where: { file, line } });
  expect(told.at(-1)).toBe(outcome);
  const { lastReload, ...rest } = await health();
  expect(rest).toMatchObject({ status: 'ready', datasetVersion });
  expect(lastReload).toMatchObject({ outcome: 'refused', problemCount: outcome.problems.length });
  expect(lastReload?.problems[0]).toMatchObject({ where: { file, line } });

  await writeFile(entities, right);
  expect(await server.reload('asked')).toMatchObject({ outcome: 'unchanged' });
});

it('tells the public nothing of where folders lie', async () => {
  const ontology = join(place.folder, 'data/ontology.yaml');
  const text = await readFile(ontology);
  await rm(join(place.folder, 'data'), { recursive: true });
  expect(await server.reload('asked')).toMatchObject({
    outcome: 'refused',
    problems: [{ code: 'FOLDER_UNREADABLE', message: expect.stringContaining(place.folder) }],
  });
  expect(JSON.stringify(await health())).not.toContain(place.folder);
  await writeMarked(join(place.folder, 'data'), 'Alpha');
  await writeFile(ontology, text);
  expect(await server.reload('asked')).toMatchObject({ outcome: 'unchanged' });
});

it('serves new data, and says so, where its compiled form cannot be written', async () => {
  const right = await readFile(entities, 'utf8');
  await writeFile(entities, right.replace('Alpha', 'Alphaa'));
  expect(await server.reload('asked')).toMatchObject({
    outcome: 'reloaded',
    problems: [{ code: 'CACHE_UNWRITABLE' }],
  });
  await writeFile(entities, right);
  expect(await server.reload('asked')).toMatchObject({ outcome: 'reloaded' });
});

it('a thread that fails, or is told to end, fails the check alone', async () => {
  const program = join(place.folder, 'failing.mjs');
  await writeFile(program, 'throw new Error("no memory");');
  const folders = { graphData: join(place.folder, 'data'), cacheFolder: place.folder };
  await expect(checkData(folders, undefined, program)).rejects.toThrow('no memory');
  await writeFile(program, 'for (;;);');
  const stopped = new AbortController();
  const endless = checkData(folders, stopped.signal, program);
  stopped.abort();
  await expect(endless).rejects.toThrow('ended with code');
});
