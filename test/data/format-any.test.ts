import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formatted, type Role } from './formatted.ts';

/** Texts that YAML might take for something else, and any others. */
const anyText = fc.oneof(
  fc.constantFrom(
    ...[
      'NO',
      'yes',
      '~',
      'null',
      '2021',
      '2021-12-18',
      '12:30',
      '0x1F',
      '1e3',
      '.5',
      '-',
      '- a',
      '? b',
    ],
    ...[
      'a: b',
      'a:',
      ' #x',
      '# x',
      'a #b',
      '[a]',
      'a, b',
      '{',
      "it's",
      '"',
      '@a',
      '%',
      '&a',
      '*a',
      '!x',
    ],
    ...[
      '<<',
      '=',
      '.inf',
      '-.INF',
      '.nan',
      'a\nb',
      'a\tb',
      ' a',
      'a ',
      '',
      '\u00a0',
      '\u2028',
      '\ufeff',
    ],
    ...[
      'e\u0301',
      '\u{e0001}',
      '\ud800',
      '---',
      '...',
      '|',
      '>',
      '\\',
      'Đại hội XIII',
      '\u0085',
      '\u007f',
    ],
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.lorem({ maxCount: 30 }),
);
const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    anyText,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 4 }),
  ),
})).value;
const localized = fc.record({ vi: anyText, en: anyText });
const citation = fc.record(
  {
    evidence: fc.array(anyText, { maxLength: 12 }),
    paragraph: fc.integer({ min: 1, max: 5 }),
    inferred: localized,
    source: fc.constantFrom('source:a', 'source:b'),
    more: anyValue,
  },
  { requiredKeys: [] },
);
const statement = fc.record(
  {
    value: anyValue,
    property: fc.constantFrom('summary', 'chairs', 'code', 'unknown'),
    subject: fc.constantFrom('person:an', 'person:binh'),
    qualifiers: fc.dictionary(fc.constantFrom('to', 'from', 'scope', 'other'), anyValue),
    citations: fc.array(citation, { maxLength: 4 }),
    more: anyValue,
  },
  { requiredKeys: [] },
);
const files: Record<Role, fc.Arbitrary<unknown>> = {
  source: fc.record(
    {
      statements: fc.oneof(fc.array(statement, { maxLength: 5 }), anyValue),
      names: localized,
      file: anyText,
    },
    { requiredKeys: [] },
  ),
  entities: fc.record({
    entities: fc.array(
      fc.oneof(
        anyValue,
        fc.record({ names: localized, id: fc.constantFrom('person:a', 'person:b') }),
      ),
      { maxLength: 5 },
    ),
  }),
  ontology: fc.record(
    {
      properties: fc.dictionary(
        anyText,
        fc.record({ value: anyText, from: fc.array(anyText), label: localized }),
      ),
      vocabularies: fc.dictionary(anyText, fc.record({ terms: fc.dictionary(anyText, localized) })),
      kinds: anyValue,
    },
    { requiredKeys: [] },
  ),
};

/** The content without the order of its lists of records and of its keys, which formatting may change. */
const unordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unordered);
  if (typeof value !== 'object' || value === null) return value;
  const { entities, statements, citations, ...rest } = value as Record<string, unknown>;
  const sorted = (list: unknown): unknown =>
    Array.isArray(list)
      ? list.map((item) => JSON.stringify(keysInOrder(unordered(item)))).sort()
      : unordered(list);
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, unordered(part)])),
    entities: sorted(entities),
    statements: sorted(statements),
    citations: sorted(citations),
  };
};

const keysInOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(keysInOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, keysInOrder(part)]);
};

describe.each(['source', 'entities', 'ontology'] as const)('any %s file', (role) => {
  test('stays the same data, and to format it twice is to format it once', () => {
    fc.assert(
      fc.property(files[role], fc.boolean(), (content, spaced) => {
        const written = JSON.stringify(content, null, spaced ? 2 : undefined);
        // JSON writes what is no number, and infinity, as null.
        const given: unknown = JSON.parse(written);
        const once = formatted(written, role);
        expect(keysInOrder(unordered(parse(once)))).toEqual(keysInOrder(unordered(given)));
        expect(formatted(once, role)).toBe(once);
        expect(once).not.toMatch(/ $/m);
      }),
      { numRuns: 100 },
    );
  });

  test('keeps its comments, wherever they stand', () => {
    fc.assert(
      fc.property(files[role], fc.array(fc.nat(), { maxLength: 5 }), (content, places) => {
        const lines = formatted(JSON.stringify(content), role).split('\n');
        for (const [at, place] of places.entries()) {
          const index = place % lines.length;
          lines[index] += place % 2 === 0 ? ` # beside ${at}.` : `\n    # below ${at}.`;
        }
        const once = formatted(lines.join('\n'), role);
        const kept = once.match(/# (?:beside|below) \d+\./g) ?? [];
        expect(kept.length).toBe(places.length);
        expect(formatted(once, role)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });
});
