import { describe, expect, test } from 'vitest';
import { changed, problemsWith } from './small.ts';

/** The small data, where Bình was once called something else, with more changes. */
const renamed = (former: string, more: Readonly<Record<string, string>> = {}) =>
  problemsWith({
    ...changed('entities/person.yaml', '{ id: person:binh, ', `{ id: person:binh, ${former}, `),
    ...more,
  });

describe('a former id', () => {
  test('may be of any kind, and of several forms of one name', async () => {
    expect(await renamed('formerIds: [person:an-binh, nguoi:binh, office:binh-2]')).toEqual([]);
  });

  test('is an id in form', async () => {
    expect(await renamed('formerIds: [binh]')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:36  ID_MALFORMED  "binh" is not an id.  →  Write kind:slug, the slug in lower-case ASCII letters and digits joined by single hyphens.",
      ]
    `);
    expect(await renamed('formerIds: [person:Bình]')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:36  ID_MALFORMED  "person:Bình" is not an id.  →  Write kind:slug, the slug in lower-case ASCII letters and digits joined by single hyphens.",
      ]
    `);
    expect(await renamed('formerIds: person:x')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:35  TYPE_WRONG  "formerIds" is the text "person:x"; it must be a list.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
  });

  test('is the present id of nothing, whichever record comes first', async () => {
    expect(await renamed('formerIds: [person:an]')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:36  FORMER_ID_TAKEN  person:an is given both as an id and as a former id: see also the record at entities/person.yaml:2.  →  Take it out of "formerIds", or give what has it now another id.",
      ]
    `);
    expect(await renamed('formerIds: [person:binh]')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:36  FORMER_ID_TAKEN  person:binh is given both as an id and as a former id: see also the record at entities/person.yaml:7.  →  Take it out of "formerIds", or give what has it now another id.",
      ]
    `);
    expect(await renamed('formerIds: [source:a]')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:1:5  FORMER_ID_TAKEN  source:a is given both as an id and as a former id: see also the record at entities/person.yaml:7.  →  Take it out of "formerIds", or give what has it now another id.",
      ]
    `);
  });

  test('is given once, within a record and among all', async () => {
    expect(await renamed('formerIds: [person:x, person:x]')).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:46  FORMER_ID_REPEATED  The former id person:x is given twice: the record at entities/person.yaml:7 has it too.  →  It can lead to one entity only; keep it there.",
      ]
    `);
    expect(
      await renamed(
        'formerIds: [office:x]',
        changed(
          'entities/office.yaml',
          '{ id: office:bo-truong, ',
          '{ id: office:bo-truong, formerIds: [office:x], ',
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "entities/person.yaml:7:36  FORMER_ID_REPEATED  The former id office:x is given twice: the record at entities/office.yaml:2 has it too.  →  It can lead to one entity only; keep it there.",
      ]
    `);
  });

  test('is given by sources too', async () => {
    expect(
      await problemsWith(
        changed('sources/b.yaml', 'id: source:b\n', 'id: source:b\nformerIds: [source:a]\n'),
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:2:13  FORMER_ID_TAKEN  source:a is given both as an id and as a former id: see also the record at sources/a.yaml:1.  →  Take it out of "formerIds", or give what has it now another id.",
      ]
    `);
    expect(
      await problemsWith(
        changed('sources/b.yaml', 'id: source:b\n', 'id: source:b\nformerIds: [source:c]\n'),
      ),
    ).toEqual([]);
  });
});

describe('a statement that names an entity by a former id is told the present one:', () => {
  const former = 'formerIds: [person:an-cu, office:cu, conference:cu]';
  const told = (from: string, to: string) => renamed(former, changed('sources/a.yaml', from, to));

  test('as subject, value and qualifier', async () => {
    expect(await told('subject: person:an', 'subject: person:an-cu')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:13:14  REFERENCE_FORMER  person:an-cu is a former id of person:binh.  →  Did you mean "person:binh"? Data names everything by its present id.",
      ]
    `);
    expect(
      await told('value: conference:hoi-nghi-1', 'value: conference:cu'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:15:12  REFERENCE_FORMER  conference:cu is a former id of person:binh.  →  Did you mean "person:binh"? Data names everything by its present id.",
      ]
    `);
    expect(await told('office:bo-truong', 'office:cu')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:16:29  REFERENCE_FORMER  office:cu is a former id of person:binh.  →  Did you mean "person:binh"? Data names everything by its present id.",
      ]
    `);
  });

  test('as speaker and source of a citation', async () => {
    expect(
      await told('evidence: [An] }', 'evidence: [An], attributedTo: person:an-cu }'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:19:73  REFERENCE_FORMER  person:an-cu is a former id of person:binh.  →  Did you mean "person:binh"? Data names everything by its present id.",
      ]
    `);
    expect(
      await problemsWith({
        ...changed('sources/b.yaml', 'id: source:b\n', 'id: source:b\nformerIds: [source:c]\n'),
        ...changed('sources/a.yaml', 'source: source:b', 'source: source:c'),
      }),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:19:19  REFERENCE_FORMER  source:c is a former id of source:b.  →  Did you mean "source:b"? Data names everything by its present id.",
      ]
    `);
  });
});
