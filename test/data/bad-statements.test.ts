import { describe, expect, test } from 'vitest';
import { changed, problemsWith, small } from './small.ts';

/** What is told of the small data with one part of one file replaced. */
const told = (path: string, from: string, to: string): Promise<readonly string[]> =>
  problemsWith(changed(path, from, to));

const statement = (text: string): string => `  - ${text.trim().replaceAll('\n', '\n    ')}\n`;

/** What is told of the small data with a statement added at the end of article B. */
const toldOf = (text: string): Promise<readonly string[]> =>
  problemsWith({ 'sources/b.yaml': small['sources/b.yaml'] + statement(text) });

const cited = 'citations:\n  - { paragraph: 2, evidence: [An] }';

describe('a statement', () => {
  test('has a property or qualifier that is not known', async () => {
    expect(
      await toldOf(
        `subject: person:an\nproperty: hold\nvalue: x\nqualifiers: { since: "2021" }\n${cited}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:20:15  PROPERTY_UNKNOWN  The ontology has no property "hold".  →  Mend the name, or add the property to ontology.yaml.",
        "sources/b.yaml:22:19  QUALIFIER_UNKNOWN  The ontology has no qualifier "since".  →  Did you mean "scope"? Mend the name, or add the qualifier to ontology.yaml.",
      ]
    `);
    expect(await told('sources/b.yaml', '{ capacity:', '{ capcity:')).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:16:19  QUALIFIER_UNKNOWN  The ontology has no qualifier "capcity".  →  Did you mean "capacity"? Mend the name, or add the qualifier to ontology.yaml.",
      ]
    `);
  });

  test('has a qualifier that its property does not take', async () => {
    expect(
      await told(
        'sources/a.yaml',
        'qualifiers: { capacity: office:bo-truong }',
        'qualifiers: { from: "2021", capacity: office:bo-truong }',
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:16:19  QUALIFIER_NOT_ALLOWED  The property chairs does not take the qualifier "from".  →  It takes capacity.",
      ]
    `);
  });

  test('has a value of the wrong type', async () => {
    const values = {
      ordinal: '"31"',
      duration: 'ba ngày',
      summary: 'Chỉ một tiếng.',
      format: '[online]',
      startDate: '{ year: 2021 }',
      chairs: '{ id: person:an }',
      code: '31',
    };
    for (const [property, value] of Object.entries(values)) {
      const subject = property === 'chairs' ? 'person:an' : 'conference:hoi-nghi-1';
      const problems = await toldOf(
        `subject: ${subject}\nproperty: ${property}\nvalue: ${value}\n${cited}`,
      );
      expect(problems).toHaveLength(1);
      expect(problems[0]).toMatch(/^sources\/b\.yaml:21:\d+ {2}TYPE_WRONG/);
    }
    expect(
      await toldOf(`subject: conference:hoi-nghi-1\nproperty: ordinal\nvalue: 1.5\n${cited}`),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:21:12  TYPE_WRONG  "value" is the number 1.5; it must be a whole number.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
    expect(
      await toldOf(
        `subject: conference:hoi-nghi-1\nproperty: duration\nvalue: { amount: hai, units: day }\n${cited}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:21:12  KEY_MISSING  "unit" is missing in a quantity.  →  Add it.",
        "sources/b.yaml:21:22  TYPE_WRONG  "amount" is the text "hai"; it must be a number.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
        "sources/b.yaml:21:27  KEY_UNKNOWN  "units" is not a key of a quantity.  →  Did you mean "unit"? The keys are amount, unit, approximation.",
      ]
    `);
    expect(
      await toldOf(
        `subject: conference:hoi-nghi-1\nproperty: summary\nvalue: { vi: Chỉ một tiếng. }\n${cited}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:21:12  KEY_MISSING  "en" is missing in a text in both languages.  →  Add it.",
      ]
    `);
  });

  test('has a date without quotes', async () => {
    expect(
      await toldOf(`subject: conference:hoi-nghi-1\nproperty: endDate\nvalue: 2021\n${cited}`),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:21:12  DATE_NOT_QUOTED  The date 2021 stands without quotes, so that it is a number.  →  Quote it: "2021".",
      ]
    `);
  });

  test('has a date that is no date', async () => {
    expect(await told('sources/a.yaml', '"2021-12-13"', '"13/12/2021"')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:10  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "sources/a.yaml:10:12  DATE_MALFORMED  "13/12/2021" is not a date as it is written here.  →  Write "2021", "2021-12", "2021-12-18" or "2021-12-18T12:44".",
      ]
    `);
    expect(await told('sources/a.yaml', '"2021-12-13"', '"2023-02-30"')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:10:12  DATE_IMPOSSIBLE  The calendar has no date 2023-02-30.  →  Mend the year, month, day or time.",
      ]
    `);
    expect(await told('sources/a.yaml', '"2021-12-13"', '"2021-13"')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:10:12  DATE_IMPOSSIBLE  The calendar has no date 2021-13.  →  Mend the year, month, day or time.",
      ]
    `);
    expect(
      await told('sources/a.yaml', '"2021-12-13"', '"2021-12-13T24:00"'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:10:12  DATE_IMPOSSIBLE  The calendar has no date 2021-12-13T24:00.  →  Mend the year, month, day or time.",
      ]
    `);
    expect(await told('sources/a.yaml', '"2021-12-13"', '"2024-02-29T08:30"')).toEqual([]);
  });

  test('ends before it starts', async () => {
    const end = (date: string, more = ''): Promise<readonly string[]> =>
      problemsWith({
        'sources/a.yaml': `${small['sources/a.yaml']!}${statement(
          `subject: conference:hoi-nghi-1\nproperty: endDate\nvalue: "${date}"${more}\ncitations:\n  - { paragraph: 3, evidence: [An] }`,
        )}`,
      });
    expect(await end('2021-12-12')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:22:12  END_BEFORE_START  conference:hoi-nghi-1 ends 2021-12-12, before it starts 2021-12-13.  →  Mend one of the two dates.",
      ]
    `);
    expect(await end('2021-11')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:22:12  END_BEFORE_START  conference:hoi-nghi-1 ends 2021-11, before it starts 2021-12-13.  →  Mend one of the two dates.",
      ]
    `);
    // A coarser date may contain the other; another scope, or a value given up, is another matter.
    expect(await end('2021')).toEqual([]);
    expect(await end('2021-12')).toEqual([]);
    expect(await end('2021-12-13')).toEqual([]);
    expect(await end('2020', '\nqualifiers: { scope: { vi: Vòng một, en: Round one } }')).toEqual(
      [],
    );
    expect(
      await end('2020', '\nrank: deprecated\nreason: { vi: In sai., en: A misprint. }'),
    ).toEqual([]);
    // Two sources that differ disagree; neither file is wrong.
    expect(
      await toldOf(`subject: conference:hoi-nghi-1\nproperty: endDate\nvalue: "2020"\n${cited}`),
    ).toEqual([]);
    expect(
      await toldOf(
        `subject: person:an\nproperty: holdsOffice\nvalue: office:dai-su\nqualifiers: { from: "2021-03", to: "2020" }\n${cited}`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:22:40  END_BEFORE_START  The statement ends 2020, before it starts 2021-03.  →  Mend one of the two dates.",
      ]
    `);
  });

  test('refers to what does not exist', async () => {
    expect(
      await told('sources/a.yaml', 'value: conference:hoi-nghi-1', 'value: conference:hoi-nghi-2'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:15:12  REFERENCE_DANGLING  Nothing has the id conference:hoi-nghi-2.  →  Did you mean "conference:hoi-nghi-1"? Mend the id, or add the entity.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'subject: person:an', 'subject: person:quoc-khanh'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:13:14  REFERENCE_DANGLING  Nothing has the id person:quoc-khanh.  →  Mend the id, or add the entity.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'office:bo-truong', 'office:bo-trung'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:16:29  REFERENCE_DANGLING  Nothing has the id office:bo-trung.  →  Did you mean "office:bo-truong"? Mend the id, or add the entity.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'source: source:b', 'source: source:bb'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:19:19  REFERENCE_DANGLING  Nothing has the id source:bb.  →  Did you mean "source:b"? Mend the id, or add the entity.",
      ]
    `);
    expect(
      await told(
        'sources/a.yaml',
        'evidence: [An] }',
        'evidence: [An], attributedTo: person:binhh }',
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:19:73  REFERENCE_DANGLING  Nothing has the id person:binhh.  →  Did you mean "person:binh"? Mend the id, or add the entity.",
      ]
    `);
  });

  test('has an end of the wrong kind', async () => {
    expect(
      await told('sources/a.yaml', 'subject: person:an', 'subject: office:dai-su'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:13:14  SUBJECT_KIND_WRONG  office:dai-su cannot be the subject of chairs, which takes person.  →  Choose another property, turn the relation round, or widen the property in ontology.yaml.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'value: conference:hoi-nghi-1', 'value: country:jpn'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:15:12  OBJECT_KIND_WRONG  country:jpn cannot be the value of chairs, which takes conference.  →  Choose another property, turn the relation round, or widen the property in ontology.yaml.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'capacity: office:bo-truong', 'capacity: person:binh'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:16:29  OBJECT_KIND_WRONG  person:binh cannot be the capacity of chairs, which takes office.  →  Choose another property, turn the relation round, or widen the property in ontology.yaml.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'source: source:b', 'source: person:binh'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:19:19  OBJECT_KIND_WRONG  person:binh cannot be the source of a citation, which takes source.  →  Choose another property, turn the relation round, or widen the property in ontology.yaml.",
      ]
    `);
  });

  test('has a term outside its vocabulary', async () => {
    expect(
      await toldOf(`subject: conference:hoi-nghi-1\nproperty: format\nvalue: on-line\n${cited}`),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:21:12  TERM_UNKNOWN  "on-line" is not in the vocabulary format.  →  Did you mean "online"? Its terms are in-person, online.",
      ]
    `);
    expect(
      await told(
        'sources/b.yaml',
        'unit: day, approximation: about',
        'unit: days, approximation: round',
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:10:31  TERM_UNKNOWN  "days" is not in the vocabulary unit.  →  Did you mean "day"? Its terms are day, session.",
        "sources/b.yaml:10:52  TERM_UNKNOWN  "round" is not in the vocabulary approximation.  →  Its terms are exact, about.",
      ]
    `);
  });

  test('has an address that is none', async () => {
    for (const address of [
      'baoquocte.vn',
      'ftp://baoquocte.vn/',
      'https://bao quoc te.vn',
      'https://',
    ]) {
      const problems = await toldOf(
        `subject: source:b\nproperty: url\nvalue: "${address}"\n${cited}`,
      );
      // Some of these need no quotes, so that the form is not canonical either.
      const [problem, ...others] = problems.filter((text) => !text.includes('CANONICAL'));
      expect(problem).toContain(`URL_MALFORMED  "${address}" is not a web address.`);
      expect(others).toEqual([]);
    }
  });

  test('cites nothing, or gives no evidence', async () => {
    expect(await toldOf('subject: person:an\nproperty: code\nvalue: A 1')).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:19:5  CITATION_MISSING  person:an code cites nothing.  →  Give at least one citation: a paragraph, and evidence that occurs in it.",
      ]
    `);
    expect(await toldOf('subject: person:an\nvalue: A 1')).toContain(
      'sources/b.yaml:19:5  CITATION_MISSING  person:an cites nothing.  →  Give at least one citation: a paragraph, and evidence that occurs in it.',
    );
    expect(
      await toldOf('subject: person:an\nproperty: code\nvalue: A 1\ncitations: []'),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:22:5  CITATION_MISSING  person:an code cites nothing.  →  Give at least one citation: a paragraph, and evidence that occurs in it.",
      ]
    `);
    expect(
      await toldOf(
        'subject: person:an\nproperty: code\nvalue: A 1\ncitations:\n  - { paragraph: 2 }',
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:23:9  EVIDENCE_EMPTY  The citation gives no evidence.  →  List one or more short terms that occur in the paragraph as printed.",
      ]
    `);
    expect(
      await toldOf(
        'subject: person:an\nproperty: code\nvalue: A 1\ncitations:\n  - { paragraph: 2, evidence: [] }',
      ),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:23:25  EVIDENCE_EMPTY  The citation gives no evidence.  →  List one or more short terms that occur in the paragraph as printed.",
      ]
    `);
  });

  test('cites a paragraph that its source does not have', async () => {
    expect(await told('sources/a.yaml', '{ paragraph: 2', '{ paragraph: 4')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:18:22  PARAGRAPH_OUT_OF_RANGE  source:a has 3 paragraphs, not 4.  →  Paragraphs are the non-empty lines of the article, counted from 1.",
      ]
    `);
    expect(
      await told('sources/a.yaml', 'source:b, paragraph: 1', 'source:b, paragraph: 3'),
    ).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:19:40  PARAGRAPH_OUT_OF_RANGE  source:b has 2 paragraphs, not 3.  →  Paragraphs are the non-empty lines of the article, counted from 1.",
      ]
    `);
    expect(await told('sources/a.yaml', '{ paragraph: 2', '{ paragraph: 0')).toMatchInlineSnapshot(`
      [
        "sources/a.yaml:8  FILE_NOT_CANONICAL  From this line on the file is not written in the canonical form.  →  Run "caytre format", which rewrites it.",
        "sources/a.yaml:18:22  TYPE_WRONG  "paragraph" is the number 0; it must be a whole number from 1.  →  Write it so; a text that looks like a number, a date or true and false needs double quotes.",
      ]
    `);
  });

  test('stands twice in one file', async () => {
    const text = small['sources/b.yaml'] as string;
    const again = text.slice(text.indexOf('  - subject: person:an'));
    expect(await problemsWith({ 'sources/b.yaml': text + again })).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:19:5  STATEMENT_DUPLICATE  The same statement stands at line 13.  →  Join the two and list the citations of both.",
      ]
    `);
  });

  test('is ranked without a reason, or otherwise than in another file', async () => {
    const ranked = 'qualifiers: { capacity: office:bo-truong }\n    rank: deprecated';
    expect(
      await told('sources/b.yaml', 'qualifiers: { capacity: office:bo-truong }', ranked),
    ).toMatchInlineSnapshot(`
      [
        "sources/b.yaml:17:11  RANK_CONFLICT  The statement is ranked deprecated here and normal at sources/a.yaml:13.  →  It is one statement: give it one rank.",
        "sources/b.yaml:17:11  RANK_WITHOUT_REASON  The rank deprecated has no "reason".  →  Say why, in both languages.",
      ]
    `);
  });
});
