import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Patience } from '../../src/server/front.ts';
import type { GateOptions } from '../../src/server/overload/gate.ts';
import { type RunningApplication, startApplication } from '../support/application.ts';
import { openFront } from '../support/front.ts';
import { openRaw, rawPost } from '../support/raw.ts';

/** As long as it takes to notice something, and no longer. */
const HASTY: Patience = { headers: 150, request: 300, looked: 20 };
const LARGE = 'x'.repeat(24 * 2 ** 20);

let application: RunningApplication;
let onEntities = (): void => undefined;
beforeAll(async () => {
  // Each question is answered on its own, though all ask the same.
  application = await startApplication({ answerCache: 0 }, (store) => ({
    ...store,
    entities(ids) {
      onEntities();
      return store.entities(ids);
    },
  }));
});
afterAll(() => application?.stop());

let front: Awaited<ReturnType<typeof openFront>>;
afterEach(async () => {
  onEntities = () => undefined;
  await front.stop();
});

const one = { query: '{ entity(id: "country:jpn") { id } }' };
const answerOfOne = { data: { entity: { id: 'country:jpn' } } };

/** Opens a front of its own, and holds it to answering the next client, whatever the one before it does. */
async function start(options: Partial<GateOptions> & { readonly patience?: Patience } = {}) {
  front = await openFront(application.edition, options);
  const { address, gate } = front;
  const others = async (): Promise<void> => {
    const { socket, send, answer } = await openRaw(address);
    send(rawPost(one));
    const given = await answer();
    socket.destroy();
    expect(JSON.parse(given!.body)).toMatchObject(answerOfOne);
  };
  return { address, gate, others, open: () => openRaw(address) };
}

