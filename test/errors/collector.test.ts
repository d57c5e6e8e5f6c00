import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProblemCollector } from '../../src/errors/collector.ts';
import { problem } from '../../src/errors/problem.ts';

test('gives the first problems in order, and makes no more than it may have to give', () => {
  const place = fc.record({
    file: fc.constantFrom('a', 'b'),
    line: fc.integer({ min: 1, max: 4 }),
    column: fc.integer({ min: 1, max: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: 60 }),
      fc.integer({ min: 1, max: 10 }),
      (places, limit) => {
        const collector = new ProblemCollector(limit);
        let made = 0;
        for (const where of places) {
          // Only file and line are known before the problem is made.
          collector.add({ file: where.file, line: where.line }, () => {
            made += 1;
            return problem('FILE_EMPTY', {}, where);
          });
        }
        const { problems, leftOut } = collector.finish();
        const sorted = places.map(({ file, line, column }) => `${file}${line}${column}`).sort();
        expect(problems.map(({ where }) => `${where.file}${where.line}${where.column}`)).toEqual(
          sorted.slice(0, limit),
        );
        expect(leftOut).toBe(Math.max(0, places.length - limit));
        expect(collector.total).toBe(places.length);
        expect(made).toBeLessThanOrEqual(places.length);
      },
    ),
  );
});

test('does not make problems that lie behind all it gives', () => {
  const collector = new ProblemCollector(2);
  let made = 0;
  for (let line = 1; line <= 1000; line += 1) {
    collector.add({ file: 'a', line }, () => {
      made += 1;
      return problem('FILE_EMPTY', {}, { file: 'a', line });
    });
  }
  expect(made).toBe(4);
  expect(collector.finish()).toMatchObject({
    leftOut: 998,
    problems: [{ where: { line: 1 } }, {}],
  });
});
