import { describe, expect, test } from 'vitest';
import { changed, problemsWith, small } from './small.ts';

/** What is told of the small data with one part of one file replaced. */
const told = (path: string, from: string, to: string): Promise<readonly string[]> =>
  problemsWith(changed(path, from, to));

describe('the shape of a record', () => {
  test('has a key that is not known', async () => {
    expect(
      await told('sources/a.yaml', 'file: a.txt', 'file: a.txt\nlanguge: vi'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:5  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "sources/a.yaml:5:1  KEY_UNKNOWN  "languge" is not a key of a source file.  →  Did you mean "language"? The keys are id, formerIds, names, aliases, description, file, language, paragraphs, statements.",
      ]
    `);
  });

  test('lacks a key', async () => {
    expect(await told('entities/office.yaml', ', en: Minister', '')).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:2:36  KEY_MISSING  "en" is missing in a text in both languages.  →  Add it.",
      ]
    `);
    expect(await told('sources/a.yaml', 'file: a.txt\n', '')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:1:1  KEY_MISSING  "file" is missing in a source file.  →  Add it.",
      ]
    `);
  });

  test('has values of the wrong type', async () => {
    expect(
      await told('sources/a.yaml', 'paragraphs: 3', 'paragraphs: three'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:6:13  TYPE_WRONG  "paragraphs" is the text "three"; it must be a whole number from 1.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'evidence: [An, chủ trì]', 'evidence: [An, 2021, ""]'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:18:40  TYPE_WRONG  Item 2 of "evidence" is the number 2021; it must be a text.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
        "sources/a.yaml:18:46  TYPE_WRONG  Item 3 of "evidence" is the text ""; it must be a text that is not empty and has no space at its ends.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(
      await told('entities/office.yaml', 'shared: true', 'shared: "true"'),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3:99  TYPE_WRONG  "shared" is the text "true"; it must be true or false.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(
      await told('entities/office.yaml', 'aliases: { en: [Envoy] }', 'aliases: null'),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3:74  TYPE_WRONG  "aliases" is nothing; it must be a map (aliases).  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(
      await problemsWith({ 'entities/person.yaml': 'entities:\n  - An\n' }),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
        "entities/person.yaml:2:5  TYPE_WRONG  This is the text "An"; it must be a map (an entity).  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(await problemsWith({ 'entities/person.yaml': '- An\n' })).toMatchInlineSnapshot(`
      [
        "entities/person.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
        "entities/person.yaml:1:1  TYPE_WRONG  This is a list; it must be a map (an entity file).  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
  });

  test('has a word that is not one of those allowed', async () => {
    expect(await told('sources/a.yaml', 'language: vi', 'language: vn')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:5:11  WORD_UNKNOWN  "language" is "vn".  →  Did you mean "vi"? It must be one of vi, en.",
      ]
    `);
    expect(
      await told(
        'sources/a.yaml',
        '    citations:\n      - { paragraph: 2',
        '    rank: prefered\n    citations:\n      - { paragraph: 2',
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:17:11  WORD_UNKNOWN  "rank" is "prefered".  →  Did you mean "preferred"? It must be one of preferred, normal, deprecated.",
      ]
    `);
  });
});

describe('a text', () => {
  test('is not in NFC', async () => {
    expect(
      await told('entities/office.yaml', 'Đại sứ', 'Đại sứ'.normalize('NFD')),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3:39  TEXT_NOT_NFC  The text "Đại sứ" is not in Unicode normal form NFC.  →  Write "Đại sứ".",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'chủ trì', 'chủ trì'.normalize('NFD')),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:18:40  TEXT_NOT_NFC  The text "chủ trì" is not in Unicode normal form NFC.  →  Write "chủ trì".",
      ]
    `);
  });

  test('has the letter eth for đ, which only evidence may', async () => {
    expect(await told('entities/office.yaml', 'Đại sứ', '\u00d0ại sứ')).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3:39  LETTER_ETH  The text holds "Ð" (U+00D0), the Icelandic letter eth, at "Ðại sứ".  →  Write "Đ" (U+0110); only evidence keeps the letter that is printed.",
      ]
    `);
    expect(await told('sources/a.yaml', '[An, chủ trì]', '[An, \u00d0ại hội]')).toEqual([]);
  });

  test('is taken for true or false without quotes', async () => {
    expect(await told('entities/country.yaml', '"NO"', 'NO')).toMatchInlineSnapshot(`
      [
        "entities/country.yaml:3  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "entities/country.yaml:3:75  PLAIN_BOOLEAN  NO stands without quotes; many readers of YAML take it for true or false.  →  Quote it: "NO".",
      ]
    `);
    expect(await told('ontology.yaml', '      online:', '      on:')).toMatchInlineSnapshot(`
      [
        "ontology.yaml:44  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "ontology.yaml:44:7  PLAIN_BOOLEAN  on stands without quotes; many readers of YAML take it for true or false.  →  Quote it: "on".",
      ]
    `);
  });
});

