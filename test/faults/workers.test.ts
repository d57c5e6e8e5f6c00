import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createKey } from '../../src/server/access/keys.ts';
import {
  askNames,
  type Entry,
  type Program,
  people,
  scratch,
  startProgram,
  writePeople,
} from './program.ts';

interface Start {
  readonly data?: string;
  readonly cache?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly breaks?: string;
}

/** Two workers over data that is read again when it is told to, and not before. */
async function start({ data, cache, environment = {}, breaks }: Start = {}): Promise<Program> {
  return startProgram({
    data: data ?? (await writeData('first')),
    cache: cache ?? (await scratch()),
    args: ['--workers', '2'],
    environment,
    ...(breaks && { breaks }),
  });
}

async function writeData(mark: string): Promise<string> {
  const data = join(await scratch(), 'data');
  await writePeople(data, mark);
  return data;
}

const serves =
  (number: number, otherThan: readonly number[] = []) =>
  ({ msg, worker, pid }: Entry): boolean =>
    msg === 'worker serves' && worker === number && !otherThan.includes(pid);

/** The numbers of the processes of both workers. */
async function workersOf(program: Program): Promise<[number, number]> {
  const [one, other] = await Promise.all([1, 2].map((number) => program.logged(serves(number))));
  return [one!.pid, other!.pid];
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** The status of an answer on a connection of its own. */
const status = (
  address: string,
  path = '/health/ready',
  headers: Readonly<Record<string, string>> = {},
): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address + path, { agent: false, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    }).on('error', reject);
  });

/** The marks in the names that many questions are answered with, each perhaps by another worker. */
async function marks(address: string): Promise<readonly string[]> {
  const answers = await Promise.all(Array.from({ length: 12 }, () => askNames(address)));
  expect(new Set(answers.map(({ version }) => version)).size).toBe(1);
  return [...new Set(answers.flatMap(({ names }) => names.map((name) => name.split(' ')[0]!)))];
}

const outcome =
  (...outcomes: readonly string[]) =>
  (entry: Entry): boolean =>
    outcomes.includes(entry.outcome);

