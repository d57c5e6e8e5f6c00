import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomNumbers } from '../../src/util/random-numbers.ts';
import { broken } from './support/break.ts';
import { AnswerCheck } from './support/check-answer.ts';
import { soundCodes } from './support/leaks.ts';
import { RandomQuery, type Things } from './support/random-query.ts';
import { type BlackBox, startBlackBox } from './support/server.ts';
import { findThings } from './support/things.ts';

/** How many queries are asked; more of them find what is rare: `RANDOM_REQUESTS=20000 npx vitest run test/blackbox/random`. */
const RUNS = Number(process.env.RANDOM_REQUESTS ?? 1_200);

let box: BlackBox;
let things: Things;
beforeAll(async () => {
  box = await startBlackBox();
  things = await findThings(box);
});
afterAll(() => box?.stop());

describe('a query at random', () => {
  it('is answered with exactly what the schema and it say', async () => {
    const roots = new Set<string>();
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
        const { query, variables } = new RandomQuery(
          box.schema,
          things,
          randomNumbers(seed),
        ).make();
        const document = parse(query);
        const invalid = validate(box.schema, document);
        const reply = await box.ask({ query, variables });
        const { status, text, answer } = reply;
        const told = `${query}\n${JSON.stringify(variables)}\n${text.slice(0, 3_000)}`;
        const codes = soundCodes(reply, told);
        expect(status, told).toBe(codes.includes('LIMIT_EXCEEDED') ? 400 : 200);
        const outcome = codes[0] ?? 'answered';
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (!('data' in answer)) {
          expect(codes.length, told).toBeGreaterThan(0);
          // The schema of the client cannot tell what a scalar of ours takes; all else in the query is valid.
          if (codes.includes('GRAPHQL_VALIDATION_FAILED')) expect(told).toMatch(/PartialDate/);
          return;
        }
        expect(
          invalid.map(({ message }) => message),
          told,
        ).toEqual([]);
        const check = new AnswerCheck(box.schema, document, undefined, variables);
        expect(check.check(answer), told).toEqual([]);
        for (const name of query.match(/(?<=^(query[^{]*)?\{ \w+: )\w+/g) ?? []) roots.add(name);
      }),
      { numRuns: RUNS },
    );
    // Else it would say nothing of answers, or of some of the fields.
    expect(outcomes.get('answered')).toBeGreaterThan(RUNS / 2);
    if (RUNS >= 1_000) {
      const all = Object.keys(box.schema.getQueryType()!.getFields());
      expect([...roots].toSorted()).toEqual(all.toSorted());
    }
  }, 600_000);
});

describe('a broken request at random', () => {
  it('is answered with documented codes, or as what it still says', async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.noShrink(fc.integer()), async (seed) => {
        const random = randomNumbers(seed);
        const sound = new RandomQuery(box.schema, things, random).make();
        const { path, body, ...sent } = broken(sound, random);
        const reply = await box.send({ ...sent, ...(body !== undefined && { body }) }, path);
        const told = JSON.stringify({ path, body, ...sent }).slice(0, 4_000);
        if (reply.status === 304) {
          expect([sent.headers['if-none-match'], reply.text], told).toEqual(['*', '']);
          return;
        }
        const codes = soundCodes(reply, told);
        for (const code of codes) outcomes.set(code, (outcomes.get(code) ?? 0) + 1);
        const { status, answer } = reply;
        if (codes.length === 0 || (answer.data !== undefined && answer.data !== null)) {
          expect(status, told).toBe(200);
          expect(answer, told).toHaveProperty('data');
        }
        if (!path.startsWith('/graphql') || typeof body !== 'string') return;
        if (!('data' in answer)) return;
        // What has an answer is a sound request after all, and held to what it says.
        const asked = JSON.parse(body.replace(/^\ufeff/, ''));
        const document = parse(asked.query);
        expect(validate(box.schema, document), told).toEqual([]);
        const name = asked.operationName ?? undefined;
        const check = new AnswerCheck(box.schema, document, name, asked.variables ?? {});
        expect(check.check(answer), `${told}\n${reply.text.slice(0, 3_000)}`).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    if (RUNS >= 1_000) {
      const met = ['BAD_REQUEST', 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED'];
      met.push('GRAPHQL_VALIDATION_FAILED', 'LIMIT_EXCEEDED', 'REQUEST_INVALID');
      expect([...outcomes.keys()]).toEqual(expect.arrayContaining(met));
    }
  }, 600_000);
});
