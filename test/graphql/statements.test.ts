import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { world } from './support/world.ts';

const one = (subject: string, property: string, fields: string) =>
  `{ statements(filter: { subjects: ["${subject}"], properties: ["${property}"] }) { nodes { ${fields} } } }`;

describe('the statements at the root', () => {
  it('are all the statements of the graph', async () => {
    const { statements } = await data('{ statements(first: 100) { totalCount nodes { id } } }');
    expect(statements.totalCount).toBe(world.statements.length);
    expect(statements.nodes.map(({ id }: { id: string }) => id)).toEqual(
      world.statements.map(({ id }) => id),
    );
  });

  it('tell subject, property, value, qualifiers, rank and citations', async () => {
    const query = one(
      'person:bui-thanh-son',
      'chairs',
      `subject { id } property propertyLabel value { __typename label ... on EntityValue { entity { id } } }
       qualifiers { name label value { label ... on EntityValue { entity { kind } } } }
       rank reason inferred
       citations { source { id file } paragraph evidence inferred attributedTo { id } }`,
    );
    expect((await data(query)).statements.nodes).toEqual([
      {
        subject: { id: 'person:bui-thanh-son' },
        property: 'chairs',
        propertyLabel: 'chủ trì',
        value: {
          __typename: 'EntityValue',
          label: 'Hội nghị Ngoại giao 31',
          entity: { id: 'conference:31' },
        },
        qualifiers: [
          {
            name: 'capacity',
            label: 'với cương vị',
            value: { label: 'Bộ trưởng Bộ Ngoại giao', entity: { kind: 'office' } },
          },
        ],
        rank: 'NORMAL',
        reason: null,
        inferred: false,
        citations: [
          {
            source: { id: 'source:mot', file: 'article-1.md' },
            paragraph: 2,
            evidence: ['chủ trì', 'Bùi Thanh Sơn'],
            inferred: null,
            attributedTo: null,
          },
          {
            source: { id: 'source:hai', file: 'article-2.md' },
            paragraph: 3,
            evidence: ['chairs'],
            inferred: null,
            attributedTo: null,
          },
        ],
      },
    ]);
  });

  it('say what was inferred and who says it, and why one is preferred', async () => {
    const { attended, themes } = await data(
      `{
      attended: statements(filter: { inferred: true }) {
        nodes { subject { id } inferred citations { inferred(lang: EN) attributedTo { id } } }
      }
      themes: statements(filter: { properties: ["theme"], ranks: [PREFERRED] }) {
        nodes { rank reason vietnamese: reason(lang: VI) }
      }
    }`,
      { language: 'en' },
    );
    expect(attended.nodes).toEqual([
      {
        subject: { id: 'person:pham-minh-chinh' },
        inferred: true,
        citations: [
          {
            inferred: 'The Prime Minister is Mr Chinh',
            attributedTo: { id: 'body:bo-ngoai-giao' },
          },
        ],
      },
    ]);
    expect(themes.nodes).toEqual([
      { rank: 'PREFERRED', reason: 'Printed on the banner', vietnamese: 'In trên phông' },
    ]);
  });

  const matching = (test: (statement: (typeof world.statements)[number]) => boolean) =>
    world.statements.filter(test).length;
  const cites = (source: string, paragraph?: number) =>
    matching(({ citations }) =>
      citations.some(
        (one) => one.source === source && (paragraph ?? one.paragraph) === one.paragraph,
      ),
    );
  it.each([
    ['subjects: ["conference:31"]', matching(({ subject }) => subject === 'conference:31')],
    [
      'objects: ["country:vnm"]',
      matching(({ value }) => value.type === 'entity' && value.id === 'country:vnm'),
    ],
    ['about: ["country:jpn", "country:pcn"]', 1],
    ['properties: ["party", "level"]', 3],
    ['kinds: ["agreement"]', 2],
    ['sources: ["source:hai"]', cites('source:hai')],
    ['sources: ["source:hai"], paragraphs: [3]', cites('source:hai', 3)],
    ['ranks: [DEPRECATED, PREFERRED]', 2],
    ['inferred: false', world.statements.length - 1],
    ['subjects: ["conference:31"], properties: ["theme"], ranks: [NORMAL]', 1],
    ['subjects: []', 0],
    ['subjects: null', world.statements.length],
  ])('are narrowed by %s', async (filter, count) => {
    const query = `{ statements(filter: { ${filter} }) { totalCount } }`;
    expect((await data(query)).statements.totalCount).toBe(count);
  });

  it.each(['properties: ["them"]', 'kinds: ["conferences"]'])(
    'do not take a misspelt name: %s',
    async (filter) => {
      const { errors } = await ask(`{ statements(filter: { ${filter} }) { totalCount } }`);
      expect(errors[0]?.extensions.code).toBe('NAME_UNKNOWN');
    },
  );
});

