import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createErrorFormatter } from '../../src/graphql/errors.ts';
import { executeLocally } from '../../src/graphql/execute.ts';
import { countsOf } from '../store/time-oracle.ts';
import { ask, data } from './support/api.ts';
import { remote } from './support/remote-store.ts';
import { schema } from './support/schema.ts';
import { timedStore, timedWorld } from './support/timed-world.ts';

const store = timedStore();

const minister = `office: entity(id: "office:bo-truong", asOf: $date) {
  ... on Office { heldBy { totalCount nodes { id } } }
}`;

describe('a date given once', () => {
  it('applies to relations, statements and short fields below it', async () => {
    const below = `query ($date: PartialDate) {
      ${minister}
      entity(id: "country:vnm", asOf: $date) {
        ... on Country { partyTo { nodes { id } } postsHeld { nodes { id } } }
        relations { totalCount }
      }
      evipa: entity(id: "agreement:evipa", asOf: $date) {
        statements { totalCount }
        ... on Agreement { status { term } }
      }
    }`;
    const asked = (date: string) => data(below, { store, variables: { date } });
    expect(await asked('2020')).toEqual({
      office: { heldBy: { totalCount: 0, nodes: [] } },
      entity: { partyTo: { nodes: [] }, postsHeld: { nodes: [] }, relations: { totalCount: 0 } },
      evipa: { statements: { totalCount: 1 }, status: { term: 'signed' } },
    });
    expect(await asked('2023')).toEqual({
      office: { heldBy: { totalCount: 1, nodes: [{ id: 'person:an' }] } },
      entity: {
        partyTo: { nodes: [{ id: 'partnership:vnm-kor' }] },
        postsHeld: { nodes: [{ id: 'post:nhan-quyen' }] },
        relations: { totalCount: 2 },
      },
      evipa: { statements: { totalCount: 1 }, status: { term: 'being-ratified' } },
    });
    const later = await asked('2026');
    expect(later.office.heldBy.nodes).toEqual([{ id: 'person:binh' }]);
    expect(later.entity.postsHeld.nodes).toEqual([]);
    expect(later.entity.partyTo.nodes).toHaveLength(2);
    // No date, and `null`, are every time at once.
    const always = await data(below, { store });
    expect(always.office.heldBy.totalCount).toBe(3);
    expect(await data(below, { store, variables: { date: null } })).toEqual(always);
  });

  it('reaches down through lists, interfaces and fragments', async () => {
    const deep = `query ($date: PartialDate) {
      node(id: "conference:31", asOf: $date) { ...chaired }
      nodes(ids: ["conference:31"], asOf: $date) { ...chaired }
      statements(filter: { subjects: ["conference:31"], properties: ["ordinal"] }, asOf: $date) {
        nodes { subject { ...chaired } }
      }
    }
    fragment chaired on Conference {
      chairedBy { edges { node { ...offices ... on Person { chairs { nodes { id } } } } } }
    }
    fragment offices on Person { holdsOffice { edges { statement { text } node { heldBy { totalCount } } } } }`;
    const at = async (date: string) => {
      const { node, nodes, statements } = await data(deep, {
        store,
        language: 'en',
        variables: { date },
      });
      expect(nodes).toEqual([node]);
      expect(statements.nodes).toEqual([{ subject: node }]);
      return node.chairedBy.edges[0]?.node;
    };
    const office = (when: string, totalCount: number) => ({
      edges: [
        {
          statement: { text: expect.stringContaining(when) },
          node: { heldBy: { totalCount } },
        },
      ],
    });
    expect(await at('2021-12')).toEqual({
      holdsOffice: office('December 2021', 1),
      chairs: { nodes: [{ id: 'conference:31' }] },
    });
    expect(await at('2024')).toEqual({
      holdsOffice: office('19 December 2023', 1),
      chairs: { nodes: [{ id: 'conference:31' }, { id: 'conference:32' }] },
    });
  });

  it('stands beside another in one query', async () => {
    const answer = await data(
      `{
        before: entity(id: "country:vnm", asOf: "2021") { ...joined }
        between: entity(id: "country:vnm", asOf: "2023-12") { ...joined }
        always: entity(id: "country:vnm") { ...joined }
        after: entity(id: "country:vnm", asOf: "2024") { ...joined }
      }
      fragment joined on Entity {
        relations(kinds: ["partnership"]) { nodes { id relations(kinds: ["country"]) { totalCount } } }
      }`,
      { store },
    );
    const steps = (...names: readonly string[]) => ({
      relations: {
        nodes: names.map((name) => ({ id: `partnership:${name}`, relations: { totalCount: 2 } })),
      },
    });
    expect(answer).toEqual({
      before: steps(),
      between: steps('vnm-kor'),
      always: steps('vnm-kor', 'vnm-mys'),
      after: steps('vnm-kor', 'vnm-mys'),
    });
  });

  it('tells counts, disagreements and timelines of that date', async () => {
    const { dataset, disagreements, timeline } = await data(
      `{
        dataset(asOf: "2022-06") { counts { entities statements edges citations sources } }
        disagreements(properties: ["ordinal"], asOf: "2022-06") { totalCount }
        timeline(asOf: "2022-06") { totalCount }
      }`,
      { store },
    );
    expect(dataset.counts).toEqual(countsOf(timedWorld, '2022-06'));
    expect(dataset.counts.entities).toBeLessThan(timedWorld.entities.length);
    expect(disagreements.totalCount).toBe(0);
    const later = await data(
      `{
        dataset { counts { entities statements edges citations sources } }
        disagreements(properties: ["ordinal"], asOf: "2024") { totalCount nodes { statements { id } } }
        timeline { totalCount }
      }`,
      { store },
    );
    expect(later.dataset.counts).toEqual(countsOf(timedWorld, undefined));
    expect(later.disagreements).toMatchObject({ totalCount: 1 });
    expect(later.disagreements.nodes[0].statements).toHaveLength(2);
    expect(later.timeline.totalCount).toBeGreaterThan(timeline.totalCount);
  });

  it('is asked of a store far away in one batch with the others', async () => {
    const query = `{
      one: entity(id: "country:vnm", asOf: "2021") { ...joined }
      two: entity(id: "country:vnm", asOf: "2024") { ...joined }
      three: entity(id: "country:vnm") { ...joined }
      early: dataset(asOf: "2020") { counts { statements } }
      dataset { counts { statements } }
    }
    fragment joined on Entity {
      begins
      relations { nodes { ... on Partnership { date parties: party { nodes { id begins } } } } }
    }`;
    const { store: far, calls } = remote(timedStore());
    expect(await data(query, { store: far })).toEqual(await data(query, { store }));
    expect(calls).toEqual({
      entities: [1],
      neighbors: [3, 4],
      counts: [2],
      // Viet Nam, then the other two.
      times: [1, 2],
      statementPages: [4],
    });
  });
});

