import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Answers, FoundAnswer } from '../../../src/server/answers/answers.ts';
import type { SendAnswer } from '../../../src/server/answers/send.ts';
import { Exchange } from '../../../src/server/graphql/exchange.ts';
import { createRespond } from '../../../src/server/graphql/respond.ts';
import { createWatcher } from '../../../src/server/watching/watching.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A server that answers as it can with these parts, and what it was told of that went wrong. */
async function begin(
  ask: Answers['ask'],
  sendAnswer: SendAnswer,
): Promise<{ readonly address: string; readonly faults: readonly unknown[] }> {
  const faults: unknown[] = [];
  const watcher = createWatcher(undefined, () => undefined);
  const respond = createRespond({
    answers: { kept: () => undefined, ask, forget: () => undefined, size: () => 0 },
    sendAnswer,
    readJson: JSON.parse,
    faultOf(thrown) {
      faults.push(thrown);
      return { status: 500, error: { message: 'told', extensions: { code: 'INTERNAL' } } };
    },
  });
  server = createServer((request, response) => {
    const watch = watcher.begin(request, response, '/graphql');
    respond(new Exchange(request, response, watch, ['x-own', 'yes'], () => false), undefined);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, faults };
}

const found = { answer: { status: 200, learnt: {} }, found: 'made' } as unknown as FoundAnswer;
const gone = new Error('gone');

it.each([
  ['what makes answers fails', () => Promise.reject(gone), (): void => undefined],
  [
    'an answer cannot be sent',
    async () => found,
    () => {
      throw gone;
    },
  ],
  ['an answer cannot be compressed', async () => found, () => Promise.reject(gone)],
] as const)('where %s, whoever asked is told so', async (_what, ask, sendAnswer) => {
  const { address, faults } = await begin(ask, sendAnswer);
  const response = await fetch(address);
  expect(response.status).toBe(500);
  expect(response.headers.get('x-own')).toBe('yes');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { errors } = (await response.json()) as { errors: [{ extensions: object }] };
  expect(errors[0].extensions).toEqual({
    code: 'INTERNAL',
    requestId: expect.stringMatching(/^[\da-f]{12}-/),
  });
  expect(faults).toEqual([gone]);
});

it('where an answer fails that has begun, its connection ends rather than that it seems whole', async () => {
  const { address, faults } = await begin(
    async () => found,
    ({ response }) => {
      response.writeHead(200, { 'content-length': 9 }).write('half');
      throw gone;
    },
  );
  await expect(fetch(address).then((response) => response.text())).rejects.toThrow();
  expect(faults).toEqual([gone]);
});
