import fc from 'fast-check';
import type { Name, Particulars } from '../../../src/graphql/references/particulars.ts';

export const named = (text: string): Name => ({ text, inferred: false });
export const concluded = (text: string): Name => ({ text, inferred: true });

/** An article of which nothing is known but its title. */
export const bare: Particulars = {
  id: 'source:bai-mot',
  language: 'vi',
  name: 'Tít bài',
  title: 'Tít bài',
  authors: [],
  publisher: null,
  republishedFrom: null,
  publishedOn: null,
  pageDate: null,
  address: null,
};

/** Letters with marks, composed or not, signs that mean something to TeX, BibTeX or an address, and what cannot be seen. */
export const anySign = fc.constantFrom(
  ...'\\{}$&#^_~%"@,.-?!:/= aĐệ😀\n\t\u0000\u00a0\u0301',
  'e\u0302\u0323',
);

const text = fc.string({ unit: anySign, minLength: 1 });
const name = fc.record({ text, inferred: fc.boolean() });
const orNone = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });
const date = fc.constantFrom('2021', '2021-12', '2021-12-18', '2021-12-18T12:44');

export const anyArticle: fc.Arbitrary<Particulars> = fc.record({
  id: fc.constant('source:bai-mot'),
  language: fc.constantFrom('vi', 'en'),
  name: text,
  title: orNone(text),
  authors: fc.array(name, { maxLength: 3 }),
  publisher: orNone(name),
  republishedFrom: orNone(name),
  publishedOn: orNone(date),
  pageDate: orNone(date),
  address: orNone(
    fc.record({
      url: text.map((path) => `https://example.org/${path}`),
      original: fc.boolean(),
    }),
  ),
});
