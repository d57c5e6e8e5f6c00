import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatFile, formatFolder } from '../../src/data/format.ts';
import { formatted } from './formatted.ts';
import { line, ontologyYaml, small, writeFolder } from './small.ts';

describe('the form of a source file', () => {
  test('has keys in order, records sorted, short parts on one line', () => {
    const written = `
statements:
- property: summary
  subject: conference:hoi-nghi-1
  value: {en: 'On one thing, and another', vi: >-
    Về một điều
    và một điều khác}
  citations: [{evidence: [b, 'a'], paragraph: 3}, {source: source:b, paragraph: 1, evidence: ["2021"]}, {paragraph: 2, evidence: [19/12]}]
- subject: person:an
  property: chairs
  qualifiers: {capacity: office:bo-truong}
  value: conference:hoi-nghi-1
  citations:
  - paragraph: 1
    evidence: [An]
    inferred: {vi: "Suy từ một đoạn khác của bài viết này.", en: "Concluded from another paragraph of this article."}
file: "a.txt"
id: source:a
names: {vi: Bài, en: Article}
`.replace('>-\n    Về một điều\n    và một điều khác', "'Về một điều và một điều khác'");
    expect(formatted(written, 'source')).toBe(`id: source:a
names: { vi: Bài, en: Article }
file: a.txt
statements:
  - subject: person:an
    property: chairs
    value: conference:hoi-nghi-1
    qualifiers: { capacity: office:bo-truong }
    citations:
      - paragraph: 1
        evidence: [An]
        inferred: { vi: Suy từ một đoạn khác của bài viết này., en: Concluded from another paragraph of this article. }
  - subject: conference:hoi-nghi-1
    property: summary
    value: { vi: Về một điều và một điều khác, en: "On one thing, and another" }
    citations:
      - { paragraph: 2, evidence: [19/12] }
      - { paragraph: 3, evidence: [b, a] }
      - { source: source:b, paragraph: 1, evidence: ["2021"] }
`);
  });

  test('breaks what does not fit, but never a text', () => {
    const long = 'rất '.repeat(40).trim();
    const written = JSON.stringify({
      statements: [{ value: { vi: long, en: 'x' }, citations: [{ evidence: [long, 'a', 'b'] }] }],
    });
    expect(formatted(written, 'source')).toBe(`statements:
  - value:
      vi: ${long}
      en: x
    citations:
      - evidence:
          [${long},
           a, b]
`);
  });
});

describe('the form of an entity file', () => {
  test('sorts entities by id, each on one line where it fits', () => {
    const written = `entities:
- names: {en: B, vi: B}
  id: person:b
- {id: person:c, names: {vi: C, en: C}, formerIds: [person:z, person:y]}
- {id: person:a, description: {vi: "${'x'.repeat(60)}", en: "${'y'.repeat(60)}"}, names: {vi: A, en: "NO"}}
`;
    expect(formatted(written, 'entities')).toBe(`entities:
  - id: person:a
    names: { vi: A, en: "NO" }
    description:
      vi: ${'x'.repeat(60)}
      en: ${'y'.repeat(60)}
  - { id: person:b, names: { vi: B, en: B } }
  - { id: person:c, formerIds: [person:z, person:y], names: { vi: C, en: C } }
`);
  });
});

describe('comments', () => {
  test('stay with the entry that they stand in, above or beside', () => {
    const written = `# about the file
entities: # the people
  # the first
  - { id: person:b, names: { vi: B, en: B } } # beside it
  - id: person:a
    # within it
    names: { vi: A, en: A }
  # at the end
# after all
`;
    expect(formatted(written, 'entities')).toBe(`# about the file
# the people
entities:
  # within it
  - { id: person:a, names: { vi: A, en: A } }

  # the first
  # beside it
  - { id: person:b, names: { vi: B, en: B } }
# at the end
# after all
`);
  });

  test('of the ontology head its groups', () => {
    expect(formatted(ontologyYaml, 'ontology')).toBe(ontologyYaml);
  });
});

describe('what is not plain YAML', () => {
  test('is told and left alone', () => {
    const result = formatFile('entities: [\n', { path: 'entities/a.yaml', role: 'entities' }, null);
    expect(result.ok ? [] : result.problems.map(line)).toEqual([
      'entities/a.yaml:2:1  YAML_SYNTAX  This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].  →  Mend the spelling at or just before this place.',
    ]);
  });
});

describe('formatFolder', () => {
  const files = {
    ...small,
    'entities/person.yaml': '\ufeffentities:\r\n- {names: {vi: An, en: An}, id: person:an}\r\n',
    'sources/a.yaml': 'statements: []\nid: source:a\n',
    'sources/b.yaml': 'id: [\n',
    'sources/c.jsonl': '{ "id": "source:c" }\n',
  };

  test('rewrites what is not canonical, tells what it cannot read, and leaves the rest', async () => {
    const folder = await writeFolder(files);
    const checked = await formatFolder(folder, 'check');
    expect(checked.changed).toEqual(['entities/person.yaml', 'sources/a.yaml']);
    expect(checked.problems.map(({ code, where }) => [code, where.file])).toEqual([
      ['YAML_SYNTAX', 'sources/b.yaml'],
    ]);
    const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');
    expect(await read('sources/a.yaml')).toBe(files['sources/a.yaml']);

    expect(await formatFolder(folder, 'write')).toEqual(checked);
    expect(await read('entities/person.yaml')).toBe(
      'entities:\n  - { id: person:an, names: { vi: An, en: An } }\n',
    );
    expect(await read('sources/a.yaml')).toBe('id: source:a\nstatements: []\n');
    expect(await read('sources/b.yaml')).toBe(files['sources/b.yaml']);
    expect(await read('sources/c.jsonl')).toBe(files['sources/c.jsonl']);
    expect((await formatFolder(folder, 'check')).changed).toEqual([]);
  });

  test('leaves sources as they are where the ontology does not order them', async () => {
    const folder = await writeFolder({ ...files, 'ontology.yaml': 'kinds: {}\n' });
    const { changed, problems } = await formatFolder(folder, 'check');
    expect(changed).toEqual(['entities/person.yaml']);
    expect(problems.map(line)[0]).toBe(
      'ontology.yaml  NOT_CHECKED  Since this file could not be read in full, no source was formatted.  →  Mend its other problems first, then check again.',
    );
  });

  test('tells what it cannot write, and leaves that as it was', async () => {
    // The name leaves no room for that of the temporary file.
    const path = `sources/${'x'.repeat(245)}.yaml`;
    const folder = await writeFolder({ ...small, [path]: 'statements: []\nid: source:x\n' });
    const { problems } = await formatFolder(folder, 'write');
    expect(problems).toEqual([
      {
        code: 'FILE_UNWRITABLE',
        message: 'The file cannot be written: its name is too long.',
        mend: 'Make it a file that may be written.',
        where: { file: path },
      },
    ]);
    expect(await readFile(join(folder, path), 'utf8')).toBe('statements: []\nid: source:x\n');
  });
});
