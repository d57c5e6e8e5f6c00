import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRequestLog, type RequestsLogged } from '../../../src/server/watching/request-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'caytre-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function linesOf(logged: RequestsLogged, level: string): Record<string, unknown>[] {
  const file = join(folder, 'log');
  const fd = openSync(file, 'w');
  const log = createRequestLog({ logged, level, fd });
  for (const status of [200, 503]) {
    log.ended({
      ...{ requestId: 'a"b', method: 'GET', route: '/', path: '/\n', network: '::/48' },
      ...{ bytes: undefined, status, seconds: 0.01234 },
    });
  }
  log.close();
  closeSync(fd);
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

it.each([
  ['all', 'info', [200, 503]],
  ['all', 'warn', [503]],
  ['failures', 'info', [503]],
  ['all', 'silent', []],
  ['off', 'info', []],
] as const)('%s at level %s has lines of %j', (logged, level, statuses) => {
  expect(linesOf(logged, level).map(({ status }) => status)).toEqual(statuses);
});

it('has a line of JSON for each, whatever stands in it', () => {
  const [line, failed] = linesOf('all', 'info');
  expect(line).toMatchObject({
    level: 30,
    requestId: 'a"b',
    path: '/\n',
    ms: 12.3,
    msg: 'answered',
  });
  expect(new Date(String(line!.time)).getTime()).not.toBeNaN();
  expect(failed).toMatchObject({ level: 40 });
});
