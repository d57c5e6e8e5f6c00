import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Entity } from '../../src/ontology/model.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { EntitiesRequest, GraphStore } from '../../src/store/port.ts';
import { ask, data, memoryStore } from './support/api.ts';
import { remote } from './support/remote-store.ts';
import { world } from './support/world.ts';

const citing =
  (id: string) =>
  ({ source }: { readonly source: string }) =>
    source === id;
const restsOn = (id: string) => world.statements.filter((one) => one.citations.every(citing(id)));

describe('the contents of a source', () => {
  it('are all its paragraphs, with the statements that cite each', async () => {
    const { entity } = await data(`{ entity(id: "source:hai") { ... on Source { contents {
      totalCount
      nodes { number statements { totalCount nodes { id citations { source { id } paragraph } } } }
    } } } }`);
    expect(entity.contents.totalCount).toBe(8);
    for (const [index, { number, statements }] of entity.contents.nodes.entries()) {
      expect(number).toBe(index + 1);
      const expected = world.statements.filter(({ citations }) =>
        citations.some(({ source, paragraph }) => source === 'source:hai' && paragraph === number),
      );
      expect(statements.nodes.map(({ id }: { id: string }) => id)).toEqual(
        expected.map(({ id }) => id),
      );
    }
    expect(
      entity.contents.nodes.map(
        (one: { statements: { totalCount: number } }) => one.statements.totalCount,
      ),
    ).toEqual([1, 0, 1, 1, 0, 0, 0, 0]);
  });

  it('are paged both ways, as are the statements of a paragraph', async () => {
    const query = `query ($after: String, $before: String, $last: Int) {
      entity(id: "source:hai") { ... on Source {
        start: contents(first: 2, after: $after) { nodes { number } pageInfo { endCursor hasNextPage } }
        end: contents(last: $last, before: $before) { nodes { number } pageInfo { startCursor } }
      } }
    }`;
    const numbers = (part: { nodes: readonly { number: number }[] }) =>
      part.nodes.map(({ number }) => number);
    const { entity } = await data(query, { variables: { last: 2 } });
    expect([numbers(entity.start), numbers(entity.end)]).toEqual([
      [1, 2],
      [7, 8],
    ]);
    const after = entity.start.pageInfo.endCursor;
    const before = entity.end.pageInfo.startCursor;
    const next = await data(query, { variables: { after, before, last: 3 } });
    expect([numbers(next.entity.start), numbers(next.entity.end)]).toEqual([
      [3, 4],
      [4, 5, 6],
    ]);

    const { entity: other } = await data(`{ entity(id: "source:mot") { ... on Source {
      contents(first: 1) { nodes { statements(first: 3) { totalCount nodes { id } } } }
    } } }`);
    expect(other.contents.nodes[0].statements.nodes).toHaveLength(3);
    expect(other.contents.nodes[0].statements.totalCount).toBeGreaterThan(40);
  });

  it('cost a call for the paragraphs and a call for all their statements', async () => {
    const { store, calls } = remote(memoryStore());
    await data(
      `{ sources { nodes { contents(first: 5) { nodes { statements(first: 1) { totalCount } } } } } }`,
      { store },
    );
    expect(calls).toEqual({ entityPages: [1], paragraphs: [2], statementPages: [10] });
  });
});

describe('what rests on a source alone', () => {
  it('is the statements that cite no other', async () => {
    for (const id of ['source:mot', 'source:hai']) {
      const { entity } = await data(
        `query ($id: ID!) { entity(id: $id) { ... on Source { alone { statements(first: 100) { totalCount nodes { id } } } } } }`,
        { variables: { id } },
      );
      const expected = restsOn(id).map((one) => one.id);
      expect(expected.length).toBeGreaterThan(0);
      expect(entity.alone.statements.totalCount).toBe(expected.length);
      expect(entity.alone.statements.nodes.map((one: { id: string }) => one.id)).toEqual(expected);
    }
  });

  it('is the entities that the store finds to do so, in the order asked for', async () => {
    const near = memoryStore();
    const asked: EntitiesRequest[] = [];
    const store: GraphStore = {
      ...near,
      entityPages: (requests) => {
        asked.push(...requests);
        return near.entityPages(
          requests.map(({ page }) => ({ filter: { kinds: ['office'] }, page })),
        );
      },
    };
    const { entity } = await data(
      `{ entity(id: "source:mot") { ... on Source { alone {
        entities(first: 1) { totalCount nodes { id } }
        connected: entities(order: DEGREE, last: 3) { totalCount }
      } } } }`,
      { store },
    );
    const filter = { restsOnlyOn: ['source:mot'] };
    expect(asked).toEqual([
      { filter, order: 'name', page: { first: 1 } },
      { filter, order: 'degree', page: { last: 3 } },
    ]);
    expect(entity.alone.entities).toEqual({ totalCount: 2, nodes: [{ id: 'office:bo-truong' }] });
  });

  it('can be asked of any list of statements', async () => {
    const count = async (filter: string): Promise<number> =>
      (await data(`{ statements(filter: ${filter}) { totalCount } }`)).statements.totalCount;
    expect(await count('{ restsOnlyOn: ["source:hai"] }')).toBe(restsOn('source:hai').length);
    expect(await count('{ restsOnlyOn: ["source:mot", "source:hai"] }')).toBe(
      world.statements.length,
    );
    expect(await count('{ restsOnlyOn: [] }')).toBe(0);
    const { entity } = await data(`{ entity(id: "conference:31") {
      statements(filter: { restsOnlyOn: ["source:mot"], properties: ["theme"] }) { totalCount }
      all: statements(filter: { properties: ["theme"] }) { totalCount }
    } }`);
    expect(entity).toEqual({ statements: { totalCount: 1 }, all: { totalCount: 2 } });
  });
});

