import { describe, expect, it } from 'vitest';
import type { Answer, GraphStore } from '../../src/store/port.ts';
import { testDataset } from '../support/dataset.ts';
import type { MakeStore } from './contract.ts';

const named = (name: string, ...formerIds: string[]) => ({
  names: { vi: name, en: name },
  formerIds,
});

const dataset = testDataset(
  [
    ['person:an', 'attends', 'conference:mot'],
    ['person:an', 'chairs', 'conference:mot', { citations: [['source:b', 2]] }],
    ['person:binh', 'attends', 'conference:mot', { qualifiers: { at: '2021' } }],
    ['person:binh', 'holdsOffice', 'office:bo-truong'],
    ['conference:mot', 'ordinal', 1],
    ['conference:mot', 'ordinal', 2],
    ['conference:mot', 'startDate', '2021-12'],
    ['body:phong', 'partOf', 'body:bo'],
    ['observation:mot', 'observationOf', 'metric:so'],
    ['observation:mot', 'amount', [20]],
  ],
  {
    'person:an': named('An', 'person:an-cu', 'body:an'),
    'conference:mot': named('Hội nghị một', 'event:mot'),
    'body:bo': named('Bộ', 'ministry:bo'),
    'metric:so': named('Số phiên', 'metric:phien'),
    'source:article': {
      ...named('Bài', 'source:cu'),
      text: { file: 'a.txt', language: 'vi', paragraphs: 3 },
    },
  },
);

const former: Readonly<Record<string, string>> = {
  'person:an': 'body:an',
  'conference:mot': 'event:mot',
  'body:bo': 'ministry:bo',
  'metric:so': 'metric:phien',
  'source:article': 'source:cu',
};

/** The same request with former ids. */
function asBefore<Request>(request: Request): Request {
  let text = JSON.stringify(request);
  for (const [id, old] of Object.entries(former)) text = text.replaceAll(`"${id}"`, `"${old}"`);
  return JSON.parse(text) as Request;
}

const page = { first: 10 };
const walk = { direction: 'both' } as const;
const counting = { groupBy: [], measure: { of: 'count' }, limit: 5 } as const;

/** Of each method that takes ids, requests that use it in every place that takes them. */
const requests: { readonly [Name in keyof GraphStore]?: Parameters<GraphStore[Name]>[0] } = {
  entities: ['person:an', 'conference:mot', 'source:article'],
  statementPages: [
    { filter: { subjects: ['person:an'] }, page },
    { filter: { objects: ['conference:mot'] }, page },
    { filter: { about: ['conference:mot'] }, page },
    { filter: { sources: ['source:article'] }, page },
    { filter: { sources: ['source:article'], paragraphs: [1] }, page },
    { filter: { restsOnlyOn: ['source:article'] }, page },
  ],
  entityPages: [
    { filter: { ids: ['person:an'] }, page },
    { filter: { related: { ids: ['conference:mot'] } }, page },
    { filter: { value: { property: 'attends', anyOf: ['conference:mot'] } }, page },
    { filter: { restsOnlyOn: ['source:article'] }, page },
    { filter: { and: [{ or: [{ ids: ['person:an'] }] }] }, page },
    { filter: { kinds: ['person'], not: { ids: ['person:an'] } }, page },
  ],
  drawings: [{ filter: { related: { ids: ['conference:mot'] } }, limit: 5 }],
  neighbors: [{ ...walk, id: 'conference:mot', page }],
  search: [{ query: 'an', filter: { related: { ids: ['conference:mot'] } }, page }],
  neighborhoods: [{ ...walk, ids: ['conference:mot'], depth: 1, limit: 10 }],
  paths: [
    { ...walk, from: 'person:an', to: 'conference:mot', maxHops: 3, count: 2, by: 'hops' },
    {
      ...walk,
      from: 'person:binh',
      to: 'person:an',
      maxHops: 3,
      count: 2,
      by: 'hops',
      avoid: ['office:bo-truong', 'metric:so'],
    },
  ],
  commonNeighbors: [{ ...walk, ids: ['person:an', 'person:binh'], page }],
  related: [{ id: 'person:an', page }],
  traces: [{ id: 'body:bo', maxHops: 3, page }],
  timelines: [{ about: ['conference:mot'], page }],
  series: [{ metric: 'metric:so', page }],
  aggregates: [
    { ...counting, count: 'entities', entities: { ids: ['person:an'] } },
    { ...counting, count: 'statements', statements: { subjects: ['conference:mot'] } },
  ],
  disagreements: [
    { about: ['conference:mot'], page },
    { involving: ['conference:mot'], page },
  ],
  measures: ['conference:mot'],
  paragraphs: [{ source: 'source:article', page }],
};

function isEmpty(answer: Answer<unknown> | undefined): boolean {
  const { items, nodes, paths, rows } = answer as Record<string, readonly unknown[] | undefined>;
  return (items ?? nodes ?? paths ?? rows)?.length === 0;
}

/** An id that an entity once had serves as its present one does, in every method. */
export function formerIdsContract(makeStore: MakeStore): void {
  describe('with former ids', () => {
    it.each(Object.entries(requests))('%s answers as with present ones', async (name, asked) => {
      const store = await makeStore(dataset);
      const ask = store[name as 'entities'] as unknown as (
        requests: readonly unknown[],
      ) => readonly Answer<unknown>[] | Promise<readonly Answer<unknown>[]>;
      const answers = await ask(asked as readonly unknown[]);
      expect(answers).toHaveLength((asked as readonly unknown[]).length);
      for (const answer of answers) {
        expect(answer).not.toBeInstanceOf(Error);
        expect(answer).not.toBeNull();
        expect(isEmpty(answer)).toBe(false);
      }
      const before = asBefore(asked);
      expect(before).not.toEqual(asked);
      // The cursors among them too: it is one list, whichever id it was asked by.
      expect(await ask(before as readonly unknown[])).toEqual(answers);
    });

    it('a list goes on under the other id', async () => {
      const store = await makeStore(dataset);
      const asked = { ...walk, id: 'conference:mot' };
      const [start] = await store.neighbors([{ ...asked, page: { first: 1 } }]);
      const after = (start as { items: readonly { cursor: string }[] }).items[0]!.cursor;
      const [whole, rest] = await store.neighbors([
        { ...asked, page },
        { ...asBefore(asked), page: { first: 10, after } },
      ]);
      expect((rest as { items: unknown }).items).toEqual(
        (whole as { items: readonly unknown[] }).items.slice(1),
      );
    });

    it('ids that come back are the present ones, with the former ones told', async () => {
      const store = await makeStore(dataset);
      const [entity, same, unknown] = await store.entities([
        'person:an-cu',
        'body:an',
        'body:binh',
      ]);
      expect(entity).toMatchObject({ id: 'person:an', formerIds: ['person:an-cu', 'body:an'] });
      expect(same).toBe(entity);
      expect(unknown).toBeNull();
    });

    it('what only looks like one is left alone', async () => {
      const store = await makeStore(dataset);
      const [found] = await store.search([{ query: 'person:an-cu', page }]);
      const [other] = await store.search([{ query: 'person:khong', page }]);
      expect((found as { totalCount: number }).totalCount).toBe(
        (other as { totalCount: number }).totalCount,
      );
    });
  });
}
