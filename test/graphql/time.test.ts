import { describe, expect, it } from 'vitest';
import { ask, data } from './support/api.ts';
import { timedStore } from './support/timed-world.ts';

const store = timedStore();
const of = async (args: string, fields = 'date'): Promise<readonly unknown[]> =>
  (await data(`{ timeline${args} { nodes { ${fields} } } }`, { store })).timeline.nodes;

describe('a timeline', () => {
  it('tells what happened when, and what the date is of', async () => {
    const { timeline } = await data(
      `{ timeline(about: ["person:an"]) {
        totalCount
        edges { cursor }
        nodes { date precision qualifier label(lang: EN) statement { subject { id } property } }
      } }`,
      { store },
    );
    expect(timeline.totalCount).toBe(4);
    expect(timeline.nodes).toEqual([
      {
        date: '2021-12',
        precision: 'MONTH',
        qualifier: 'at',
        label: 'holds the office of (at)',
        statement: { subject: { id: 'person:an' }, property: 'holdsOffice' },
      },
      {
        date: '2021-12-18',
        precision: 'DAY',
        qualifier: null,
        label: 'end date',
        statement: { subject: { id: 'conference:31' }, property: 'endDate' },
      },
      expect.objectContaining({ date: '2023-12-19' }),
      expect.objectContaining({ date: '2023-12-19' }),
    ]);
    const vietnamese = await of('(about: ["person:an"], first: 1)', 'label');
    expect(vietnamese).toEqual([{ label: 'giữ chức (tại thời điểm)' }]);
  });

  it('is bounded by dates, of whatever precision', async () => {
    const dates = async (args: string) =>
      ((await of(args)) as readonly { readonly date: string }[]).map(({ date }) => date);
    expect(await dates('(from: "2024-04", to: "2025-07")')).toEqual(['2024-04-19T12:44', '2025']);
    expect(await dates('(to: "2021-06")')).toEqual(['2019-06', '2021']);
    expect(await dates('(from: "2025")')).toEqual(['2025', '2025-08']);
    expect(await dates('(from: "2024-04", to: "2025-07", backwards: true)')).toEqual([
      '2025',
      '2024-04-19T12:44',
    ]);
  });

  it('is of kinds and of properties', async () => {
    const subjects = async (args: string) =>
      new Set(
        (
          (await of(args, 'statement { subject { kind } property }')) as readonly {
            readonly statement: {
              readonly subject: { readonly kind: string };
              readonly property: string;
            };
          }[]
        ).map(({ statement }) => `${statement.subject.kind} ${statement.property}`),
      );
    expect(await subjects('(kinds: ["partnership"])')).toEqual(
      new Set(['partnership date', 'partnership periodStart', 'partnership periodEnd']),
    );
    expect(await subjects('(kinds: ["partnership", "post"], properties: ["periodEnd"])')).toEqual(
      new Set(['partnership periodEnd', 'post periodEnd']),
    );
    for (const wrong of ['kinds: ["partnerships"]', 'properties: ["ends"]']) {
      const { errors } = await ask(`{ timeline(${wrong}) { totalCount } }`, { store });
      expect(errors[0]?.extensions.code).toBe('NAME_UNKNOWN');
    }
    const many = JSON.stringify(Array.from({ length: 101 }, (_, index) => `person:${index}`));
    const { errors } = await ask(`{ timeline(about: ${many}) { totalCount } }`, { store });
    expect(errors[0]?.extensions.code).toBe('ARGUMENT_OUT_OF_RANGE');
  });

  it('of an entity is the one about it, with the same arguments and the date given above', async () => {
    const { whole, entity, early } = await data(
      `{
        whole: timeline(about: ["country:vnm"], properties: ["date", "periodEnd"], backwards: true) { nodes { ...entry } }
        entity(id: "country:vnm") {
          timeline(properties: ["date", "periodEnd"], backwards: true) { nodes { ...entry } }
        }
        early: entity(id: "country:vnm", asOf: "2023") { timeline(kinds: ["partnership"], from: "2022", to: "2023") { nodes { ...entry } } }
      }
      fragment entry on TimelineEntry { date statement { subject { id } } }`,
      { store },
    );
    expect(entity.timeline).toEqual(whole);
    expect(whole.nodes.map(({ date }: { date: string }) => date)).toEqual([
      '2025',
      '2024',
      '2023-12',
    ]);
    expect(early.timeline.nodes).toEqual([
      { date: '2023-12', statement: { subject: { id: 'partnership:vnm-kor' } } },
    ]);
  });

  it('is paged', async () => {
    const first = await data('{ timeline(first: 2) { pageInfo { endCursor } nodes { date } } }', {
      store,
    });
    const { endCursor } = first.timeline.pageInfo;
    const next = await data(
      `{ timeline(first: 1, after: "${endCursor}") { nodes { date } pageInfo { hasPreviousPage } } }`,
      { store },
    );
    expect(first.timeline.nodes).toEqual([{ date: '2019-06' }, { date: '2021' }]);
    expect(next.timeline.nodes).toEqual([{ date: '2021-12' }]);
    expect(next.timeline.pageInfo.hasPreviousPage).toBe(true);
    const { errors } = await ask(
      `{ timeline(first: 1, backwards: true, after: "${endCursor}") { totalCount } }`,
      { store },
    );
    expect(errors[0]?.extensions.code).toBe('CURSOR_INVALID');
  });
});