describe('a citation', () => {
  const chairs = 'statements(filter: { properties: ["chairs"] })';

  it('opens the article at the words, where there is an address', async () => {
    const { statements } = await data(`{ ${chairs} { nodes { citations { link } } } }`);
    expect(statements.nodes[0].citations).toEqual([
      {
        link: 'https://example.org/bai/1#:~:text=ch%E1%BB%A7%20tr%C3%AC&text=B%C3%B9i%20Thanh%20S%C6%A1n',
      },
      { link: null },
    ]);
  });

  it('is printed with its paragraph, in the style asked for', async () => {
    const { statements } = await data(
      `{ ${chairs} { nodes { citations { reference bibtex: reference(style: BIBTEX) } } } }`,
    );
    expect(statements.nodes[0].citations).toEqual([
      {
        reference:
          'Tít bài (para. 2) [Page dated December 18, 2021]. (n.d.). https://example.org/bai/1',
        bibtex: `@misc{mot,
  title = {{Tít bài}},
  url = {https://example.org/bai/1},
  langid = {vietnamese},
  note = {page dated 2021-12-18; para. 2},
}`,
      },
      {
        reference: '[Article two] (para. 3). (n.d.).',
        bibtex: `@misc{hai,
  title = {{[Article two]}},
  langid = {english},
  note = {para. 3},
}`,
      },
    ]);
  });

  it('asks once for the particulars of a source, however many citations have it', async () => {
    const { store, calls } = remote(memoryStore());
    await data(
      '{ statements(first: 100) { nodes { citations { link reference bibtex: reference(style: BIBTEX) } } } }',
      { store },
    );
    expect(calls).toEqual({ statementPages: [1, 2], entities: [2] });
  });

  it('is the same whatever the date of the answer', async () => {
    const near = memoryStore();
    const dates: (string | undefined)[] = [];
    const store: GraphStore = {
      ...near,
      statementPages: (requests) => {
        for (const { filter, asOf } of requests) {
          if (filter?.properties?.includes('title')) dates.push(asOf);
        }
        return near.statementPages(requests);
      },
    };
    const citations = `${chairs} { nodes { citations { link reference } } }`;
    const { now, then } = await data(
      `{
      now: entity(id: "person:bui-thanh-son") { ${citations} }
      then: entity(id: "person:bui-thanh-son", asOf: "2022") { ${citations} }
    }`,
      { store },
    );
    expect(now.statements.nodes).toHaveLength(1);
    expect(dates).toEqual([undefined, undefined]);
    expect(then).toEqual(now);
  });
});

describe('a source', () => {
  it('is printed as a reference, in the style asked for', async () => {
    const { entity } = await data(`{ entity(id: "source:mot") { ... on Source {
      reference
      apa: reference(style: APA)
      bibtex: reference(style: BIBTEX)
    } } }`);
    expect(entity.reference).toBe(
      'Tít bài [Page dated December 18, 2021]. (n.d.). https://example.org/bai/1',
    );
    expect(entity.apa).toBe(entity.reference);
    expect(entity.bibtex).toContain('@misc{mot,');
    expect(entity.bibtex).not.toContain('para.');
  });
});

describe('a former id', () => {
  const renamed = new Map([
    ['person:bui-thanh-son', ['person:son', 'nguoi:son']],
    ['source:mot', ['source:cu']],
  ]);
  const store = createMemoryStore(
    buildGraph({
      ...world,
      entities: world.entities.map((one): Entity => {
        const formerIds = renamed.get(one.id);
        return formerIds === undefined ? one : { ...one, formerIds };
      }),
    }),
  );

  it('leads to the entity, which says its present one', async () => {
    const fields = '{ id formerIds }';
    const answer = await data(
      `{
        present: entity(id: "person:bui-thanh-son") ${fields}
        former: entity(id: "person:son") ${fields}
        ofNoKind: entity(id: "nguoi:son") ${fields}
        node(id: "nguoi:son") { id }
        nodes(ids: ["person:son", "person:none", "source:cu"]) { id }
        other: entity(id: "country:jpn") ${fields}
        unknown: entity(id: "person:none") ${fields}
      }`,
      { store },
    );
    const son = { id: 'person:bui-thanh-son', formerIds: ['person:son', 'nguoi:son'] };
    expect(answer).toEqual({
      present: son,
      former: son,
      ofNoKind: son,
      node: { id: son.id },
      nodes: [{ id: son.id }, null, { id: 'source:mot' }],
      other: { id: 'country:jpn', formerIds: [] },
      unknown: null,
    });
  });

  it('is no error where it is unknown', async () => {
    const { errors } = await ask('{ entity(id: "nguoi:none") { id } node(id: "x:y") { id } }', {
      store,
    });
    expect(errors).toEqual([]);
  });

  it('serves in filters, and on the next page', async () => {
    const list =
      'statements(first: 2, after: $after, filter: { about: [$id], sources: [$source] })';
    const query = `query ($id: ID!, $source: ID!, $after: String) {
      ${list} { totalCount nodes { id } pageInfo { endCursor } }
    }`;
    const now = { id: 'person:bui-thanh-son', source: 'source:mot' };
    const before = { id: 'nguoi:son', source: 'source:cu' };
    const first = await data(query, { store, variables: now });
    expect(first.statements.totalCount).toBe(2);
    expect(await data(query, { store, variables: before })).toEqual(first);
    const after = first.statements.pageInfo.endCursor;
    const next = await data(query, { store, variables: { ...before, after } });
    expect(next.statements.nodes).toEqual([]);
  });
});
