import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { timedStore } from './support/timed-world.ts';
import { guests, world } from './support/world.ts';

const aggregate = async (
  args: string,
  fields = 'group1 label1 group2 label2 group3 label3 value count',
) =>
  (
    await data(
      `{ aggregate${args} { rows { ${fields} } totalCount truncated { reason bound } } }`,
      { language: 'en' },
    )
  ).aggregate;

const rows = async (args: string, fields?: string) => (await aggregate(args, fields)).rows;

describe('an aggregate', () => {
  it('without dimensions is one row for all', async () => {
    expect(await aggregate('', 'group1 label1 value count')).toEqual({
      rows: [
        {
          group1: null,
          label1: null,
          value: world.statements.length,
          count: world.statements.length,
        },
      ],
      totalCount: 1,
      truncated: null,
    });
  });

  it('counts entities of a kind, or statements with a property', async () => {
    expect(await rows('(kind: "country")', 'value')).toEqual([{ value: 3 }]);
    expect(await rows('(property: "theme")', 'value')).toEqual([{ value: 2 }]);
  });

  it.each([
    ['(property: "theme", groupBy: { by: KIND })', [['conference', 'Conference', 2]]],
    [
      '(kind: "person", groupBy: { by: PROPERTY })',
      [
        ['attends', 'attends', 1],
        ['chairs', 'chairs', 1],
        ['holdsOffice', 'holds the office of', 1],
      ],
    ],
    [
      '(property: "theme", groupBy: { by: SOURCE })',
      [
        ['source:mot', 'Article one', 2],
        ['source:hai', 'Article two', 1],
      ],
    ],
    [
      '(property: "theme", groupBy: { by: RANK })',
      [
        ['NORMAL', 'normal', 1],
        ['PREFERRED', 'preferred', 1],
      ],
    ],
    [
      '(kind: "partnership", groupBy: { by: VALUE, property: "level" })',
      [['comprehensive-strategic', 'Comprehensive Strategic Partnership', 1]],
    ],
    [
      '(kind: "country", groupBy: { by: VALUE, property: "party", direction: IN })',
      [
        ['partnership:vnm-jpn', 'Viet Nam – Japan', 2],
        [null, null, 1],
      ],
    ],
    ['(kind: "conference", groupBy: { by: YEAR })', [['2021', '2021', 1]]],
    ['(kind: "conference", groupBy: { by: MONTH })', [['2021-12', 'December 2021', 1]]],
  ])('tells apart by each dimension: %s', async (args, expected) => {
    const found = await rows(args, 'group1 label1 value');
    expect(
      found.map(({ group1, label1, value }: Record<string, unknown>) => [group1, label1, value]),
    ).toEqual(expected);
  });

  it('puts what happened once between two years or months under both, and no year that no source says', async () => {
    const { years, months, posts, partnerships } = await data(
      `{
        years: aggregate(kind: "partnership", groupBy: { by: YEAR }) { ...Rows }
        months: aggregate(kind: "observation", groupBy: { by: MONTH }) { ...Rows }
        posts: aggregate(kind: "post", groupBy: { by: YEAR }) { ...Rows }
        partnerships { facets { years { key label count } } }
      }
      fragment Rows on Aggregate { rows { group1 en: label1(lang: EN) vi: label1(lang: VI) count } }`,
      { store: timedStore() },
    );
    expect(years.rows).toEqual([
      { group1: '2021/2023', en: '2021–2023', vi: '2021–2023', count: 1 },
      { group1: '2024', en: '2024', vi: '2024', count: 1 },
    ]);
    expect(partnerships.facets.years).toEqual([
      { key: '2021/2023', label: '2021–2023', count: 1 },
      { key: '2024', label: '2024', count: 1 },
    ]);
    expect(months.rows).toContainEqual({
      group1: '2021-12/2023',
      en: 'December 2021 – 2023',
      vi: '12/2021 – 2023',
      count: 1,
    });
    // A post goes on from its beginning to its end.
    expect(posts.rows).toEqual([{ group1: '2023', en: '2023', vi: '2023', count: 1 }]);
  });

  it('tells apart by three dimensions at once, and by labels in the language asked for', async () => {
    const query = `(kind: "observation", groupBy: [
      { by: VALUE, property: "observationOf" }, { by: VALUE, property: "amount" }, { by: YEAR }
    ])`;
    expect(
      await rows(query, 'group1 label1(lang: VI) group2 label2 group3 label3 value count'),
    ).toEqual([
      {
        group1: 'metric:tham',
        label1: 'Số chuyến thăm',
        group2: '45 visit',
        label2: '45 visits',
        group3: null,
        label3: null,
        value: 1,
        count: 1,
      },
      {
        group1: 'metric:tham',
        label1: 'Số chuyến thăm',
        group2: '50 visit nearly',
        label2: 'nearly 50 visits',
        group3: null,
        label3: null,
        value: 1,
        count: 1,
      },
    ]);
  });

  it.each([
    ['COUNT', '', 2],
    ['CITATIONS', '', 4],
    ['SUM', ', of: "amount"', 95],
    ['AVERAGE', ', of: "amount"', 47.5],
    ['LEAST', ', of: "amount"', 45],
    ['GREATEST', ', of: "amount"', 50],
    ['SUM', ', of: "ordinal"', null],
  ])('measures %s%s', async (measure, of, value) => {
    expect(await rows(`(kind: "observation", measure: ${measure}${of})`, 'value count')).toEqual([
      { value, count: 2 },
    ]);
  });

  it('counts the citations of each source where sources are told apart', async () => {
    const cited = (await rows('(groupBy: { by: SOURCE }, measure: CITATIONS)', 'value')).map(
      ({ value }: { value: number }) => value,
    );
    const [all] = await rows('(measure: CITATIONS)', 'value');
    expect(cited.length).toBeGreaterThan(1);
    expect(cited.reduce((sum: number, value: number) => sum + value, 0)).toBe(all.value);
  });

  it('counts what the filters leave', async () => {
    const value = async (args: string) => (await rows(args, 'value'))[0].value;
    expect(await value('(kind: "person", filter: { missing: ["chairs"] })')).toBe(1);
    expect(await value('(property: "attends", filter: { kinds: ["body"] })')).toBe(guests.length);
    expect(await value('(statements: { ranks: [PREFERRED] })')).toBe(1);
    expect(
      await value('(property: "theme", statements: { properties: ["theme", "agenda"] })'),
    ).toBe(2);
    expect(await value('(property: "theme", statements: { properties: ["agenda"] })')).toBe(0);
    expect(await value('(kind: "country", statements: {})')).toBe(0);
    expect(await value('(kind: "conference", statements: { sources: ["source:hai"] })')).toBe(1);
  });

  it('says when rows were left out', async () => {
    const all = await aggregate('(groupBy: { by: PROPERTY })', 'group1 value');
    const some = await aggregate('(groupBy: { by: PROPERTY }, limit: 2)', 'group1 value');
    expect(some).toEqual({
      rows: all.rows.slice(0, 2),
      totalCount: all.rows.length,
      truncated: { reason: 'LIMIT', bound: 2 },
    });
  });

  it.each([
    ['(kind: "country", property: "theme")', 'ARGUMENTS_CLASH'],
    ['(groupBy: { by: VALUE })', 'ARGUMENT_MISSING'],
    ['(groupBy: { by: YEAR, property: "theme" })', 'ARGUMENTS_CLASH'],
    ['(groupBy: { by: YEAR, direction: IN })', 'ARGUMENTS_CLASH'],
    ['(groupBy: { by: VALUE, property: "party", direction: BOTH })', 'ARGUMENTS_CLASH'],
    ['(groupBy: { by: VALUE, property: "level", direction: IN })', 'ARGUMENTS_CLASH'],
    ['(measure: SUM)', 'ARGUMENT_MISSING'],
    ['(measure: COUNT, of: "amount")', 'ARGUMENTS_CLASH'],
    ['(measure: CITATIONS, of: "amount")', 'ARGUMENTS_CLASH'],
    ['(measure: SUM, of: "theme")', 'ARGUMENTS_CLASH'],
    ['(kind: "countries")', 'NAME_UNKNOWN'],
    ['(property: "themes")', 'NAME_UNKNOWN'],
    ['(measure: SUM, of: "amounts")', 'NAME_UNKNOWN'],
    ['(groupBy: { by: VALUE, property: "levels" })', 'NAME_UNKNOWN'],
    ['(filter: { kinds: ["countries"] })', 'NAME_UNKNOWN'],
    ['(statements: { properties: ["themes"] })', 'NAME_UNKNOWN'],
    ['(limit: 0)', 'ARGUMENT_OUT_OF_RANGE'],
    ['(limit: 501)', 'ARGUMENT_OUT_OF_RANGE'],
    [`(groupBy: [${'{ by: KIND } '.repeat(4)}])`, 'ARGUMENT_OUT_OF_RANGE'],
  ])('refuses %s', async (args, code) => {
    const { errors } = await ask(`{ aggregate${args} { totalCount } }`);
    expect(errors[0]!.extensions.code).toBe(code);
  });

  it('counts what is there as of a date', async () => {
    const { before, after, dataset } = await data(`{
      before: aggregate(kind: "conference", asOf: "2021-12-13") { rows { value } }
      after: aggregate(kind: "conference", asOf: "2021-12-14") { rows { value } }
      dataset(asOf: "2021-12-13") { entitiesByKind { key } }
    }`);
    expect([before.rows, after.rows]).toEqual([[{ value: 0 }], [{ value: 1 }]]);
    const kinds = dataset.entitiesByKind.map(({ key }: { key: string }) => key);
    expect(kinds).toContain('country');
    expect(kinds).not.toContain('conference');
  });
});
