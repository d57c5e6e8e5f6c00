import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Dataset } from '../../src/data/dataset.ts';
import { formatFile } from '../../src/data/format.ts';
import { readDataset } from '../../src/data/read.ts';
import { statementId } from '../../src/data/statement-id.ts';
import { changed, type Files, line, small, writeFolder } from './small.ts';

async function read(files: Files): Promise<Dataset> {
  const reading = await readDataset(await writeFolder(files));
  if (!reading.ok) throw new Error(reading.problems.map(line).join('\n'));
  return reading.dataset;
}

/** The same records as JSON Lines. */
const asLines = (path: string): Files => {
  const { entities, statements, ...source } = parse(small[path] as string);
  const records: unknown[] = entities ?? [source, ...statements];
  return {
    [path.replace('.yaml', '.jsonl')]: records
      .map((record) => `${JSON.stringify(record)}\n`)
      .join(''),
  };
};

describe('what is read', () => {
  test('is entities, sources among them, by id', async () => {
    const { entities } = await read(small);
    expect(entities.map(({ id }) => id)).toEqual([
      'conference:hoi-nghi-1',
      'country:jpn',
      'country:nor',
      'office:bo-truong',
      'office:dai-su',
      'person:an',
      'person:binh',
      'source:a',
      'source:b',
    ]);
    expect(entities[2]).toEqual({
      id: 'country:nor',
      kind: 'country',
      names: { vi: 'Na Uy', en: 'Norway' },
      codes: { alpha2: 'NO', alpha3: 'NOR' },
    });
    expect(entities[4]).toEqual({
      id: 'office:dai-su',
      kind: 'office',
      names: { vi: 'Đại sứ', en: 'Ambassador' },
      aliases: { en: ['Envoy'] },
      shared: true,
    });
    expect(entities[7]).toEqual({
      id: 'source:a',
      kind: 'source',
      names: { vi: 'Bài A', en: 'Article A' },
      description: { vi: 'Tin về hội nghị.', en: 'News of the conference.' },
      text: { file: 'a.txt', language: 'vi', paragraphs: 3 },
    });
  });

  test('is former ids, of entities and of sources', async () => {
    const { entities } = await read({
      ...small,
      ...changed(
        'entities/country.yaml',
        'id: country:jpn',
        'id: country:jpn, formerIds: [nuoc:nhat]',
      ),
      ...changed('entities/person.yaml', 'id: person:binh', 'id: person:binh, formerIds: []'),
      ...changed('sources/b.yaml', 'id: source:b', 'id: source:b\nformerIds: [source:c, source:d]'),
    });
    const found = entities.filter(({ formerIds }) => formerIds !== undefined);
    expect(found.map(({ id, formerIds }) => [id, formerIds])).toEqual([
      ['country:jpn', ['nuoc:nhat']],
      ['source:b', ['source:c', 'source:d']],
    ]);
  });

  test('is statements by subject, property and id, those of several files merged', async () => {
    const { statements } = await read(small);
    const capacity = { type: 'entity', id: 'office:bo-truong' } as const;
    const value = { type: 'entity', id: 'conference:hoi-nghi-1' } as const;
    expect(statements).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{20}$/),
        subject: 'conference:hoi-nghi-1',
        property: 'startDate',
        value: { type: 'date', date: '2021-12-13' },
        qualifiers: {},
        rank: 'normal',
        citations: [
          {
            source: 'source:a',
            paragraph: 1,
            evidence: ['13/12'],
            inferred: { vi: 'Năm theo bài B.', en: 'The year follows from article B.' },
          },
        ],
      },
      expect.objectContaining({
        property: 'duration',
        value: { type: 'quantity', amount: 3, unit: 'day', approximation: 'about' },
      }),
      {
        id: statementId('person:an', 'chairs', value, { capacity }),
        subject: 'person:an',
        property: 'chairs',
        value,
        qualifiers: { capacity },
        rank: 'normal',
        citations: [
          { source: 'source:a', paragraph: 2, evidence: ['An', 'chủ trì'] },
          { source: 'source:b', paragraph: 1, evidence: ['An', 'Bộ trưởng An'] },
        ],
      },
    ]);
  });

  test('is frozen to its depths', async () => {
    const dataset = await read(small);
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const part of value instanceof Map ? value.values() : Object.values(value)) check(part);
    };
    check(dataset);
  });

  test('keeps apart what two voices say in one paragraph', async () => {
    const { statements } = await read({
      ...small,
      ...changed(
        'sources/b.yaml',
        '[Bộ trưởng An] }',
        '[Bộ trưởng An], attributedTo: person:binh }',
      ),
    });
    expect(statements[2]?.citations.slice(1)).toEqual([
      { source: 'source:b', paragraph: 1, evidence: ['An'] },
      { source: 'source:b', paragraph: 1, evidence: ['Bộ trưởng An'], attributedTo: 'person:binh' },
    ]);
  });

  test('has a rank with its reason, whichever file gives the reason', async () => {
    const from = 'qualifiers: { capacity: office:bo-truong }\n';
    const reason = '    reason: { vi: In sai., en: A misprint. }\n';
    const ranked = `${from}    rank: deprecated\n${reason}`;
    const { statements } = await read({
      ...small,
      ...changed('sources/a.yaml', from, ranked),
      ...changed('sources/b.yaml', from, ranked),
    });
    expect(statements[2]).toMatchObject({
      rank: 'deprecated',
      reason: { vi: 'In sai.', en: 'A misprint.' },
    });
  });

  test('reports how far it is', async () => {
    const seen: unknown[] = [];
    const folder = await writeFolder(small);
    await readDataset(folder, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual(
      [
        'ontology.yaml',
        'entities/conference.yaml',
        'entities/country.yaml',
        'entities/office.yaml',
        'entities/person.yaml',
        'sources/a.yaml',
        'sources/b.yaml',
      ].map((file, read) => ({ file, read, total: 7 })),
    );
  });
});

