import { execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/context.ts';
import { isPromise } from '../../src/graphql/later.ts';
import { createTurns } from '../../src/graphql/turns.ts';
import { ask, data, memoryStore } from './support/api.ts';
import { remote } from './support/remote-store.ts';
import { schema } from './support/schema.ts';

const deep = `{
  bodies(first: 10) {
    nodes {
      name
      attends { edges {
        statement { citations { source { name } } }
        node { ... on Conference { theme startDate ordinal chairedBy { nodes { ... on Person { holdsOffice { nodes { name } } } } } } }
      } }
    }
  }
  countries {
    nodes { partyTo { nodes { relations(first: 5) { nodes { id } } } } }
  }
}`;

describe('with a store far away', () => {
  it('answers as with one in memory', async () => {
    const { store } = remote(memoryStore());
    expect(await data(deep, { store })).toEqual(await data(deep));
  });

  it('calls the port once per depth and method, not per parent', async () => {
    const { store, calls } = remote(memoryStore());
    await data(deep, { store });
    expect(calls).toEqual({
      // bodies and countries together
      entityPages: [2],
      // attends of 10 bodies and partyTo of 3 countries; then below 9 conferences and 2 partnerships; then one person each
      neighbors: [13, 11, 9],
      // theme, startDate and ordinal of 9 conferences
      statementPages: [27],
      // the one source that they all cite
      entities: [1],
    });
  });

  it('loads the many entities of one page of statements together', async () => {
    const { store, calls } = remote(memoryStore());
    await data(
      '{ statements(first: 100) { nodes { text subject { id } value { label } citations { source { id } } } } }',
      { store },
    );
    expect(calls.statementPages).toEqual([1]);
    expect(calls.entities).toHaveLength(1);
  });

  it('asks once for what is shown in two languages, and for the statements of lists and of references together', async () => {
    const { store, calls } = remote(memoryStore());
    const answer = await data(
      `{
        source: entity(id: "source:mot") { ... on Source { reference } statements(first: 2) { totalCount } }
        bodies {
          facets {
            vi: kinds { label(lang: VI) count }
            en: kinds { label(lang: EN) count }
          }
        }
      }`,
      { store },
    );
    const [vi, en] = [answer.bodies.facets.vi[0], answer.bodies.facets.en[0]];
    expect(vi.count).toBe(en.count);
    expect(vi.label).not.toBe(en.label);
    expect(calls).toEqual({
      entities: [1],
      entityPages: [1],
      aggregates: [1],
      statementPages: [2],
    });
  });

  it('calls it as often where requests take turns at the thread', async () => {
    const [alone, turning] = [remote(memoryStore()), remote(memoryStore())];
    await data(deep, { store: alone.store });
    // The clock stands still, so that no turn ends.
    const turns = createTurns({ time: 10_000, now: () => 0 });
    const { errors } = await execute({
      schema,
      document: parse(deep),
      contextValue: createContext({
        store: turning.store,
        language: 'vi',
        turns,
      }),
    });
    turns.end();
    expect(errors).toBeUndefined();
    expect(turning.calls).toEqual(alone.calls);
  });

  it('lets one failing request fail its field alone', async () => {
    const { store } = remote(memoryStore(), {
      fail: (method, request) =>
        method === 'neighbors' && (request as { id: string }).id === 'country:jpn'
          ? new Error('the shard of Japan is away')
          : undefined,
    });
    const query = `{
      japan: entity(id: "country:jpn") { name relations { totalCount } }
      vietNam: entity(id: "country:vnm") { relations { totalCount } }
    }`;
    const { data: answer, errors, logged } = await ask(query, { store });
    expect(answer).toEqual({ japan: null, vietNam: { relations: { totalCount: 3 } } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
    expect(logged).toMatchObject([{ err: { message: 'the shard of Japan is away' } }]);
  });
});

describe('with a store in memory', () => {
  it('executes without a promise, once the store is known', async () => {
    const store = memoryStore();
    const run = () =>
      execute({
        schema,
        document: parse(deep),
        contextValue: createContext({ store, language: 'vi' }),
      });
    await run();
    // Each depth may meet a method for the first time; by now all have been met.
    expect(isPromise(run())).toBe(false);
  });
});
