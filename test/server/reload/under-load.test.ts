import { EventEmitter, once } from 'node:events';
import { rename, symlink } from 'node:fs/promises';
import { Agent, get, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Running, startServer } from '../../support/serve.ts';
import { temporaryFolder, writeMarked } from './marked.ts';

const RELOADS = 20;
/** How many questions a client asks before it waits for the next reload to begin: more than are answered during one. */
const BURST = 60;
const marks = ['Alpha', 'Omega'] as const;

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Running;
beforeAll(async () => {
  place = await temporaryFolder();
  await Promise.all(marks.map((mark) => writeMarked(join(place.folder, mark), mark)));
  await symlink(marks[0], join(place.folder, 'data'));
  server = await startServer({ graphData: join(place.folder, 'data') });
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await place?.remove();
});

let present: string = marks[0];

/** Puts the data with the other mark in the place of that which is served; that mark. */
async function exchange(): Promise<string> {
  const inFolder = (name: string) => join(place.folder, name);
  const next = marks.find((mark) => mark !== present)!;
  await symlink(next, inFolder('link'));
  await rename(inFolder('link'), inFolder('data'));
  present = next;
  return next;
}

const list = '{ dataset { version } entities(first: 100) { nodes { id name } } }';
const nested = `{ dataset { version } conferences(first: 20) { nodes { name
  neighbors(first: 10) { edges { node { name neighbors(first: 5) { edges { node { name } } } } } } } } }`;
const late = '{ people(first: 100) { nodes { name } } dataset { version } }';
const questions: readonly (readonly [path: string, body?: string])[] = [
  ...[list, nested, late].map((query) => ['/graphql', JSON.stringify({ query })] as const),
  ['/entities?kind=conference'],
  ['/entity/country:vnm'],
  ['/grafana/nodes?entity=country:vnm&depth=2'],
];

interface Answer {
  readonly status: number;
  readonly version: string;
  readonly body: string;
}

function ask(agent: Agent, path: string, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked =
      body === undefined
        ? get(server.address + path, { agent })
        : request(server.address + path, {
            agent,
            method: 'POST',
            headers: { 'content-type': 'application/json' },
          }).end(body);
    asked.on('error', reject).on('response', async (response) => {
      const { statusCode = 0, headers } = response;
      const version = String(headers['dataset-version']);
      resolve({ status: statusCode, version, body: await text(response) });
    });
  });
}

it('20 reloads under load: no request fails, and no answer mixes two versions', async () => {
  const agent = new Agent({ keepAlive: true });
  const markOf = new Map<string, string>();
  const learn = async (mark: string) =>
    // By a connection of its own: one that is kept for seconds may be closed just when it is used again.
    markOf.set((await ask(new Agent(), '/health/ready')).version, mark);
  await learn(present);

  const wrong: string[] = [];
  const seen = { answers: 0, versions: new Set<string>() };
  const reloads = new EventEmitter();
  let isOver = false;
  const client = async (first: number): Promise<void> => {
    for (let turn = first; !isOver; turn += 1) {
      if (turn % BURST === 0) await once(reloads, 'begin');
      const [path, body] = questions[turn % questions.length]!;
      const answer = await ask(agent, path, body).catch((error: Error) => error);
      if (answer instanceof Error) {
        wrong.push(`${path}: ${answer.message}`);
        continue;
      }
      seen.answers += 1;
      seen.versions.add(answer.version);
      const told = /"version":"(\w+)"/.exec(answer.body)?.[1] ?? answer.version;
      const mixed = marks.filter((mark) => answer.body.includes(mark));
      if (answer.status !== 200 || answer.body.includes('"errors"')) {
        wrong.push(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
      } else if (told !== answer.version || mixed.length !== 1) {
        wrong.push(`${path}: ${answer.version} names ${told}, ${mixed}`);
      } else if ((markOf.get(answer.version) ?? mixed[0]) !== mixed[0]) {
        wrong.push(`${path}: ${answer.version} has names of another version`);
      }
    }
  };
  const clients = [1, 3, 5].map(client);

  for (let count = 1; count <= RELOADS; count += 1) {
    const mark = await exchange();
    reloads.emit('begin');
    expect(await server.reload('asked')).toMatchObject({ outcome: 'reloaded', problems: [] });
    await learn(mark);
  }
  isOver = true;
  reloads.emit('begin');
  await Promise.all(clients);
  agent.destroy();
  expect(wrong).toEqual([]);
  expect([...markOf.values()].toSorted()).toEqual([...marks]);
  expect(seen.versions).toEqual(new Set(markOf.keys()));
  expect(seen.answers).toBeGreaterThan(RELOADS);
}, 180_000);

it('a cursor of an older version is told from one of the present, as documented', async () => {
  const agent = new Agent();
  const page = async (after: string | null) => {
    const query = 'query ($after: String) { people(first: 1, after: $after) { edges { cursor } } }';
    const { body } = await ask(agent, '/graphql', JSON.stringify({ query, variables: { after } }));
    return JSON.parse(body);
  };
  const { data } = await page(null);
  const { cursor } = data.people.edges[0];
  expect(await page(cursor)).not.toHaveProperty('errors');
  await exchange();
  await server.reload('asked');
  expect(await page(cursor)).toMatchObject({
    errors: [{ extensions: { code: 'CURSOR_INVALID' } }],
  });
}, 60_000);