describe('an entity', () => {
  test('has an id that is none', async () => {
    expect(
      await told('entities/person.yaml', 'person:binh', 'person:Bình Minh'),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:2  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "entities/person.yaml:7:11  ID_MALFORMED  "person:Bình Minh" is not an id.  →  Write kind:slug, the slug in lower-case ASCII letters and digits joined by single hyphens.",
      ]
    `);
    expect(await told('entities/person.yaml', 'person:binh', 'binh')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:2  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "entities/person.yaml:7:11  ID_MALFORMED  "binh" is not an id.  →  Write kind:slug, the slug in lower-case ASCII letters and digits joined by single hyphens.",
      ]
    `);
  });

  test('is of a kind that is not known', async () => {
    expect(await told('entities/person.yaml', 'person:binh', 'persn:binh')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:2  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "entities/person.yaml:7:11  KIND_UNKNOWN  The ontology has no kind "persn".  →  Did you mean "person"? Mend the name, or add the kind to ontology.yaml.",
      ]
    `);
    expect(
      await problemsWith({
        'entities/office.yaml': null,
        'entities/offices.yaml': small['entities/office.yaml']!,
      }),
    ).toMatchInlineSnapshot(`
      [
        "entities/offices.yaml  KIND_UNKNOWN  The ontology has no kind "offices".  →  Did you mean "office"? Mend the name, or add the kind to ontology.yaml.",
      ]
    `);
  });

  test('stands in the file of another kind', async () => {
    expect(await told('entities/person.yaml', 'person:binh', 'office:binh')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:2  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "entities/person.yaml:7:11  ID_FILE_MISMATCH  The id office:binh does not belong in this file.  →  An id here begins with "person:"; mend the id or move the record.",
      ]
    `);
    expect(await told('sources/a.yaml', 'id: source:a', 'id: source:c')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:1:5  ID_FILE_MISMATCH  The id source:c does not belong in this file.  →  An id here is "source:a"; mend the id or move the record.",
      ]
    `);
  });

  test('has the id of another', async () => {
    expect(await told('entities/person.yaml', 'person:binh', 'person:an')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:11  ID_DUPLICATE  The id person:an is taken: the record at entities/person.yaml:2 has it.  →  Give one of the two another id, or join them.",
      ]
    `);
    expect(
      await problemsWith({
        'entities/person.jsonl': '{"id":"person:an","names":{"vi":"B","en":"B"}}\n',
      }),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:2:9  ID_DUPLICATE  The id person:an is taken: the record at entities/person.jsonl:1 has it.  →  Give one of the two another id, or join them.",
      ]
    `);
  });

  test('has the name of another of its kind', async () => {
    expect(
      await told('entities/person.yaml', 'vi: Bình, en: Binh', 'vi: AN, en: Binh'),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:37  NAME_TAKEN  The name "AN" (vi) of person:binh is that of person:an too.  →  Names are unique within a kind: make one more exact, or join the two.",
      ]
    `);
    expect(
      await told('entities/person.yaml', 'vi: Bình, en: Binh', 'vi: Bình, en: Minister'),
    ).toEqual([]);
  });

  test('has an attribute that its kind does not have, or lacks its codes', async () => {
    expect(
      await told('entities/person.yaml', 'en: Binh }', 'en: Binh }, shared: true'),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:55  ATTRIBUTE_NOT_ALLOWED  person:binh has "shared", which the kind person does not have.  →  Take it out, or list it under "attributes" of the kind in ontology.yaml.",
      ]
    `);
    expect(
      await told('entities/country.yaml', ', codes: { alpha2: JP, alpha3: JPN }', ''),
    ).toMatchInlineSnapshot(`
      [
        "entities/country.yaml:2:5  KEY_MISSING  "codes" is missing in a country.  →  Add it.",
      ]
    `);
  });

  test('has country codes that are wrong', async () => {
    expect(
      await told('entities/country.yaml', 'alpha2: JP, alpha3: JPN', 'alpha2: Jp, alpha3: JP'),
    ).toMatchInlineSnapshot(`
      [
        "entities/country.yaml:2:77  COUNTRY_CODE_MALFORMED  "Jp" is not an ISO 3166-1 alpha-2 code.  →  Write two capital letters in double quotes.",
        "entities/country.yaml:2:89  COUNTRY_CODE_MALFORMED  "JP" is not an ISO 3166-1 alpha-3 code.  →  Write three capital letters in double quotes.",
      ]
    `);
    expect(
      await told('entities/country.yaml', 'alpha2: JP', 'alpha2: "NO"'),
    ).toMatchInlineSnapshot(`
      [
        "entities/country.yaml:3:75  COUNTRY_CODE_TAKEN  The alpha-2 code "NO" of country:nor is that of country:jpn too.  →  Give each country its own code.",
      ]
    `);
    expect(
      await told('entities/country.yaml', 'country:jpn', 'country:nhat-ban'),
    ).toMatchInlineSnapshot(`
      [
        "entities/country.yaml:2:11  COUNTRY_ID_MISMATCH  country:nhat-ban has the alpha-3 code "JPN".  →  Call it "country:jpn", or mend the code.",
      ]
    `);
  });
});
