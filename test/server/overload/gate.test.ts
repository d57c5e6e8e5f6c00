import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { waits } from '../../../src/graphql/beginners.ts';
import type { GateOptions } from '../../../src/server/overload/gate.ts';
import type { GraphStore } from '../../../src/store/port.ts';
import {
  openTestStore,
  type RunningApplication,
  startApplication,
} from '../../support/application.ts';
import { openFront } from '../../support/front.ts';
import { openRaw, type RawAnswer, type RawConnection, rawPost } from '../../support/raw.ts';

const hold = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

/** How long each question about entities keeps the thread. */
let held = 0;
let application: RunningApplication;
/** The same with answers that are kept. */
let keeping: RunningApplication;
beforeAll(async () => {
  const store = await openTestStore();
  const slow: GraphStore = {
    ...store,
    entities(ids) {
      hold(held);
      return store.entities(ids);
    },
  };
  // Each question is answered on its own, though all ask the same.
  application = await startApplication({ answerCache: 0 }, undefined, { store: slow });
  keeping = await startApplication({}, undefined, { store: slow });
});
afterAll(() => Promise.all([application?.stop(), keeping?.stop()]));

let front: Awaited<ReturnType<typeof openFront>> | undefined;
afterEach(() => front?.stop());

async function start(options: Partial<GateOptions>, ms = 0, { edition } = application) {
  held = ms;
  front = await openFront(edition, options);
  const { address, gate } = front;
  /** Connections that the server has taken: it takes one between two looks at its input. */
  const connections = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const connection = await openRaw(address);
        connection.send('GET /health/live HTTP/1.1\r\nhost: caytre.test\r\n\r\n');
        await connection.answer();
        return connection;
      }),
    );
  const ask = async () => {
    const [connection] = await connections(1);
    connection!.send(rawPost(one));
    return (await connection!.answer())!;
  };
  return { gate, address, ask, connections };
}

const one = { query: '{ entity(id: "country:jpn") { id } }' };
const sendAll = (connections: readonly RawConnection[]): void => {
  for (const { send } of connections) send(rawPost(one));
};
const answersOf = async (connections: readonly RawConnection[]) =>
  (await Promise.all(connections.map(({ answer }) => answer()))) as readonly RawAnswer[];

