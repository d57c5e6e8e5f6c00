import { describe, expect, it } from 'vitest';
import { communityLabel } from '../../../src/graph/analytics/community-label.ts';
import type { Entity } from '../../../src/ontology/model.ts';

type Member = readonly [name: string, pageRank: number, inner: number, more?: Partial<Entity>];

/** The label of a community with these members, given in the order of PageRank. */
function labelOf(...members: readonly Member[]) {
  const entities = members.map(
    ([name, , , more]): Entity => ({
      id: `topic:${name}`,
      kind: 'topic',
      names: { vi: name, en: `${name} (en)` },
      ...more,
    }),
  );
  return communityLabel(
    entities,
    {
      pageRank: Float64Array.from(members, ([, pageRank]) => pageRank),
      inner: Uint32Array.from(members, ([, , inner]) => inner),
    },
    Uint32Array.from(members, (_, node) => node),
  );
}

const long = 'x'.repeat(41);

describe('the label of a community', () => {
  it('names up to three members, in both languages', () => {
    expect(labelOf(['A', 0.4, 2], ['B', 0.3, 2], ['C', 0.2, 2], ['D', 0.1, 2])).toEqual({
      vi: 'Quanh A, B, C',
      en: 'Around A (en), B (en), C (en)',
    });
  });

  it('keeps apart names that have commas', () => {
    expect(labelOf(['A, b', 0.4, 2], ['C', 0.3, 2]).vi).toBe('Quanh A, b; C');
  });

  it('leaves out members far below the first', () => {
    expect(labelOf(['A', 0.5, 2], ['B', 0.1, 2], ['C', 0.09, 2]).vi).toBe('Quanh A, B');
  });

  it('leaves out what fewer members than the mean are joined to', () => {
    expect(labelOf(['A', 0.5, 1], ['B', 0.4, 3], ['C', 0.3, 1], ['D', 0.2, 3]).vi).toBe(
      'Quanh B, D',
    );
  });

  it('leaves out articles', () => {
    expect(labelOf(['A', 0.5, 2, { kind: 'source' }], ['B', 0.4, 2]).vi).toBe('Quanh B');
  });

  it.each([
    ['Vietnamese', { vi: long, en: 'A' }],
    ['English', { vi: 'A', en: long }],
  ])('leaves out what has a long name in %s, where others have short ones', (_, names) => {
    expect(labelOf(['A', 0.5, 2, { names }], ['B', 0.4, 2]).vi).toBe('Quanh B');
    expect(labelOf(['A', 0.5, 2, { names }]).vi).toBe(`Quanh ${names.vi}`);
  });

  it('names articles where there is nothing else', () => {
    expect(labelOf(['A', 0.5, 1, { kind: 'source' }], ['B', 0.4, 1, { kind: 'source' }]).vi).toBe(
      'Quanh A, B',
    );
  });
});
