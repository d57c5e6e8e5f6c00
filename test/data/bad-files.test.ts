import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readDataset } from '../../src/data/read.ts';
import { changed, line, problemsWith, small, writeFolder } from './small.ts';

const office = small['entities/office.yaml'] as string;

describe('the folder', () => {
  test('is not there', async () => {
    const reading = await readDataset(join(tmpdir(), 'caytre-no-such-folder'));
    expect(reading).toMatchObject({ ok: false, leftOut: 0, problems: [{ where: {} }] });
    expect(reading.ok ? '' : reading.problems[0]).toMatchObject({
      code: 'FOLDER_UNREADABLE',
      message: expect.stringContaining('caytre-no-such-folder cannot be read: it does not exist.'),
      mend: 'Name the folder that holds ontology.yaml, entities and sources.',
    });
  });

  test('is a file', async () => {
    const folder = await writeFolder({ file: '' });
    const reading = await readDataset(join(folder, 'file'));
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'FOLDER_UNREADABLE' }] });
  });

  test('has no ontology', async () => {
    expect(await problemsWith({ 'ontology.yaml': null })).toMatchInlineSnapshot(`
      [
        "ontology.yaml  FILE_MISSING  The file ontology.yaml is not there.  →  Put it there; no data can be read without it.",
      ]
    `);
  });

  test('holds what does not belong there, but names with a dot are passed over', async () => {
    expect(
      await problemsWith({
        '.editor': 'x',
        'notes.txt': 'x',
        'entities/.person.yaml.swp': 'x',
        'entities/source.yaml': 'entities: []\n',
        'sources/old/a.yaml': 'x',
        'sources/c.yml': 'x',
      }),
    ).toMatchInlineSnapshot(`
      [
        "entities/source.yaml  FILE_UNEXPECTED  Nothing is read from here.  →  Data lies in ontology.yaml, entities/<kind>.yaml or .jsonl, and sources/<slug>.yaml or .jsonl; move or delete this.",
        "notes.txt  FILE_UNEXPECTED  Nothing is read from here.  →  Data lies in ontology.yaml, entities/<kind>.yaml or .jsonl, and sources/<slug>.yaml or .jsonl; move or delete this.",
        "sources/c.yml  FILE_UNEXPECTED  Nothing is read from here.  →  Data lies in ontology.yaml, entities/<kind>.yaml or .jsonl, and sources/<slug>.yaml or .jsonl; move or delete this.",
        "sources/old  FILE_UNEXPECTED  Nothing is read from here.  →  Data lies in ontology.yaml, entities/<kind>.yaml or .jsonl, and sources/<slug>.yaml or .jsonl; move or delete this.",
      ]
    `);
  });

  test('holds a symbolic link that leads out, one that leads nowhere, and one that stays inside', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'caytre-'));
    onTestFinished(() => rm(outside, { recursive: true }));
    await writeFile(join(outside, 'c.yaml'), 'x');
    const folder = await writeFolder({ ...small, 'sources/.kept': small['sources/a.yaml']! });
    await symlink(join(outside, 'c.yaml'), join(folder, 'sources/c.yaml'));
    await symlink(join(outside, 'none.yaml'), join(folder, 'sources/d.yaml'));
    await rm(join(folder, 'sources/a.yaml'));
    await symlink('.kept', join(folder, 'sources/a.yaml'));
    const reading = await readDataset(folder);
    expect(reading.ok ? [] : reading.problems.map(line)).toMatchInlineSnapshot(`
      [
        "sources/c.yaml  FILE_OUTSIDE  The symbolic link leads out of the data folder.  →  Put the file itself into the folder.",
        "sources/d.yaml  FILE_UNREADABLE  The file cannot be read: it does not exist.  →  Make it a file that may be read.",
      ]
    `);
  });

  test('is reached by a symbolic link', async () => {
    const folder = await writeFolder(small);
    const link = `${folder}-link`;
    await symlink(folder, link);
    onTestFinished(() => rm(link));
    expect(await readDataset(link)).toMatchObject({ ok: true });
  });

  test('has its subfolder outside', async () => {
    const outside = await writeFolder({ 'a.yaml': small['sources/a.yaml']! });
    const folder = await writeFolder({ 'ontology.yaml': small['ontology.yaml']! });
    await symlink(outside, join(folder, 'sources'));
    const reading = await readDataset(folder);
    expect(reading.ok ? [] : reading.problems.map(line)).toMatchInlineSnapshot(`
      [
        "sources  FILE_OUTSIDE  The symbolic link leads out of the data folder.  →  Put the file itself into the folder.",
      ]
    `);
  });
});