/** Holds each answer to be right, or refused; how many were refused. */
function refusedOf(answers: readonly RawAnswer[]): number {
  for (const { status, headers, body } of answers) {
    const answer = JSON.parse(body);
    if (status === 200) {
      expect(answer.data).toEqual({ entity: { id: 'country:jpn' } });
    } else {
      expect(status).toBe(503);
      expect(answer.errors).toMatchObject([{ extensions: { code: 'SERVER_BUSY' } }]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(headers['access-control-allow-origin']).toBe('*');
    }
  }
  return answers.filter(({ status }) => status === 503).length;
}

describe('more than can be answered in good time', () => {
  it('is refused at once, and what is taken is answered rightly', async () => {
    const onShed = vi.fn();
    const warn = vi.fn();
    const { ask, connections } = await start({ waiting: 5, onShed, log: { warn } }, 30);
    const all = await connections(40);
    sendAll(all);
    const refused = refusedOf(await answersOf(all));
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(40);
    expect(onShed.mock.calls).toEqual(Array.from({ length: refused }, () => ['waiting']));
    expect(warn).toHaveBeenCalledExactlyOnceWith({ reason: 'waiting' }, expect.any(String));
    expect((await ask()).status).toBe(200);
    // The connection of a refusal is as good as any.
    sendAll(all.slice(-1));
    expect(refusedOf(await answersOf(all.slice(-1)))).toBe(0);
    await expect.poll(() => warn.mock.lastCall).toEqual([{ refused }, expect.any(String)]);
  });

  it('is known by how long the one waits that has waited longest', async () => {
    const { ask, connections } = await start({ longestWait: 300 }, 60);
    // Many more than are let in however long they wait, until the late ones are read on a machine that does much else.
    const first = await connections(60);
    const late = await connections(5);
    sendAll(first);
    await expect.poll(() => waits().longest, { interval: 10 }).toBeGreaterThan(320);
    sendAll(late);
    expect(refusedOf(await answersOf(late))).toBe(5);
    refusedOf(await answersOf(first));
    expect((await ask()).status).toBe(200);
  });

  it('is known by how many wait, and how fast they go on, before any has waited too long', async () => {
    const { connections } = await start({ longestWait: 2_000 }, 60);
    const first = await connections(60);
    const late = await connections(5);
    sendAll(first);
    const longest = () => waits().longest;
    await expect.poll(longest, { interval: 10, timeout: 10_000 }).toBeGreaterThan(1_020);
    sendAll(late);
    expect(refusedOf(await answersOf(late))).toBe(5);
    for (const { socket } of first) socket.destroy();
    await expect.poll(() => waits().count, { timeout: 10_000 }).toBe(0);
  });

  it('does not keep anybody from learning how the server fares', async () => {
    const { address } = await start({ waiting: 0 });
    expect((await fetch(`${address}/graphql`)).status).toBe(503);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect((await fetch(`${address}/healthy`)).status).toBe(503);
  });
});

it('takes new connections quickly, however many requests wait for the thread', async () => {
  const { gate, address, connections } = await start({}, 30);
  const busy = await connections(60);
  sendAll(busy);
  await expect.poll(() => waits().count, { interval: 5 }).toBeGreaterThan(20);
  const opened = Array.from({ length: 100 }, () => openRaw(address));
  await expect.poll(gate.connections, { interval: 5 }).toBe(busy.length + 100);
  expect(waits().count).toBeGreaterThan(5);
  for (const { socket } of await Promise.all(opened)) socket.destroy();
  expect(refusedOf(await answersOf(busy))).toBe(0);
});

it('refuses most of what has come while the thread was held, and nothing after that', async () => {
  const onShed = vi.fn();
  const { ask, gate, connections } = await start({ longestWait: 200, onShed }, 5);
  const all = await connections(40);
  sendAll(all);
  hold(800);
  const refused = refusedOf(await answersOf(all));
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(40);
  expect(onShed).toHaveBeenCalledWith('blocked');
  expect((await ask()).status).toBe(200);
  expect(gate.inProgress()).toBe(0);
});

describe('a flood of what is asked again and again', () => {
  it('is answered from what is kept, waits for no turn, and keeps nobody from an answer', async () => {
    const onShed = vi.fn();
    const { ask, gate, connections } = await start({ waiting: 1, onShed }, 30, keeping);
    expect((await ask()).status).toBe(200);
    const all = await connections(40);
    const [other] = await connections(1);
    for (const { send } of all) send(rawPost(one).repeat(40));
    other!.send(rawPost({ query: '{ other: entity(id: "country:fra") { id } }' }));
    const { body } = (await other!.answer())!;
    expect(JSON.parse(body).data).toEqual({ other: { id: 'country:fra' } });
    for (const { answer } of all) {
      const answers = [];
      while (answers.length < 40) answers.push((await answer())!);
      expect(refusedOf(answers)).toBe(0);
    }
    expect(onShed).not.toHaveBeenCalled();
    await expect.poll(() => gate.inProgress()).toBe(0);
  });

  it('is refused from when it has held the thread for long, until others had their turn', async () => {
    const onShed = vi.fn();
    const { ask, gate, connections } = await start({ longestWait: 20, onShed }, 0, keeping);
    expect((await ask()).status).toBe(200);
    const all = await connections(20);
    for (const { send } of all) send(rawPost(one).repeat(100));
    const answers = [];
    for (const { answer } of all) {
      for (let each = 0; each < 100; each += 1) answers.push((await answer())!);
    }
    const refused = refusedOf(answers);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(answers.length);
    expect(onShed).toHaveBeenCalledWith('blocked');
    await expect.poll(() => gate.inProgress()).toBe(0);
    await expect.poll(async () => (await ask()).status).toBe(200);
  });
});
