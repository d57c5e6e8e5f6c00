import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultLimits } from '../../../src/graphql/limits/limits.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';
import { openRaw, rawPost } from '../../support/raw.ts';

let application: RunningApplication;
beforeAll(async () => {
  const limits = { ...defaultLimits, time: 400 };
  application = await startApplication({ answerCache: 0, limits }, (store) => ({
    ...store,
    entities(ids) {
      const end = performance.now() + 30;
      while (performance.now() < end);
      return store.entities(ids);
    },
  }));
});
afterAll(() => application?.stop());

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: caytre.test\r\n\r\n`;

it.each([
  ['the API', rawPost({ query: '{ late: entity(id: "country:vnm") { id } }' })],
  ['pages', get('/entities?q=asean')],
  ['rows', get('/grafana/timeline?limit=2')],
])(
  'what others kept waiting until its time was over is refused, and may be asked again: %s',
  async (_name, late) => {
    const connect = async () => {
      const connection = await openRaw(application.address);
      connection.send(get('/health/live'));
      await connection.answer();
      return connection;
    };
    const others = await Promise.all(Array.from({ length: 40 }, connect));
    const last = await connect();
    const asked = rawPost({ query: '{ entity(id: "country:jpn") { id } }' });
    for (const { send } of others) send(asked);
    last.send(late);
    const { status, headers, body } = (await last.answer())!;
    expect(body).toContain('SERVER_BUSY');
    expect(status).toBe(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await Promise.all(others.map(({ answer }) => answer()));
    for (const { socket } of [...others, last]) socket.destroy();
  },
);