describe('what is no date', () => {
  const wrong = [
    ['2021-13', /^The calendar has no date "2021-13"\. Write .* in ISO 8601: "2021"/],
    ['18/12/2021', /^"18\/12\/2021" is not a date\. Write/],
    ['', /^"" is not a date/],
  ] as const;

  it.each(wrong)('is refused as a variable: %j', async (date, message) => {
    const query = 'query ($date: PartialDate) { dataset(asOf: $date) { version } }';
    const { errors } = await ask(query, { store, variables: { date } });
    expect(errors).toHaveLength(1);
    expect(errors[0]!.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      mend: expect.stringContaining('2021-12-18T12:44'),
    });
    expect(errors[0]!.message.replace(/^Variable .*?; /, '')).toMatch(message);
  });

  it.each([...wrong, [2021, /^2021 is not a date/] as const])(
    'is refused in a document: %j',
    async (date, message) => {
      const { data, errors } = await executeLocally(schema, store, {
        query: `{ dataset(asOf: ${JSON.stringify(date)}) { version } }`,
        language: 'vi',
      });
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors![0]).toMatchObject({
        message: expect.stringMatching(message),
        locations: [{ line: 1 }],
        extensions: { code: 'BAD_USER_INPUT', mend: expect.any(String) },
      });
    },
  );

  it('is told by what the scalar says, however the server wraps it', () => {
    const said = new GraphQLError('no date', { extensions: { code: 'BAD_USER_INPUT' } });
    const wrapped = new GraphQLError('no date', {
      originalError: said,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    const format = createErrorFormatter({ error: () => expect.unreachable('it was expected') });
    expect(format(wrapped.toJSON(), wrapped).extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('may be nothing at all, and may stand deep in a filter', async () => {
    const query =
      'query ($filter: EntityFilter) { dataset(asOf: null) { version } entities(filter: $filter) { totalCount } }';
    const { errors } = await ask(query, {
      store,
      variables: { filter: { dates: { from: '2021-02-30' } } },
    });
    expect(errors[0]!.message).toMatch(/"filter\.dates\.from"; The calendar has no date/);
  });
});
