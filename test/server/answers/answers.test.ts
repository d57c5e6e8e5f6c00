import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../../src/errors/problem.ts';
import {
  type Answer,
  type AnswersOptions,
  createAnswers,
  type FoundAnswer,
} from '../../../src/server/answers/answers.ts';
import type { GivenAnswer, Question, Refusal } from '../../../src/server/graphql/answering.ts';

const TIME = 1_000;
const ROOM = 1_000_000;

const given = (body: string, status = 200): GivenAnswer => ({
  status,
  headers: [['content-type', 'application/json']],
  body,
});

/** A question, and its client, who can leave. */
function asking() {
  const listeners: (() => void)[] = [];
  const question: Question = {
    method: 'POST',
    search: '',
    body: {},
    bodyLength: 2,
    headers: {},
    language: 'vi',
    languagesMissed: undefined,
    onEnd: (listener) => listeners.push(listener),
  };
  return {
    question,
    leave() {
      for (const listener of listeners) listener();
    },
  };
}

/** Answers that come when the test says so, by a clock that the test sets. */
function slowly(options: Partial<AnswersOptions> = {}) {
  const work: { readonly answer: (found: GivenAnswer | Refusal) => void; ended: boolean }[] = [];
  const clock = { now: 0 };
  const answers = createAnswers({
    answer: (question) =>
      new Promise((resolve) => {
        const one = { answer: resolve, ended: false };
        question.onEnd(() => {
          one.ended = true;
        });
        work.push(one);
      }),
    capacity: ROOM,
    time: TIME,
    now: () => clock.now,
    ...options,
  });
  return { answers, work, clock };
}

const textOf = (one: FoundAnswer | Answer): string => {
  const answer = 'answer' in one ? one.answer : one;
  return 'body' in answer ? answer.body.plain.toString() : answer.problem.problem.code;
};

describe('answers that are kept', () => {
  it('are those without errors that came in time', async () => {
    const kinds: Record<string, [found: GivenAnswer | Refusal, ms: number, kept: boolean]> = {
      whole: [given('{"data":{"a":"\\"errors\\":"}}'), 0, true],
      failed: [given('{"errors":[{}],"data":null}'), 0, false],
      failedAtItsEnd: [given('{"data":null,"errors":[{}]}'), 0, false],
      refused: [given('{"data":{}}', 400), 0, false],
      late: [given('{"data":{}}'), TIME * 0.8, false],
      problem: [
        { status: 400, problem: new ProblemError('DOCUMENT_NOT_TRUSTED'), extensions: {} },
        0,
        false,
      ],
    };
    const { answers, work, clock } = slowly();
    for (const [key, [found, ms, kept]] of Object.entries(kinds)) {
      const asked = answers.ask(key, asking().question);
      clock.now += ms;
      work.at(-1)!.answer(found);
      await asked;
      expect(answers.kept(key) !== undefined, key).toBe(kept);
    }
  });

  it('never take more room than there is, however they come, grow and are asked for', async () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      size: fc.integer({ min: 0, max: 6_000 }),
      act: fc.constantFrom('ask', 'ask', 'br', 'gzip', 'forget'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const capacity = 20_000;
        const bodies = new Map<string, string>();
        const answers = createAnswers({
          answer: async ({ body }) => given(body as string),
          capacity,
          time: TIME,
          now: () => 0,
        });
        for (const { key, size: length, act } of steps) {
          const kept = answers.kept(key);
          // What is kept is what was last answered.
          if (kept !== undefined) expect(textOf(kept)).toBe(bodies.get(key));
          if (act === 'forget') answers.forget();
          else if (act !== 'ask') await kept?.body.as(act);
          else {
            bodies.set(key, 'x'.repeat(length));
            const { question } = asking();
            await answers.ask(key, { ...question, body: bodies.get(key) });
          }
          expect(answers.size()).toBeLessThanOrEqual(capacity);
          const held = [...bodies].filter(([name]) => answers.kept(name) !== undefined);
          const least = held.reduce((sum, [, body]) => sum + body.length, 0);
          expect(answers.size()).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are none without room, and then nobody waits for the answer of another', async () => {
    const { answers, work } = slowly({ capacity: 0 });
    const both = [answers.ask('a', asking().question), answers.ask('a', asking().question)];
    expect(work).toHaveLength(2);
    for (const one of work) one.answer(given('{"data":{}}'));
    await Promise.all(both);
    expect(answers.kept('a')).toBeUndefined();
  });
});

describe('many who ask the same at once', () => {
  it('wait for one answer', async () => {
    const { answers, work } = slowly();
    const all = Array.from({ length: 5 }, () => answers.ask('a', asking().question));
    const other = answers.ask('b', asking().question);
    expect(work).toHaveLength(2);
    work[0]!.answer(given('{"data":1}'));
    work[1]!.answer(given('{"data":2}'));
    const ended = await Promise.all([...all, other]);
    expect(ended.map(textOf)).toEqual([...Array(5).fill('{"data":1}'), '{"data":2}']);
    const found = ended.map((one) => one.found);
    expect(found).toEqual(['made', 'shared', 'shared', 'shared', 'shared', 'made']);
  });

  it('get it though the one who asked first has left; when all have left, the work ends and nobody joins it', async () => {
    const { answers, work } = slowly();
    const [first, second] = [asking(), asking()];
    void answers.ask('a', first.question);
    const got = answers.ask('a', second.question);
    first.leave();
    expect(work[0]!.ended).toBe(false);
    work[0]!.answer(given('{"data":1}'));
    expect(textOf(await got)).toBe('{"data":1}');

    const [third, fourth] = [asking(), asking()];
    void answers.ask('b', third.question);
    void answers.ask('b', fourth.question);
    third.leave();
    fourth.leave();
    expect(work[1]!.ended).toBe(true);
    const anew = answers.ask('b', asking().question);
    expect(work).toHaveLength(3);
    work[2]!.answer(given('{"data":3}'));
    expect(textOf(await anew)).toBe('{"data":3}');
  });

  it('have each their own time: who came later asks anew when that of the first is over, and all such once', async () => {
    const { answers, work, clock } = slowly();
    const first = answers.ask('a', asking().question);
    clock.now = 500;
    const left = asking();
    const later = [answers.ask('a', asking().question), answers.ask('a', asking().question)];
    const gone = answers.ask('a', left.question);
    left.leave();
    clock.now = TIME;
    const over = {
      status: 400,
      problem: new ProblemError('TIME_EXCEEDED', { allowed: TIME }),
      extensions: {},
    };
    work[0]!.answer(over);
    expect(textOf(await first)).toBe('TIME_EXCEEDED');
    expect(textOf(await gone)).toBe('TIME_EXCEEDED');
    await vi.waitFor(() => expect(work).toHaveLength(2));
    clock.now += TIME;
    work[1]!.answer(over);
    expect((await Promise.all(later)).map(textOf)).toEqual(['TIME_EXCEEDED', 'TIME_EXCEEDED']);
    expect(work).toHaveLength(2);
  });

  it('are all told what went wrong, and the next asks anew', async () => {
    let failing = true;
    const answer = vi.fn(async () => {
      if (failing) throw new Error('broken');
      return given('{"data":1}');
    });
    const { answers } = slowly({ answer });
    const both = [answers.ask('a', asking().question), answers.ask('a', asking().question)];
    for (const one of both) await expect(one).rejects.toThrow('broken');
    failing = false;
    expect(textOf(await answers.ask('a', asking().question))).toBe('{"data":1}');
    expect(answer).toHaveBeenCalledTimes(2);
  });
});