describe('workers', () => {
  it('that are killed are replaced, while the others serve whoever was not being answered by them', async () => {
    const program = await start();
    const address = await program.address;
    const [killed, other] = await workersOf(program);
    const clients = 4;
    const failed: unknown[] = [];
    let isOver = false;
    let answered = 0;
    const asking = Array.from({ length: clients }, async () => {
      while (!isOver) {
        await status(address).then(
          (code) => {
            expect(code).toBe(200);
            answered += 1;
          },
          (error: unknown) => failed.push(error),
        );
      }
    });
    process.kill(killed, 'SIGKILL');
    await program.logged(
      ({ msg, pid }) => msg === 'worker ended and is replaced' && pid === killed,
    );
    const failedByDeath = failed.length;
    const { pid } = await program.logged(serves(1, [killed]));
    isOver = true;
    await Promise.all(asking);
    expect(isRunning(killed)).toBe(false);
    expect([isRunning(pid), isRunning(other)]).toEqual([true, true]);
    expect(answered).toBeGreaterThan(clients);
    // Each client waits for one answer at a time.
    expect(failedByDeath).toBeLessThanOrEqual(clients);
    expect(failed).toHaveLength(failedByDeath);
    expect(await program.stop()).toEqual({ code: 0, signal: null });
    expect([isRunning(pid), isRunning(other)]).toEqual([false, false]);
  });

  it('that hang are ended and replaced, while the others serve', async () => {
    const program = await start({ environment: { WORKER_SILENCE: '2000' } });
    const address = await program.address;
    const [hung, other] = await workersOf(program);
    // It is there, and does nothing, as in a loop without an end.
    process.kill(hung, 'SIGSTOP');
    await program.logged(
      ({ msg, pid }) => msg === 'worker does not answer and is ended' && pid === hung,
    );
    const { pid } = await program.logged(serves(1, [hung]));
    expect(isRunning(hung)).toBe(false);
    expect([isRunning(pid), isRunning(other)]).toEqual([true, true]);
    expect(await status(address)).toBe(200);
    expect(await program.stop()).toEqual({ code: 0, signal: null });
  });

  it('show new data together, keep the old when the new is bad or gone, and so do those that come later', async () => {
    const data = await writeData('first');
    const cache = join(await scratch(), 'cache');
    const program = await start({ data, cache });
    const address = await program.address;
    const [one, other] = await workersOf(program);
    const file = join(data, 'entities/person.jsonl');
    const reload = async (...outcomes: readonly string[]): Promise<Entry> => {
      const before = program.said().length;
      program.child.kill('SIGHUP');
      return program.logged(outcome(...outcomes), before);
    };
    expect(await marks(address)).toEqual(['first']);

    await writeFile(file, people('second'));
    await reload('reloaded');
    expect(await marks(address)).toEqual(['second']);

    await writeFile(file, people('third').slice(0, -10));
    const { problems } = await reload('refused');
    expect(problems[0]).toMatchObject({ code: 'JSON_SYNTAX', where: { line: 3 } });
    expect(await marks(address)).toEqual(['second']);
    const health = await (await fetch(`${address}/health`)).json();
    expect(health).toMatchObject({ status: 'ready', lastReload: { outcome: 'refused' } });

    await rename(data, `${data}-away`);
    expect((await reload('refused')).problems[0].code).toBe('FOLDER_UNREADABLE');
    process.kill(one, 'SIGKILL');
    const second = await program.logged(serves(1, [one]));
    expect(await marks(address)).toEqual(['second']);

    // What the others serve is nowhere on the disk any more: whoever comes now can only have newer data, and then all have it.
    await rename(`${data}-away`, data);
    await writeFile(file, people('fourth'));
    await rm(cache, { recursive: true });
    process.kill(other, 'SIGTERM');
    await program.logged(serves(2, [other, second.pid]));
    expect(await marks(address)).toEqual(['fourth']);
    expect(await program.stop()).toEqual({ code: 0, signal: null });
  });

  it('count the requests of a client together, take new keys together, and hear who runs the server', async () => {
    const keys = join(await scratch(), 'keys');
    const [rated, next, admin] = [
      createKey('rated', 'reader', 20),
      createKey('next', 'reader'),
      createKey('admin', 'admin'),
    ];
    await writeFile(keys, `${rated.line}\n${admin.line}\n`);
    const program = await start({ environment: { API_KEYS: keys, KEY_REQUIRED: 'true' } });
    const address = await program.address;
    const bearing = (key: string) => ({ authorization: `Bearer ${key}` });
    /** How many of so many requests at once had which status. */
    const statuses = async (count: number, key: string): Promise<Record<number, number>> => {
      const asked = Array.from({ length: count }, () =>
        status(address, '/operations.json', bearing(key)),
      );
      const counts: Record<number, number> = {};
      for (const code of await Promise.all(asked)) counts[code] = (counts[code] ?? 0) + 1;
      return counts;
    };
    expect(await statuses(40, rated.key)).toEqual({ 200: 20, 429: 20 });

    await writeFile(keys, `${next.line}\n${admin.line}\n`);
    program.child.kill('SIGHUP');
    await vi.waitFor(async () => expect(await statuses(20, next.key)).toEqual({ 200: 20 }), 10_000);
    expect(await statuses(20, rated.key)).toEqual({ 401: 20 });

    const reloaded = await fetch(`${address}/reload`, {
      method: 'POST',
      headers: bearing(admin.key),
    });
    expect(await reloaded.json()).toMatchObject({ outcome: 'unchanged' });
    const own = /those who run it, are at (\S+)/.exec(program.said())![1]!;
    const health = await (await fetch(`${own}/health`)).json();
    const metrics = await (await fetch(`${own}/metrics`)).text();
    for (const worker of ['1', '2']) {
      expect(metrics).toMatch(
        new RegExp(`^caytre_keys_refused_total{.*worker="${worker}".*} \\d`, 'm'),
      );
    }
    expect(metrics).toMatch(/^caytre_reloads_total\{.*worker="primary".*\} 2$/m);
    expect(metrics.match(/^# TYPE caytre_reloads_total /gm)).toHaveLength(1);
    const pids = await workersOf(program);
    expect(health).toMatchObject({ status: 'serving', lastReload: { outcome: 'unchanged' } });
    expect(health.workers.map(({ pid }: Entry) => pid).sort()).toEqual(pids.sort());
  });

  it('end with the answers in progress when the whole is told to end', async () => {
    const program = await start();
    const { hostname, port } = new URL(await program.address);
    const pids = await workersOf(program);
    const body = JSON.stringify({ query: '{ people(first: 1) { totalCount } }' });
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    let got = '';
    socket.on('data', (text) => {
      got += text;
    });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nexpect: 100-continue\r\n\r\n`,
    );
    // The worker has taken the request, and waits for the rest of it.
    await vi.waitFor(() => expect(got).toContain('100 Continue'), 10_000);
    program.child.kill('SIGTERM');
    await vi.waitFor(() => expect(status(`http://${hostname}:${port}`)).rejects.toThrow(), 10_000);
    socket.write(body);
    await once(socket, 'close');
    expect(got).toContain('HTTP/1.1 200 OK');
    expect(got).toContain('"totalCount":3');
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(pids.map(isRunning)).toEqual([false, false]);
  });

  it('do not go on without whoever keeps them', async () => {
    const program = await start();
    await program.address;
    const pids = await workersOf(program);
    program.child.kill('SIGKILL');
    await program.ended;
    await vi.waitFor(() => expect(pids.map(isRunning)).toEqual([false, false]), 10_000);
  });

  it('none of which can be started are given up, and that is told', async () => {
    const program = await start({ breaks: 'worker:end' });
    expect(await program.ended).toEqual({ code: 2, signal: null });
    expect(program.said()).toContain('WORKERS_LOST');
  });

  it('are not kept trying for an address that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const program = await start({ environment: { PORT: String(port) } });
    expect(await program.ended).toEqual({ code: 2, signal: null });
    expect(program.said()).toContain('ADDRESS_UNAVAILABLE');
  });
});