describe('the statements of an entity', () => {
  it('are those of which it is the subject', async () => {
    const { entity } = await data(`{
      entity(id: "conference:31") {
        statements { totalCount }
        themes: statements(filter: { properties: ["theme"], sources: ["source:hai"] }) { totalCount }
      }
    }`);
    expect(entity.statements.totalCount).toBe(
      world.statements.filter(({ subject }) => subject === 'conference:31').length,
    );
    expect(entity.themes.totalCount).toBe(1);
  });
});

describe('a value', () => {
  it.each([
    ['conference:31', 'discusses', { entity: { name: 'Viet Nam' } }, ['Việt Nam', 'Viet Nam']],
    [
      'conference:31',
      'startDate',
      { date: '2021-12-14', precision: 'DAY' },
      ['14/12/2021', '14 December 2021'],
    ],
    [
      'conference:31',
      'endDate',
      { date: '2021-12', precision: 'MONTH' },
      ['12/2021', 'December 2021'],
    ],
    [
      'source:mot',
      'pageDate',
      { date: '2021-12-18T12:44', precision: 'MINUTE' },
      ['12:44 ngày 18/12/2021', '18 December 2021, 12:44'],
    ],
    ['conference:31', 'ordinal', { integer: 31 }, ['31', '31']],
    [
      'conference:31',
      'format',
      { vocabulary: 'format', term: 'hybrid' },
      ['trực tiếp kết hợp trực tuyến', 'in person and online'],
    ],
    [
      'source:mot',
      'title',
      { text: { vi: 'Tít bài', en: 'A headline' } },
      ['Tít bài', 'A headline'],
    ],
    [
      'source:mot',
      'url',
      { url: 'https://example.org/bai/1' },
      ['https://example.org/bai/1', 'https://example.org/bai/1'],
    ],
    [
      'observation:tham-a',
      'amount',
      {
        amount: 45,
        unit: 'visit',
        unitLabel: 'visits',
        approximation: 'exact',
        approximationLabel: 'exactly',
      },
      ['45 chuyến thăm', '45 visits'],
    ],
    [
      'observation:tham-b',
      'amount',
      {
        amount: 50,
        unit: 'visit',
        unitLabel: 'visits',
        approximation: 'nearly',
        approximationLabel: 'nearly',
      },
      ['gần 50 chuyến thăm', 'nearly 50 visits'],
    ],
  ])('of %s %s has its type and its label', async (subject, property, fields, [vi, en]) => {
    const query = one(
      subject,
      property,
      `value {
        vi: label(lang: VI)
        en: label
        ... on EntityValue { entity { name } }
        ... on TextValue { text { vi en } }
        ... on IntegerValue { integer }
        ... on QuantityValue { amount unit unitLabel approximation approximationLabel }
        ... on DateValue { date precision }
        ... on UrlValue { url }
        ... on TermValue { vocabulary term }
      }`,
    );
    expect((await data(query, { language: 'en' })).statements.nodes).toEqual([
      { value: { vi, en, ...fields } },
    ]);
  });
});

describe('the text of a statement', () => {
  const text = async (subject: string, property: string) => {
    const { statements } = await data(one(subject, property, 'vi: text en: text(lang: EN)'));
    return statements.nodes[0];
  };

  it('reads as a sentence where the value is an entity', async () => {
    expect(await text('person:bui-thanh-son', 'holdsOffice')).toEqual({
      vi: 'Bùi Thanh Sơn giữ chức Bộ trưởng Bộ Ngoại giao (tại thời điểm: 14/12/2021)',
      en: 'Bui Thanh Son holds the office of Minister of Foreign Affairs (at: 14 December 2021)',
    });
  });

  it('reads as an entry where the value is a literal', async () => {
    expect(await text('observation:tham-b', 'amount')).toEqual({
      vi: 'Gần 50 chuyến thăm – con số: gần 50 chuyến thăm',
      en: 'Nearly 50 visits – amount: nearly 50 visits',
    });
  });
});