describe('the own time of an entity', () => {
  it('is as its kind has it', async () => {
    const { nodes } = await data(
      `{ nodes(ids: ["conference:31", "conference:32", "partnership:vnm-mys", "post:nhan-quyen", "country:vnm", "person:an"]) {
        ... on Entity { begins ends }
      } }`,
      { store },
    );
    expect(nodes).toEqual([
      { begins: null, ends: '2021-12-18' },
      { begins: '2023-12-19', ends: null },
      { begins: '2024', ends: '2024' },
      { begins: '2023', ends: '2025' },
      { begins: null, ends: null },
      { begins: null, ends: null },
    ]);
  });
});

describe('a series', () => {
  const points = async (args = ''): Promise<readonly unknown[]> =>
    (
      await data(
        `{ entity(id: "metric:tham"${args}) { ... on Metric { series { totalCount nodes {
          from to amount unit approximation label(lang: EN) statement { property } observation { id }
        } } } } }`,
        { store },
      )
    ).entity.series.nodes;

  it('has the figures of a metric in the order of their times', async () => {
    expect(await points()).toEqual([
      {
        from: '2021-12',
        to: '2023',
        amount: 45,
        unit: 'visit',
        approximation: 'exact',
        label: '45 visits',
        statement: { property: 'amount' },
        observation: { id: 'observation:tham-2023' },
      },
      {
        from: '2024',
        to: '2024',
        amount: 60,
        unit: 'visit',
        approximation: 'nearly',
        label: 'nearly 60 visits',
        statement: { property: 'amount' },
        observation: { id: 'observation:tham-2024' },
      },
      expect.objectContaining({
        from: null,
        to: null,
        label: '1 visit',
        observation: { id: 'observation:tham-dau' },
      }),
    ]);
  });

  it('has those of a date, and those that bear none', async () => {
    expect(await points(', asOf: "2024-06"')).toMatchObject([
      { observation: { id: 'observation:tham-2023' } },
      { observation: { id: 'observation:tham-dau' } },
    ]);
  });
});

describe('the ontology', () => {
  it('says how kinds lie in time and what comes of what', async () => {
    const { ontology } = await data(
      '{ ontology { kinds { name time { sort start end } } properties { name flow } } }',
    );
    const named = (list: readonly { name: string }[], name: string) =>
      list.find((each) => each.name === name);
    expect(named(ontology.kinds, 'person')).toEqual({ name: 'person', time: null });
    expect(named(ontology.kinds, 'post')).toEqual({
      name: 'post',
      time: { sort: 'TERM', start: ['periodStart'], end: ['periodEnd'] },
    });
    const sorts = new Set(
      ontology.kinds.map(({ time }: { time?: { sort: string } }) => time?.sort),
    );
    expect(sorts).toEqual(new Set(['MOMENT', 'SPAN', 'TERM', 'RECORD', undefined]));
    expect(named(ontology.properties, 'partOf')).toEqual({ name: 'partOf', flow: 'BACKWARD' });
    expect(named(ontology.properties, 'date')).toEqual({ name: 'date', flow: null });
    const flows = new Set(ontology.properties.map(({ flow }: { flow: string | null }) => flow));
    expect(flows).toEqual(new Set(['FORWARD', 'BACKWARD', null]));
  });
});
