import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { operations } from '../../src/client/index.ts';
import { foundBySearch, mergeFound } from '../../src/web/parts/find/merge-found.ts';

const entity = (id: string, vi = id, en = id) => ({
  id,
  kind: 'person',
  name: vi,
  names: { vi, en },
  description: null,
});
const suggestion = (id: string, text = id) => ({ text, entity: entity(id) });
type Grade = operations.FindEntitiesQuery['search']['edges'][number]['grade'];
const edge = (id: string, grade: Grade = 'WORDS', matched: readonly string[] = []) => ({
  score: 1,
  grade,
  matched,
  node: entity(id),
});
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('suggestions and what a search found', () => {
  it('are one list: what is called just so, what begins so, all else', () => {
    const found = mergeFound(
      [suggestion('begins'), suggestion('exact')],
      [edge('exact', 'EXACT'), edge('text'), edge('begins')],
      'vi',
      8,
    );
    expect(ids(found)).toEqual(['exact', 'begins', 'text']);
  });

  it('name each entity once and no more than asked for, whatever there is', () => {
    const id = fc.constantFrom(...'abcdefghij');
    const grade = fc.constantFrom<Grade[]>('EXACT', 'BEGINNING', 'WORDS', 'TYPO', 'SOME');
    fc.assert(
      fc.property(
        fc.uniqueArray(id),
        fc.uniqueArray(fc.tuple(id, grade), { selector: ([each]) => each }),
        fc.integer({ min: 1, max: 12 }),
        (suggested, searched, limit) => {
          const edges = searched.map(([each, of]) => edge(each, of));
          const found = ids(
            mergeFound(
              suggested.map((each) => suggestion(each)),
              edges,
              'vi',
              limit,
            ),
          );
          const all = new Set([...suggested, ...searched.map(([each]) => each)]);
          expect(new Set(found).size).toBe(found.length);
          expect(found).toHaveLength(Math.min(limit, all.size));
          for (const each of found) expect(all).toContain(each);
          // What is called just so never comes after what is not.
          const exact = new Set(searched.filter(([, of]) => of === 'EXACT').map(([each]) => each));
          const marks = found.map((each) => exact.has(each));
          expect(marks).toEqual(marks.toSorted((a, b) => Number(b) - Number(a)));
        },
      ),
    );
  });

  it('tell the name that matched, or else the one in the other language', () => {
    const japan = {
      text: 'Nhật',
      entity: { ...entity('country:jpn', 'Nhật Bản', 'Japan'), kind: 'country' },
    };
    expect(mergeFound([japan], [], 'vi', 8)[0]).toMatchObject({ name: 'Nhật Bản', also: 'Nhật' });
    const same = { ...japan, text: 'Nhật Bản' };
    expect(mergeFound([same], [], 'vi', 8)[0]).toMatchObject({ also: 'Japan' });
    expect(mergeFound([suggestion('ASEAN')], [], 'vi', 8)[0]!.also).toBeUndefined();
  });

  it('tell how near what was found is, where it is only near', () => {
    const grades: readonly Grade[] = ['EXACT', 'WORDS', 'OTHER_MARKS', 'TYPO', 'SOME'];
    const found = foundBySearch(
      grades.map((grade) => edge(grade, grade)),
      'vi',
    );
    expect(found.map(({ nearness }) => nearness)).toEqual([
      undefined,
      undefined,
      'marks',
      'typo',
      'some',
    ]);
  });

  it('tell the offices of a person that has no description, and take no paragraph for a name', () => {
    const found = foundBySearch(
      [
        {
          ...edge('person:a', 'WORDS', ['một đoạn văn '.repeat(20)]),
          node: {
            ...entity('person:a'),
            offices: { nodes: [{ id: 'office:b', name: 'Bộ trưởng' }] },
          },
        },
      ],
      'vi',
    );
    expect(found[0]).toMatchObject({ description: 'Bộ trưởng', also: undefined });
  });
});
