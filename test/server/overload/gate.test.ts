import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GateOptions } from '../../../src/server/overload/gate.ts';
import type { GraphStore } from '../../../src/store/port.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';
import { createTestGate } from '../../support/gate.ts';
import { openRaw, type RawAnswer, type RawConnection, rawPost } from '../../support/raw.ts';

let application: RunningApplication | undefined;
afterEach(() => application?.stop());

const hold = (ms: number): void => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

/** Keeps the thread for so long with each question about entities. */
const slow =
  (ms: number) =>
  (store: GraphStore): GraphStore => ({
    ...store,
    entities(ids) {
      hold(ms);
      return store.entities(ids);
    },
  });

async function start(options: Partial<GateOptions>, change?: (store: GraphStore) => GraphStore) {
  const gate = createTestGate(options);
  application = await startApplication({}, change, { gate });
  const { address, ask } = application;
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
    const { ask, connections } = await start({ waiting: 5, onShed, log: { warn } }, slow(30));
    const all = await connections(40);
    sendAll(all);
    const refused = refusedOf(await answersOf(all));
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(40);
    expect(onShed.mock.calls).toEqual(Array.from({ length: refused }, () => ['waiting']));
    expect(warn).toHaveBeenCalledExactlyOnceWith({ reason: 'waiting' }, expect.any(String));
    expect((await ask(one)).status).toBe(200);
    // The connection of a refusal is as good as any.
    sendAll(all.slice(-1));
    expect(refusedOf(await answersOf(all.slice(-1)))).toBe(0);
    await expect.poll(() => warn.mock.lastCall).toEqual([{ refused }, expect.any(String)]);
  });

  it('is known by how long the one waits that has waited longest', async () => {
    const { ask, connections } = await start({ longestWait: 50 }, slow(25));
    const first = await connections(30);
    const late = await connections(5);
    sendAll(first);
    const answers = first.map(({ answer }) => answer());
    await Promise.race(answers.slice(4));
    sendAll(late);
    expect(refusedOf(await answersOf(late))).toBe(5);
    expect(refusedOf((await Promise.all(answers)) as RawAnswer[])).toBe(0);
    expect((await ask(one)).status).toBe(200);
  });

  it('does not keep anybody from learning how the server fares', async () => {
    const { address } = await start({ waiting: 0 });
    expect((await fetch(`${address}/graphql`)).status).toBe(503);
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect((await fetch(`${address}/healthy`)).status).toBe(503);
  });
});

it('refuses most of what has come while the thread was held, and nothing after that', async () => {
  const onShed = vi.fn();
  const { ask, gate, connections } = await start({ longestWait: 200, onShed });
  const all = await connections(40);
  sendAll(all);
  hold(800);
  const refused = refusedOf(await answersOf(all));
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThan(40);
  expect(onShed).toHaveBeenCalledWith('blocked');
  expect((await ask(one)).status).toBe(200);
  expect(gate.inProgress()).toBe(0);
});