describe('a file', () => {
  test('begins with a byte order mark', async () => {
    expect(
      await problemsWith({ 'entities/office.yaml': `\ufeff${office}` }),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:1:1  FILE_BYTE_ORDER_MARK  The file begins with a byte order mark.  →  Save it as UTF-8 without one; "caytre format" mends YAML.",
      ]
    `);
  });

  test('has carriage returns', async () => {
    const text = office.replace('\n  - { id: office:dai', '\r\n  - { id: office:dai');
    expect(await problemsWith({ 'entities/office.yaml': text })).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:2  FILE_CARRIAGE_RETURN  A line ends with a carriage return.  →  Save the file with line feeds only; "caytre format" mends YAML.",
      ]
    `);
  });

  test('is not UTF-8', async () => {
    const bytes = Buffer.from(office);
    bytes[bytes.indexOf('Đại') + 1] = 0x20;
    expect(await problemsWith({ 'entities/office.yaml': bytes })).toMatchInlineSnapshot(`
      [
        "entities/office.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
        "entities/office.yaml:3  FILE_NOT_UTF8  The line holds bytes that are not UTF-8.  →  Save the file as UTF-8.",
      ]
    `);
  });

  test.each(['', '\n', '# nothing but a comment\n', '---\n'])('is empty: %j', async (text) => {
    expect(await problemsWith({ 'entities/extra.yaml': text })).toEqual([
      'entities/extra.yaml  FILE_EMPTY  The file holds nothing.  →  Fill it or delete it.',
      'entities/extra.yaml  KIND_UNKNOWN  The ontology has no kind "extra".  →  Mend the name, or add the kind to ontology.yaml.',
    ]);
  });

  test('is larger than YAML may be', async () => {
    const yamlBytes = Buffer.byteLength(small['ontology.yaml'] as string);
    const text = `${office}${'#'.repeat(yamlBytes)}\n`;
    expect(
      await problemsWith({ 'entities/office.yaml': text }, { yamlBytes }),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml  FILE_TOO_LARGE  The file has 3935 bytes; YAML may have at most 3740.  →  Write bulk data as JSON Lines (entities/office.jsonl), which is read as a stream.",
        "entities/office.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
      ]
    `);
  });

  test('is larger than 100 MB', async () => {
    const folder = await writeFolder(small);
    await truncate(join(folder, 'sources/a.yaml'), 101_000_000);
    const reading = await readDataset(folder);
    expect(reading.ok ? [] : reading.problems.map(line)).toMatchInlineSnapshot(`
      [
        "sources/a.yaml  FILE_TOO_LARGE  The file has 101000000 bytes; YAML may have at most 16777216.  →  Write bulk data as JSON Lines (sources/a.jsonl), which is read as a stream.",
      ]
    `);
  });

  test('is not YAML, and the others are checked all the same', async () => {
    expect(
      await problemsWith({
        ...changed('entities/office.yaml', '- { id: office:dai-su,', '- { id office:dai-su: ['),
        ...changed('sources/b.yaml', 'property: duration', 'property: durations'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
        "entities/office.yaml:3:105  YAML_SYNTAX  This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].  →  Mend the spelling at or just before this place.",
        "entities/office.yaml:3:106  YAML_SYNTAX  This is not YAML: Flow map in block collection must be sufficiently indented and end with a }.  →  Mend the spelling at or just before this place.",
        "sources/b.yaml:9:15  PROPERTY_UNKNOWN  The ontology has no property "durations".  →  Did you mean "duration"? Mend the name, or add the property to ontology.yaml.",
      ]
    `);
  });

  test('has a key twice', async () => {
    expect(
      await problemsWith(changed('sources/a.yaml', 'file: a.txt', 'file: a.txt\nfile: b.txt')),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:5:1  YAML_SYNTAX  This is not YAML: Map keys must be unique.  →  Mend the spelling at or just before this place.",
      ]
    `);
  });

  test('holds two documents', async () => {
    expect(
      await problemsWith({ 'entities/office.yaml': `${office}---\nentities: []\n` }),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
        "entities/office.yaml:4:1  YAML_SYNTAX  This is not YAML: A second document begins here.  →  Mend the spelling at or just before this place.",
      ]
    `);
  });

  test.each(['id: [[['.padEnd(100_000, '['), '- '.repeat(5_000), '{ a: '.repeat(5_000)])(
    'is nested without end',
    async (text) => {
      const [first] = await problemsWith({ 'sources/c.yaml': text });
      expect(first).toMatch(
        /^sources\/c\.yaml:1:\d+ {2}YAML_SYNTAX .*Nested more than 64 levels deep/,
      );
    },
  );

  test('is a heap of comments, or of documents', async () => {
    const comments = await problemsWith({ 'sources/c.yaml': '# c\n'.repeat(200_000) });
    expect(comments[0]).toMatch(/^sources\/c\.yaml {2}FILE_EMPTY/);
    const documents = await problemsWith({ 'sources/c.yaml': '---\n'.repeat(200_000) });
    expect(documents[0]).toMatch(/^sources\/c\.yaml:2:1 {2}YAML_SYNTAX .*second document/);
  });

  test('uses more of YAML than plain maps, lists and scalars', async () => {
    const text = `%YAML 1.1
---
entities:
  - &first { id: office:bo-truong, names: { vi: !!str Bộ trưởng, en: Minister } }
  - *first
`;
    expect(await problemsWith({ 'entities/office.yaml': text })).toMatchInlineSnapshot(`
      [
        "entities/office.yaml  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (2).  →  Mend its other problems first, then check again.",
        "entities/office.yaml:1:1  YAML_FEATURE  A directive (%) is not used here.  →  Write the value out in plain YAML.",
        "entities/office.yaml:4:12  YAML_FEATURE  An anchor (&first) is not used here.  →  Write the value out in plain YAML.",
        "entities/office.yaml:4:55  YAML_FEATURE  A tag (tag:yaml.org,2002:str) is not used here.  →  Write the value out in plain YAML.",
        "entities/office.yaml:5:5  YAML_FEATURE  An alias (*first) is not used here.  →  Write the value out in plain YAML.",
      ]
    `);
  });

  test('is not in the canonical form', async () => {
    expect(
      await problemsWith(
        changed('entities/office.yaml', 'id: office:dai-su', 'id:   "office:dai-su"'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "entities/office.yaml:3  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
      ]
    `);
  });
});

describe('a file of JSON Lines', () => {
  const record = '{"id":"person:chi","names":{"vi":"Chi","en":"Chi"}}\n';
  const lines = (text: string | Uint8Array): Promise<readonly string[]> =>
    problemsWith({ 'entities/person.jsonl': text });

  test('is read beside the YAML', async () => {
    expect(await lines(record)).toEqual([]);
    expect(await lines(record.trimEnd())).toEqual([]);
  });

  test('is empty', async () => {
    expect(await lines('')).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl  FILE_EMPTY  The file holds nothing.  →  Fill it or delete it.",
      ]
    `);
  });

  test('holds lines that are no JSON, each of which is told', async () => {
    expect(
      await lines(
        `{"id": person:dung}\n\n[1]\n${record}{"id":"person:dung","names":{"vi":"Dũng"\n`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl:1  JSON_SYNTAX  The line is not one plain JSON object: Unexpected token 'p'.  →  Write one record a line, as JSON.",
        "entities/person.jsonl:2  JSON_SYNTAX  The line is not one plain JSON object: it is blank.  →  Write one record a line, as JSON.",
        "entities/person.jsonl:3  JSON_SYNTAX  The line is not one plain JSON object: it is another value.  →  Write one record a line, as JSON.",
        "entities/person.jsonl:5  JSON_SYNTAX  The line is not one plain JSON object: Expected ',' or '}' after property value.  →  Write one record a line, as JSON.",
      ]
    `);
  });

  test('holds a key twice, of which only one value would be kept', async () => {
    expect(await lines(record.replace('{', '{"id":"person:x",'))).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl:1  JSON_SYNTAX  The line is not one plain JSON object: a key stands twice in one object.  →  Write one record a line, as JSON.",
      ]
    `);
  });

  test('has a mistake within a line, told with its column', async () => {
    expect(await lines(record.replace('"names"', '"name"'))).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl:1:1  KEY_MISSING  "names" is missing in an entity.  →  Add it.",
        "entities/person.jsonl:1:20  KEY_UNKNOWN  "name" is not a key of an entity.  →  Did you mean "names"? The keys are id, formerIds, names, aliases, description, codes, shared.",
      ]
    `);
  });

  test('has byte order mark and carriage returns', async () => {
    expect(await lines(`\ufeff${record.replace('\n', '\r\n')}`)).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl:1  FILE_CARRIAGE_RETURN  A line ends with a carriage return.  →  Save the file with line feeds only; "caytre format" mends YAML.",
        "entities/person.jsonl:1:1  FILE_BYTE_ORDER_MARK  The file begins with a byte order mark.  →  Save it as UTF-8 without one; "caytre format" mends YAML.",
      ]
    `);
  });

  test('is not UTF-8', async () => {
    const bytes = Buffer.from(record + record);
    bytes[bytes.length - 8] = 0xff;
    expect(await lines(bytes)).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl:2  FILE_NOT_UTF8  The line holds bytes that are not UTF-8.  →  Save the file as UTF-8.",
      ]
    `);
  });

  test('has a line that is too long', async () => {
    const long = record.replace('Chi', 'C'.repeat(300));
    expect(
      await problemsWith({ 'entities/person.jsonl': long + record }, { lineBytes: 200 }),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.jsonl:1  LINE_TOO_LONG  The line has more than 200 bytes.  →  Write one record a line.",
      ]
    `);
  });

  test('gives a source whose first line cannot be read', async () => {
    const statement = JSON.stringify({
      subject: 'person:an',
      property: 'code',
      value: 'A 1',
      citations: [{ paragraph: 9, evidence: ['A 1'] }],
    });
    expect(
      await problemsWith({
        'sources/c.jsonl': `{"id":\n${statement}\n`,
        ...changed('sources/a.yaml', 'source: source:b', 'source: source:c'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/c.jsonl  NOT_CHECKED  Since this file could not be read in full, references to what it may define were not checked (1).  →  Mend its other problems first, then check again.",
        "sources/c.jsonl:1  JSON_SYNTAX  The line is not one plain JSON object: Unexpected end of JSON input.  →  Write one record a line, as JSON.",
      ]
    `);
  });
});
