import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexEvidence, occurrences } from '../../../src/data/citations/evidence.ts';
import { cite, state } from './example.ts';

const printed = (term: string, text: string): string[] =>
  occurrences(term, text).map(({ start, end }) => text.slice(start, end));

describe('occurrences', () => {
  test('runs of white space equal one another, no-break spaces included', () => {
    expect(printed('hai  đoàn', 'có hai\u00a0 đoàn')).toEqual(['hai\u00a0 đoàn']);
    expect(printed(' hai\u00a0đoàn ', 'có hai đoàn')).toEqual(['hai đoàn']);
  });

  test('neither marks nor case nor the Icelandic letter are folded', () => {
    expect(printed('đoàn', 'Đoàn và doan')).toEqual([]);
    expect(printed('Đoàn', 'Ðoàn')).toEqual([]);
    expect(printed('Ðoàn', 'Ðoàn')).toEqual(['Ðoàn']);
  });

  test.each([
    ['5', '45 và 5,2 và 1.5 và G5', []],
    ['45', 'có 45.', ['45']],
    ['1', '1.250', []],
    ['1.250', 'có 1.250 người', ['1.250']],
    ['12', '19/12', ['12']],
    ['ban', 'bang, ban', ['ban']],
    ['A+', 'A A+ |', ['A+']],
    ['(a.b)?', 'xem (a.b)?', ['(a.b)?']],
    ['2-3', 'cho 2-3 năm', ['2-3']],
    ['', 'a b', []],
    ['\u00a0', 'a\u00a0b', []],
  ])('%j in %j', (term, text, expected) => {
    expect(printed(term, text)).toEqual(expected);
  });

  test('overlapping occurrences are all found', () => {
    expect(occurrences('a b a', 'a b a b a').map(({ start }) => start)).toEqual([0, 4]);
    expect(occurrences('😀😀', '😀😀😀').map(({ start }) => start)).toEqual([0, 2]);
  });

  test('they are those of a naive search', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '1', '.', ',', ' ', '\u00a0', '-', '😀'));
    const joined = letters.map((parts) => parts.join(''));
    const squeeze = (text: string) => text.trim().replace(/\s+/g, ' ');
    fc.assert(
      fc.property(joined, joined, (term, text) => {
        const expected: [number, number][] = [];
        for (let start = 0; start < text.length; start++) {
          for (let end = start + 1; end <= text.length; end++) {
            const part = text.slice(start, end);
            if (part !== part.trim() || squeeze(part) !== squeeze(term)) continue;
            const around = (at: number) => text.slice(Math.max(0, at), Math.max(0, at + 2));
            const cutsBefore =
              /^[a-z0-9]/.test(part) &&
              (/[a-z0-9]$/.test(text.slice(0, start)) ||
                (/^\d/.test(part) && start > 1 && /\d[.,]/.test(around(start - 2))));
            const cutsAfter =
              /[a-z0-9]$/.test(part) &&
              (/^[a-z0-9]/.test(around(end)) || (/\d$/.test(part) && /^[.,]\d/.test(around(end))));
            if (!cutsBefore && !cutsAfter) expected.push([start, end]);
          }
        }
        expect(occurrences(term, text).map(({ start, end }) => [start, end])).toEqual(expected);
      }),
    );
  });
});

test('evidence is gathered by source and paragraph, each term once', () => {
  const index = indexEvidence([
    state('body:a', 'chairs', cite('source:x', 1, 'A', 'B'), cite('source:y', 1, 'C')),
    state('body:b', 'hosts', cite('source:x', 1, 'B'), cite('source:x', 2, 'D')),
  ]);
  expect([...index.keys()]).toEqual(['source:x', 'source:y']);
  expect(index.get('source:x')?.get(1)).toEqual({
    terms: new Set(['A', 'B']),
    properties: new Set(['chairs', 'hosts']),
  });
  expect(index.get('source:x')?.get(2)?.terms).toEqual(new Set(['D']));
});
