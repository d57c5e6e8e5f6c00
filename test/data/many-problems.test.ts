import { afterEach, describe, expect, test, vi } from 'vitest';
import { Parser } from 'yaml';
import { changed, problemsWith } from './small.ts';

afterEach(() => void vi.restoreAllMocks());

describe('many problems', () => {
  test('come in the order of file, line and column, up to the limit, and the rest is counted', async () => {
    const wrong = Array.from(
      { length: 30 },
      (_, at) => `{"id":"person:x${at}","names":{"vi":"X${at}","en":"X${at}"},"extra":${at}}\n`,
    );
    const files = {
      'entities/person.jsonl': wrong.join(''),
      ...changed('entities/country.yaml', 'alpha2: JP', 'alpha2: JPX'),
      ...changed('sources/b.yaml', 'paragraphs: 2', 'paragraphs: 0'),
    };
    const all = await problemsWith(files);
    expect(all).toHaveLength(32);
    expect(all[0]).toMatch(/^entities\/country\.yaml:2:77 {2}COUNTRY_CODE_MALFORMED/);
    expect(all.slice(1, 31).map((text) => text.split(' ')[0])).toEqual(
      wrong.map((text, at) => `entities/person.jsonl:${at + 1}:${text.indexOf('"extra"') + 1}`),
    );
    expect(all[31]).toMatch(/^sources\/b\.yaml:6:13 {2}TYPE_WRONG/);
    for (const limit of [1, 2, 5, 31]) {
      expect(await problemsWith(files, { problemLimit: limit })).toEqual([
        ...all.slice(0, limit),
        `+${32 - limit}`,
      ]);
    }
  });

  test('on one line cost no more than one parsing of it for their places', async () => {
    const keys = Array.from({ length: 2_000 }, (_, at) => `"x${at}":1`);
    const parse = vi.spyOn(Parser.prototype, 'parse');
    const found = await problemsWith({ 'entities/person.jsonl': `{${keys.join(',')}}\n` });
    expect(found.at(-1)).toMatch(/^\+\d+$/);
    expect(parse.mock.calls.filter(([text]) => text.includes('"x0"'))).toHaveLength(1);
  });

  test('of a thousand kinds do not hide behind one another', async () => {
    const found = await problemsWith({
      ...changed('ontology.yaml', 'from: [person]', 'from: [persons]'),
      ...changed('entities/country.yaml', 'country:jpn', 'country:jpp'),
      ...changed('entities/office.yaml', 'Đại sứ', '\u00d0ại sứ'),
      ...changed('sources/a.yaml', 'paragraph: 1,', 'paragraph: 9,'),
      'sources/b.yaml': 'id: [\n',
    });
    expect(found.map((text) => text.split('  ').slice(0, 2).join(' '))).toMatchInlineSnapshot(`
      [
        "entities/country.yaml:2:11 COUNTRY_ID_MISMATCH",
        "entities/office.yaml:3:39 LETTER_ETH",
        "ontology.yaml:61:12 KIND_UNKNOWN",
        "sources/a.yaml:8 FILE_NOT_CANONICAL",
        "sources/a.yaml:12:22 PARAGRAPH_OUT_OF_RANGE",
        "sources/b.yaml NOT_CHECKED",
        "sources/b.yaml:2:1 YAML_SYNTAX",
      ]
    `);
  });
});
