import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/graphql/context.ts';
import { drawingResolvers } from '../../src/graphql/drawing.ts';
import { ask, data, memoryStore } from './support/api.ts';
import { failing, remote } from './support/remote-store.ts';
import { guests } from './support/world.ts';

const columns = `
  totalCount
  entities { ids kinds names degrees pageRanks communities begins }
  edges { ids properties subjects objects }
  truncated { reason bound }`;

const drawing = (args: string) => `{ drawing${args} { ${columns} } }`;

describe('a drawing', () => {
  it('has in its columns what the fields of each entity and statement say', async () => {
    const { drawing: drawn } = await data(drawing(''));
    const { entities, edges } = drawn;
    const { entities: list, communities } = await data(`{
      entities(order: DEGREE, first: 100) {
        totalCount nodes { id kind name degree pageRank community { id } begins }
      }
      communities(first: 100) { nodes { id } }
    }`);
    expect(drawn.totalCount).toBe(list.totalCount);
    expect(drawn.truncated).toBeNull();
    const places = communities.nodes.map(({ id }: { id: string }) => id);
    expect(
      entities.ids.map((id: string, place: number) => ({
        id,
        kind: entities.kinds[place],
        name: entities.names[place],
        degree: entities.degrees[place],
        pageRank: entities.pageRanks[place],
        community:
          entities.communities[place] === null ? null : { id: places[entities.communities[place]] },
        begins: entities.begins[place],
      })),
    ).toEqual(list.nodes);
    const { statements } = await data(`{
      statements(first: 100) { nodes { id property subject { id } value { ... on EntityValue { entity { id } } } } }
    }`);
    expect(
      edges.ids.map((id: string, place: number) => ({
        id,
        property: edges.properties[place],
        subject: { id: entities.ids[edges.subjects[place]] },
        value: { entity: { id: entities.ids[edges.objects[place]] } },
      })),
    ).toEqual(statements.nodes.filter(({ value }: { value: { entity?: object } }) => value.entity));
  });

  it('names its entities in the language asked for', async () => {
    const query = '{ drawing(kinds: ["country"]) { entities { names en: names(lang: EN) } } }';
    const { entities } = (await data(query, { language: 'vi' })).drawing;
    expect(entities.names.toSorted()).toEqual(['Nhật Bản', 'Nước không ai nhắc', 'Việt Nam']);
    expect(entities.en.toSorted()).toEqual(['An island apart', 'Japan', 'Viet Nam']);
  });

  it('holds the best connected, and says that there are more', async () => {
    const { drawing: drawn } = await data(drawing('(limit: 2)'));
    expect(drawn.entities.ids[0]).toBe('conference:31');
    expect(drawn.entities.ids).toHaveLength(2);
    expect(drawn.totalCount).toBeGreaterThan(guests.length);
    expect(drawn.truncated).toEqual({ reason: 'LIMIT', bound: 2 });
  });

  it.each([
    ['(kinds: ["person", "conference"])', 3, ['attends', 'chairs']],
    ['(filter: { related: ["conference:31"] }, kinds: ["person"])', 2, []],
    ['(filter: { text: "Nhật Bản" })', 2, ['party']],
    // The Minister's conference and his office are of December 2021.
    ['(kinds: ["person", "office"], asOf: "2020")', 4, []],
    ['(kinds: ["person", "office"])', 4, ['holdsOffice']],
  ])('is narrowed by %s', async (args, count, properties) => {
    const { drawing: drawn } = await data(drawing(args));
    expect(drawn.entities.ids).toHaveLength(count);
    expect(drawn.edges.properties.toSorted()).toEqual(properties);
  });

  it.each([
    ['(limit: 0)', 'ARGUMENT_OUT_OF_RANGE', 'limit'],
    ['(limit: 20001)', 'ARGUMENT_OUT_OF_RANGE', 'limit'],
    ['(kinds: ["persons"])', 'NAME_UNKNOWN', 'kinds'],
    ['(filter: { properties: ["chaired"] })', 'NAME_UNKNOWN', 'filter.properties'],
  ])('refuses %s', async (args, code, argument) => {
    const { errors } = await ask(drawing(args));
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({ code, where: { argument } });
  });

  it('asks a store far away once for each thing, and only for what its columns need', async () => {
    const { store, calls } = remote(memoryStore());
    expect(await data(drawing(''), { store })).toEqual(await data(drawing('')));
    expect(Object.keys(calls).toSorted()).toEqual(['drawings', 'measures', 'times']);
    expect(calls.drawings).toEqual([1]);
    const { totalCount } = (await data(drawing(''))).drawing;
    expect([calls.measures, calls.times]).toEqual([[totalCount], [totalCount]]);
    const plain = remote(memoryStore());
    await data('{ drawing { entities { ids names degrees } edges { ids } } }', plain);
    expect(plain.calls).toEqual({ drawings: [1] });
  });

  it('goes without the measures where these fail', async () => {
    const store = failing(memoryStore(), (method) =>
      method === 'measures' ? new Error('no time') : undefined,
    );
    const query = '{ drawing { entities { ids } } measured: drawing { entities { pageRanks } } }';
    const { data: answer, errors } = await ask(query, { store });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
    // Neither may be null: what lacks the column lacks the drawing, and so the answer.
    expect(answer).toBeNull();
    expect((await data('{ drawing { entities { ids } } }', { store })).drawing).toBeTruthy();
  });

  it('begins a column only in its turn', async () => {
    let release = (): void => undefined;
    const turn = new Promise<void>((resolve) => {
      release = resolve;
    });
    const context = {
      ...createContext({ store: memoryStore(), language: 'vi' }),
      turn: () => turn,
    };
    let done = false;
    const drawn = { entities: [{ id: 'country:vnm' }] };
    const ids = drawingResolvers.DrawnEntities!.ids as (...given: unknown[]) => Promise<string[]>;
    const column = ids(drawn, {}, context).then((values) => {
      done = true;
      return values;
    });
    await new Promise(setImmediate);
    expect(done).toBe(false);
    release();
    expect(await column).toEqual(['country:vnm']);
  });
});