describe('the version', () => {
  test('is that of the content, whether it is YAML or JSON Lines, and in whatever order', async () => {
    const dataset = await read(small);
    const { ontology, ...content } = dataset;
    const paths = Object.keys(small).filter((path) => path !== 'ontology.yaml');
    await fc.assert(
      fc.asyncProperty(fc.subarray(paths), async (chosen) => {
        const rest = Object.entries(small).filter(([path]) => !chosen.includes(path));
        const again = await read(Object.assign(Object.fromEntries(rest), ...chosen.map(asLines)));
        const { ontology: _, ...same } = again;
        expect(same).toEqual(content);
      }),
      { numRuns: 10 },
    );
  });

  test('does not depend on which files hold the entities, nor on comments', async () => {
    const { version } = await read(small);
    const [first, second] = (
      asLines('entities/person.yaml')['entities/person.jsonl'] as string
    ).split('\n');
    const split = await read({
      ...small,
      'entities/person.yaml': `# here\n${(small['entities/person.yaml'] as string).split('  - { id')[0]}`,
      'entities/person.jsonl': `${second}\n`,
    });
    expect(first).toContain('person:an');
    expect(split.version).toBe(version);
  });

  test('changes with anything that is said', async () => {
    const changes = [
      changed('ontology.yaml', 'en: Person', 'en: A person'),
      changed('entities/person.yaml', 'en: Binh', 'en: Binh Minh'),
      changed('entities/person.yaml', 'person:binh', 'person:binh, formerIds: [person:b]'),
      changed('sources/a.yaml', 'paragraphs: 3', 'paragraphs: 4'),
      changed('sources/a.yaml', '"2021-12-13"', '"2021-12-14"'),
      changed('sources/a.yaml', '[13/12]', '[3/12]'),
      changed('sources/a.yaml', 'en: The year follows', 'en: That year follows'),
      changed('sources/b.yaml', 'amount: 3', 'amount: 4'),
    ];
    const versions = new Set([(await read(small)).version]);
    for (const change of changes) versions.add((await read({ ...small, ...change })).version);
    expect(versions.size).toBe(changes.length + 1);
  });
});

describe('the id of a statement', () => {
  const text = fc.string({ unit: 'grapheme' });
  const value = fc.oneof(
    fc.record({ type: fc.constant('date' as const), date: text }),
    fc.record({ type: fc.constant('string' as const), string: text }),
    fc.record({ type: fc.constant('url' as const), url: text }),
  );

  test('tells contents apart, and does not see the order of qualifiers', () => {
    const content = fc.tuple(text, text, value, fc.dictionary(text, value, { maxKeys: 3 }));
    fc.assert(
      fc.property(content, content, (a, b) => {
        const turned = Object.fromEntries(Object.entries(a[3]).reverse());
        expect(statementId(a[0], a[1], a[2], turned)).toBe(statementId(...a));
        const plain = ([s, p, v, q]: typeof a): string =>
          JSON.stringify([s, p, v, Object.entries(q).sort(([x], [y]) => (x < y ? -1 : 1))]);
        expect(statementId(...a) === statementId(...b)).toBe(plain(a) === plain(b));
      }),
    );
  });
});

test('what formatting makes of a folder reads as the same dataset', async () => {
  const { version, ontology } = await read(small);
  const compact = Object.fromEntries(
    Object.entries(small).map(([path, text]) => {
      const role =
        path === 'ontology.yaml' ? 'ontology' : path.startsWith('sources') ? 'source' : 'entities';
      const written = JSON.stringify(parse(text as string));
      const formatted = formatFile(written, { path, role }, ontology);
      return [path, formatted.ok ? formatted.text : ''];
    }),
  );
  expect((await read(compact)).version).toBe(version);
});
