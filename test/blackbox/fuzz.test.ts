import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, anyValue, bytes, converse, soup } from './support/fuzz.ts';
import { soundCodes } from './support/leaks.ts';
import { type BlackBox, startBlackBox } from './support/server.ts';

/*
 * Whatever is sent, the server answers it as a request that it understands or refuses, and nothing of the machine shows. Queries that
 * are sound, and those broken at one place, are in random-queries.test.ts; these here have no grammar at all.
 *
 * `npm run fuzz` looks longer. FUZZ_SEED=… does the same once more.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const run = { seed, numRuns: RUNS, endOnFailure: true };

let box: BlackBox;
beforeAll(async () => {
  box = await startBlackBox();
  console.log(`fuzz: FUZZ_SEED=${seed} FUZZ_RUNS=${RUNS}`);
});
afterAll(() => box?.stop());

/** What no page may hold; answers in JSON are looked at more closely. */
const LEAKS = /node_modules|file:\/\/|\bat .{1,80}:\d+:\d+|FST_|ERR_|HPE_/;

function expectSound(text: string, told: string): void {
  const leak = LEAKS.exec(text)?.[0] ?? (text.includes(process.cwd()) ? 'a path' : undefined);
  expect(leak, told).toBeUndefined();
}

/** Bytes of the heap that are in use once all that is not has been let go. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

describe('whatever is sent', () => {
  it('as a document and its variables', async () => {
    const names = Object.values(box.schema.getTypeMap()).flatMap((type) => [
      type.name,
      ...('getFields' in type ? Object.keys(type.getFields()) : []),
    ]);
    const body = fc.record(
      {
        query: fc.oneof({ weight: 8, arbitrary: soup([...new Set(names)]) }, anyValue),
        variables: fc.oneof(fc.constant({ a: true }), anyValue),
        operationName: fc.oneof(fc.constant(null), anyValue),
        extensions: fc.oneof(fc.constant({}), anyValue),
        documentId: anyValue,
      },
      { requiredKeys: ['query'] },
    );
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const told = JSON.stringify(sent).slice(0, 2_000);
        soundCodes(await box.ask(sent), told);
      }),
      run,
    );
  }, 3_600_000);

  it('as an address', async () => {
    const headers = fc.constantFrom<Record<string, string>>(
      { accept: 'text/html' },
      { accept: 'application/json', 'apollo-require-preflight': 'x' },
      { 'accept-language': 'en;q=0,*' },
      { 'if-none-match': '*', 'accept-encoding': 'gzip;q=0' },
      { authorization: 'Bearer x', cookie: 'a' },
      { range: 'bytes=1-0', 'x-forwarded-host': '"><' },
    );
    await fc.assert(
      fc.asyncProperty(address, headers, async (path, given) => {
        const response = await fetch(box.address + path, { headers: given, redirect: 'manual' });
        const text = await response.text();
        const told = `${path}\n${response.status}\n${text.slice(0, 500)}`;
        // OEmbed asks for 501 where a format is none that there is: a refusal like others.
        const isFormat = response.status === 501 && path.startsWith('/oembed');
        const status = isFormat ? 400 : response.status;
        expect(status, told).toBeLessThan(500);
        expectSound(text, told);
        if (response.headers.get('content-type')?.includes('json')) {
          const answer = JSON.parse(text);
          if (status >= 400) {
            soundCodes({ status, headers: response.headers, text, answer }, told);
          }
        }
      }),
      run,
    );
  }, 3_600_000);

  it('as bytes', async () => {
    const statuses = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(bytes, async (sent) => {
        const said = await converse(box.address, sent);
        const told = JSON.stringify([sent, said.slice(0, 500)]);
        // Where it says nothing, it took what came for the beginning of more.
        for (const [, status] of said.matchAll(/^HTTP\/1\.[01] (\d{3}) /gm)) {
          statuses.set(status!, (statuses.get(status!) ?? 0) + 1);
          expect(Number(status), told).toBeLessThan(500);
        }
        if (said !== '') expect(said, told).toMatch(/^HTTP\/1\.[01] \d{3} /);
        if (!/^HTTP\/1\.[01] 2/.test(said)) expectSound(said, told);
      }),
      run,
    );
    // Else it would say nothing of sound requests, or of broken ones.
    if (RUNS >= 300) expect([...statuses.keys()]).toEqual(expect.arrayContaining(['200', '400']));
  }, 3_600_000);

  it('leaves nothing behind in the memory', async () => {
    const some = fc.sample(bytes, { seed, numRuns: 100 });
    const places = fc.sample(address, { seed, numRuns: 50 });
    const once = async (): Promise<number> => {
      for (const one of some) await converse(box.address, one);
      for (const path of places) await (await fetch(box.address + path)).text();
      return heapInUse();
    };
    // What is made once for all is there after the first time.
    await once();
    const before = await once();
    const after = await once();
    expect(after - before).toBeLessThan(8 * 2 ** 20);
  }, 600_000);
});