describe('a client that does not finish what it says', () => {
  it.each([
    ['sends nothing', ''],
    ['sends half of a line', 'POST /gra'],
    ['sends headers without an end', 'POST /graphql HTTP/1.1\r\nHost: a\r\nX-A: 1\r\n'],
    [
      'sends no body',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n',
    ],
    [
      'sends half of a body',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{"query":',
    ],
    [
      'sends a chunk and no more',
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{"q\r\n',
    ],
  ])('and %s is let go, and keeps nobody from an answer', async (_name, text) => {
    const { gate, others, open } = await start({ patience: HASTY });
    const { send, rest } = await open();
    send(text);
    await others();
    const left = await rest();
    expect(left === '' || left.startsWith('HTTP/1.1 408 ')).toBe(true);
    await expect.poll(() => gate.inProgress()).toBe(0);
  });

  it('but drips it byte by byte is let go as well', async () => {
    const { gate, others, open } = await start({ patience: HASTY });
    const { socket, send, rest } = await open();
    const drip = setInterval(() => socket.writable && send('X-A: 1\r\n'), 10);
    send('GET /health/live HTTP/1.1\r\nHost: a\r\n');
    expect(await rest()).toContain('HTTP/1.1 408 ');
    clearInterval(drip);
    await others();
    expect(gate.inProgress()).toBe(0);
  });

  it.each(['end', 'destroy', 'resetAndDestroy'] as const)(
    'but leaves in the middle of it (%s) leaves nothing behind',
    async (leave) => {
      const onAbandoned = vi.fn();
      const { gate, others, open } = await start({ onAbandoned });
      const { socket, send } = await open();
      send(
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n{',
      );
      await expect.poll(() => gate.inProgress()).toBe(1);
      socket[leave]();
      await expect.poll(() => gate.inProgress()).toBe(0);
      await others();
    },
  );
});

describe('a client that says too much', () => {
  it('in its headers is refused with status 431, and let go', async () => {
    const { others, open } = await start();
    const { send, answer, rest } = await open();
    send(`GET / HTTP/1.1\r\nHost: a\r\n${`X-A: ${'a'.repeat(1_000)}\r\n`.repeat(40)}`);
    expect((await answer())!.status).toBe(431);
    expect(await rest()).toBe('');
    await others();
  });

  it('in its body is refused with status 413 before all of it has come', async () => {
    const { others, open } = await start();
    const { send, answer, socket } = await open();
    send(
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{',
    );
    expect((await answer())!.status).toBe(413);
    socket.destroy();
    await others();
  });

  it('in chunks without an end is refused with status 413', async () => {
    const { others, open } = await start();
    const { send, answer, socket } = await open();
    send(
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    for (let each = 0; each < 6; each += 1) send(`10000\r\n${' '.repeat(0x10000)}\r\n`);
    expect((await answer())!.status).toBe(413);
    socket.destroy();
    await others();
  });

  it('by asking much before it reads is answered in its order', async () => {
    const { open } = await start();
    const { send, answer } = await open();
    const ids = ['country:jpn', 'country:fra', 'country:vnm', 'nothing:here'];
    const asked = Array.from({ length: 40 }, (_, index) => ids[index % ids.length]!);
    send(asked.map((id) => rawPost({ query: `{ entity(id: "${id}") { id } }` })).join(''));
    for (const id of asked) {
      const { data } = JSON.parse((await answer())!.body);
      expect(data.entity).toEqual(id === 'nothing:here' ? null : { id });
    }
  });

  it('by asking more than that is answered a part, refused, and let go', async () => {
    const onShed = vi.fn();
    const { gate, others, open } = await start({ onShed });
    const { send, answer, rest } = await open();
    send(rawPost(one).repeat(200));
    const statuses: number[] = [];
    for (let given = await answer(); given !== undefined; given = await answer()) {
      statuses.push(given.status);
    }
    expect(await rest()).toBe('');
    expect(statuses.at(-1)).toBe(503);
    expect(statuses.slice(0, 64).every((status) => status === 200)).toBe(true);
    expect(onShed).toHaveBeenCalledWith('pipelined');
    await expect.poll(() => gate.inProgress()).toBe(0);
    await others();
  });
});

describe('a client that does not read its answer', () => {
  const openLarge = (options: Partial<GateOptions>) =>
    openFront(
      {
        ...application.edition,
        handle: (request, response) =>
          request.url === '/large'
            ? response.end(LARGE)
            : application.edition.handle(request, response),
      },
      options,
    );

  it('is let go after a while, and then nothing of the answer is held', async () => {
    const onSlowReader = vi.fn();
    front = await openLarge({ longestAnswer: 400, onSlowReader });
    const { gate, address } = front;
    const { socket, send } = await openRaw(address);
    socket.pause();
    send('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
    await expect.poll(() => onSlowReader.mock.calls.length).toBe(1);
    expect([gate.inProgress(), gate.sending()]).toEqual([0, 0]);
    socket.destroy();
  });

  it('is let go at once when too much is held for such, the first that came first', async () => {
    const onSlowReader = vi.fn();
    front = await openLarge({ onSlowReader });
    const slow = [];
    for (let each = 0; each < 8; each += 1) {
      const connection = await openRaw(front.address);
      connection.socket.pause();
      connection.send('GET /large HTTP/1.1\r\nHost: a\r\n\r\n');
      slow.push(connection.socket);
    }
    // 8 times 24 MB are beyond the 128 MB that may be held.
    await expect.poll(() => onSlowReader.mock.calls.length).toBeGreaterThan(0);
    await expect.poll(() => front.gate.sending()).toBeLessThan(8);
    expect(front.gate.sending()).toBeGreaterThan(2);
    // What is ready counts as work no longer.
    await expect.poll(() => front.gate.inProgress()).toBe(0);
    for (const socket of slow) socket.destroy();
    await expect.poll(() => front.gate.sending()).toBe(0);
  });

  it('and leaves in its middle leaves nothing behind', async () => {
    const onAbandoned = vi.fn();
    const { gate, others, open } = await start({ onAbandoned });
    const { socket, send } = await open();
    onEntities = () => socket.resetAndDestroy();
    send(rawPost(one));
    await once(socket, 'close');
    onEntities = () => undefined;
    await expect.poll(() => gate.inProgress()).toBe(0);
    await others();
  });
});

describe('connections', () => {
  it('beyond those that are allowed are closed, and taken again when others have gone', async () => {
    const onConnectionRefused = vi.fn();
    const { gate, others, open } = await start({ connections: 4, onConnectionRefused });
    const held = await Promise.all(Array.from({ length: 4 }, open));
    // The beginning of a request, so that each is in use, and makes no room.
    for (const { send } of held) send('POST /gra');
    await expect.poll(gate.connections).toBe(4);
    const beyond = await open();
    expect(await beyond.rest()).toBe('');
    expect(onConnectionRefused).toHaveBeenCalled();
    held[0]!.socket.destroy();
    await expect
      .poll(async () => {
        const next = await open();
        next.send(rawPost(one));
        const given = await next.answer();
        next.socket.destroy();
        return given?.status;
      })
      .toBe(200);
    for (const { socket } of held) socket.destroy();
    await expect.poll(others).toBeUndefined();
  });

  it('that come when there are many end with their first answer, and no other does', async () => {
    const { gate, open } = await start({ connections: 10 });
    const all: Awaited<ReturnType<typeof open>>[] = [];
    for (let count = 1; count <= 10; count += 1) {
      all.push(await open());
      await expect.poll(gate.connections).toBe(count);
    }
    const ends: boolean[] = [];
    for (const { socket, send, answer } of all) {
      send(rawPost(one));
      const { status, headers } = (await answer())!;
      expect(status).toBe(200);
      ends.push(headers.connection === 'close');
      if (ends.at(-1)) await once(socket, 'close');
    }
    expect(ends).toEqual([...Array<boolean>(8).fill(false), true, true]);
    for (const { socket } of all) socket.destroy();
  });

  it('may stay without a request for a shorter time when there are many, which their answers say', async () => {
    const { gate, open } = await start({ connections: 10 });
    const [first] = await Promise.all(Array.from({ length: 7 }, open));
    const ask = async () => {
      first!.send(rawPost(one));
      return (await first!.answer())!.headers['keep-alive'];
    };
    expect(await ask()).toBe('timeout=65');
    const more = await Promise.all(Array.from({ length: 2 }, open));
    await expect.poll(gate.connections).toBe(9);
    await expect.poll(ask).toBe('timeout=5');
    for (const { socket } of more) socket.destroy();
    await expect.poll(ask).toBe('timeout=65');
    first!.socket.destroy();
  });

  it('that nobody uses make room when there is hardly any', async () => {
    const { gate, open, others } = await start({ connections: 10 });
    const idle = await Promise.all(Array.from({ length: 8 }, open));
    for (const { send, answer } of idle) {
      send(rawPost(one));
      expect((await answer())!.headers.connection).toBe('keep-alive');
    }
    const used = await Promise.all(Array.from({ length: 2 }, open));
    for (const { send } of used) send('POST /gra');
    for (const { rest } of idle) expect(await rest()).toBe('');
    await expect.poll(gate.connections).toBe(2);
    await others();
    for (const { socket } of [...idle, ...used]) socket.destroy();
  });

  it('half closed by a client that waits are answered', async () => {
    const { open } = await start();
    const { socket, send, answer } = await open();
    send(rawPost(one));
    socket.end();
    expect(JSON.parse((await answer())!.body)).toMatchObject(answerOfOne);
  });
});
