import { describe, expect, it } from 'vitest';
import { bestStatement } from '../../src/ontology/best-statement.ts';
import type { Statement } from '../../src/ontology/model.ts';
import { ask, data } from './support/api.ts';
import { guests } from './support/world.ts';

describe('a relation field', () => {
  it('leads to the other end, with the statement that says so', async () => {
    const { entity } = await data(`{
      entity(id: "conference:31") {
        ... on Conference {
          chairedBy {
            totalCount
            edges {
              direction
              node { __typename id }
              statement { property qualifiers { name } citations { source { id } } }
            }
          }
        }
      }
    }`);
    expect(entity.chairedBy).toEqual({
      totalCount: 1,
      edges: [
        {
          direction: 'IN',
          node: { __typename: 'Person', id: 'person:bui-thanh-son' },
          statement: {
            property: 'chairs',
            qualifiers: [{ name: 'capacity' }],
            citations: [{ source: { id: 'source:mot' } }, { source: { id: 'source:hai' } }],
          },
        },
      ],
    });
  });

  it('is typed where only one kind can be at the other end', async () => {
    const { people, metrics } = await data(`{
      people {
        nodes { name holdsOffice { edges { node { shared heldBy { nodes { name } } } statement { rank } } } }
      }
      metrics { nodes { observations { nodes { amount { amount } } } } }
    }`);
    expect(people.nodes[0]).toEqual({
      name: 'Bùi Thanh Sơn',
      holdsOffice: {
        edges: [
          {
            node: { shared: false, heldBy: { nodes: [{ name: 'Bùi Thanh Sơn' }] } },
            statement: { rank: 'NORMAL' },
          },
        ],
      },
    });
    expect(metrics.nodes[0].observations.nodes).toEqual(
      expect.arrayContaining([{ amount: { amount: 45 } }, { amount: { amount: 50 } }]),
    );
  });

  it('that any kind may have is asked for without naming the kind', async () => {
    const { entity } = await data(`{
      entity(id: "country:vnm") { discussedAt { nodes { id } } metrics { nodes { id } } reportedIn { totalCount } }
    }`);
    expect(entity).toEqual({
      discussedAt: { nodes: [{ id: 'conference:31' }] },
      metrics: { nodes: [{ id: 'metric:tham' }] },
      reportedIn: { totalCount: 0 },
    });
  });
});

describe('relations', () => {
  const relations = async (id: string, args: string) =>
    (
      await data(
        `{ entity(id: "${id}") { relations${args} { totalCount edges { direction node { id } } } } }`,
      )
    ).entity.relations;

  it('go both ways, one edge a statement', async () => {
    const answer = await relations('conference:31', '(first: 100)');
    expect(answer.totalCount).toBe(guests.length + 4);
    expect(answer.edges).toEqual(
      expect.arrayContaining([
        { direction: 'OUT', node: { id: 'country:vnm' } },
        { direction: 'IN', node: { id: 'source:mot' } },
      ]),
    );
  });

  it.each([
    ['(direction: OUT)', 1],
    ['(direction: IN)', guests.length + 3],
    ['(properties: ["chairs", "discusses"])', 2],
    ['(properties: ["chairs", "discusses"], direction: OUT)', 1],
    ['(kinds: ["person"])', 2],
    ['(kinds: ["person"], properties: ["attends"])', 1],
    ['(kinds: [])', 0],
  ])('are narrowed by %s', async (args, count) => {
    expect((await relations('conference:31', args)).totalCount).toBe(count);
  });

  it.each(['(kinds: ["persona"])', '(properties: ["chair"])'])(
    'do not take a misspelt name: %s',
    async (args) => {
      const { errors } = await ask(
        `{ entity(id: "conference:31") { relations${args} { totalCount } } }`,
      );
      expect(errors[0]?.extensions.code).toBe('NAME_UNKNOWN');
    },
  );
});

describe('a short field', () => {
  it('gives the value of the best statement, plainly', async () => {
    const { entity, source, observation, partnership, agreement } = await data(`{
      entity(id: "conference:31") {
        ... on Conference {
          theme english: theme(lang: EN) startDate endDate ordinal format { term label } duration { amount }
        }
      }
      source: entity(id: "source:mot") { ... on Source { title pageDate publishedOn } }
      observation: entity(id: "observation:tham-b") { ... on Observation { amount { label amount } } }
      partnership: entity(id: "partnership:vnm-jpn") { ... on Partnership { level { label } date } }
      agreement: entity(id: "agreement:evipa") { ... on Agreement { status { term } } }
    }`);
    expect(entity).toEqual({
      theme: 'Chủ đề đúng',
      english: 'The right theme',
      startDate: '2021-12-14',
      endDate: null, // its only statement is deprecated
      ordinal: 31,
      format: { term: 'hybrid', label: 'trực tiếp kết hợp trực tuyến' },
      duration: null,
    });
    expect(source).toEqual({ title: 'Tít bài', pageDate: '2021-12-18T12:44', publishedOn: null });
    expect(observation).toEqual({ amount: { label: 'gần 50 chuyến thăm', amount: 50 } });
    expect(partnership).toEqual({ level: { label: 'Đối tác chiến lược toàn diện' }, date: null });
    expect(agreement).toEqual({ status: { term: 'being-ratified' } });
  });

  it('prefers rank, then the latest date, then the most citations, then the first', () => {
    const citation = { source: 'source:mot', paragraph: 1, evidence: ['x'] };
    const made = (
      id: string,
      {
        rank = 'normal',
        citations = 1,
        ...dates
      }: Partial<Record<'rank' | 'from' | 'at', string>> & {
        citations?: number;
      } = {},
    ) =>
      ({
        id,
        rank,
        qualifiers: Object.fromEntries(
          Object.entries(dates).map(([name, date]) => [name, { type: 'date', date }]),
        ),
        citations: Array.from({ length: citations }, () => citation),
      }) as unknown as Statement;
    const best = (...statements: Statement[]) => bestStatement(statements)?.id;
    expect(best()).toBeUndefined();
    expect(best(made('a'), made('b'))).toBe('a');
    expect(best(made('a'), made('b', { citations: 2 }))).toBe('b');
    expect(best(made('a', { at: '2021' }), made('b', { from: '2021-05' }), made('c'))).toBe('b');
    expect(best(made('a', { at: '2021', citations: 9 }), made('b', { at: '2022' }))).toBe('b');
    expect(best(made('a', { rank: 'preferred' }), made('b', { at: '2022' }))).toBe('a');
  });
});

describe('a literal of many values', () => {
  it('is a list of statements', async () => {
    const { entity } = await data(`{
      entity(id: "conference:31") {
        ... on Conference { agenda { totalCount nodes { property value { label(lang: EN) } } } }
        summary { totalCount }
      }
    }`);
    expect(entity.summary.totalCount).toBe(0);
    expect(entity.agenda.totalCount).toBe(2);
    expect(entity.agenda.nodes).toEqual(
      expect.arrayContaining([
        { property: 'agenda', value: { label: 'Plans' } },
        { property: 'agenda', value: { label: 'Review' } },
      ]),
    );
  });
});
