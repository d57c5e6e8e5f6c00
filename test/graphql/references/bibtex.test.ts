import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex, escaped } from '../../../src/graphql/references/bibtex.ts';
import { anyArticle, bare, concluded, named } from './example.ts';

const paragraph = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });

/** The fields of an entry, read as BibTeX does: it counts braces, and knows no backslash. */
function read(entry: string): { readonly key: string; readonly fields: Record<string, string> } {
  const [, key, body] = /^@misc\{([a-z0-9-]+),\n(.*)\n\}$/s.exec(entry)!;
  const fields: Record<string, string> = {};
  let rest = body!;
  while (rest !== '') {
    const [start, name] = /^ {2}([a-z]+) = /.exec(rest)!;
    let end = start.length;
    let depth = 0;
    for (; depth > 0 || rest[end] !== ','; end += 1) {
      if (end >= rest.length) throw new Error(`The braces of ${name} are not balanced.`);
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
      if (depth < 0) throw new Error(`The braces of ${name} are not balanced.`);
    }
    expect(fields).not.toHaveProperty(name!);
    fields[name!] = rest.slice(start.length, end);
    rest = rest.slice(end + 1).replace(/^\n/, '');
  }
  return { key: key!, fields };
}

const signs: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};

/** What TeX would set. */
const typeset = (field: string): string =>
  field.replace(/\\(text[a-z]+)\{\}|\\([$&#_%])/g, (_, name, sign) => sign ?? signs[name]);

describe('a reference for BibTeX', () => {
  it('has a field for whatever is known', () => {
    const article = {
      ...bare,
      authors: [named('Minh Thu'), named('Nguyễn Hồng')],
      publisher: named('Báo Quốc tế'),
      publishedOn: '2021-12-18T12:44',
      address: { url: 'https://example.org/a_b%20c?d=e&f=g#h', original: false },
    };
    expect(bibtex(article, 4)).toBe(`@misc{bai-mot,
  author = {{Minh Thu} and {Nguyễn Hồng}},
  title = {{Tít bài}},
  howpublished = {{Báo Quốc tế}},
  date = {2021-12-18},
  year = {2021},
  month = dec,
  url = {https://example.org/a_b%20c?d=e&f=g#h},
  langid = {vietnamese},
  note = {para. 4},
}`);
  });

  it('has no field for what is not', () => {
    expect(bibtex({ ...bare, language: 'en' })).toBe(`@misc{bai-mot,
  title = {{Tít bài}},
  langid = {english},
}`);
    expect(read(bibtex({ ...bare, publishedOn: '2021' })).fields).toMatchObject({
      date: '{2021}',
      year: '{2021}',
    });
    expect(bibtex({ ...bare, publishedOn: '2021' })).not.toContain('month');
  });

  it('notes what else is to be said', () => {
    const article = {
      ...bare,
      title: null,
      name: 'Bài về hội nghị',
      republishedFrom: concluded('Báo Cà Mau'),
      pageDate: '2024-04-19T12:44',
    };
    expect(read(bibtex(article, 2)).fields).toMatchObject({
      title: '{{[Bài về hội nghị]}}',
      note: '{Reprinted from [Báo Cà Mau]; page dated 2024-04-19; para. 2}',
    });
  });

  it('can be read by BibTeX, whatever it holds', () => {
    fc.assert(
      fc.property(anyArticle, paragraph, (article, number) => {
        const { key, fields } = read(bibtex(article, number));
        expect(key).toBe('bai-mot');
        for (const [name, field] of Object.entries(fields)) {
          expect(field).not.toMatch(/[\n\r]/);
          if (name === 'url') {
            expect(field).toMatch(/^\{[^\\{}\s]+\}$/);
            continue;
          }
          // Nothing is left that TeX would take for something else.
          const plain = field.replace(/\\text[a-z]+\{\}|\\[$&#_%]/g, '');
          expect(plain).not.toMatch(/[\\$&#^_~%]/);
        }
        const title = article.title ?? `[${article.name}]`;
        expect(typeset(fields.title!)).toBe(`{{${title.replace(/[\s\p{Cc}]+/gu, ' ')}}}`);
      }),
      { numRuns: 500 },
    );
  });

  it('escapes so that the text is set as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\{}$&#^_~%ab ') }), (text) => {
        expect(typeset(escaped(text))).toBe(text.replace(/ +/g, ' '));
      }),
    );
  });
});
