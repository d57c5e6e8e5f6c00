import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { data } from './support/api.ts';
import { guests, world } from './support/world.ts';

/** Two guests who meet at as many more conferences as asked; the first is known to the second besides. */
const meeting = (count: number, name: (index: number) => string = String) => {
  const [one, other] = [guests[0]!, guests[1]!];
  const more = Array.from({ length: count }, (_, index) => ({
    id: `conference:z${index}`,
    kind: 'conference',
    names: { vi: `Hội nghị ${name(index)}`, en: `Conference ${name(index)}` },
  }));
  const attends = world.statements.find(({ subject }) => subject === one)!;
  return createMemoryStore(
    buildGraph({
      ...world,
      entities: [...world.entities, ...more],
      statements: [
        ...world.statements.filter(({ subject }) => subject !== one && subject !== other),
        ...more.flatMap(({ id }) =>
          [one, other].map((subject) => ({
            ...attends,
            id: `${subject} ${id}`,
            subject,
            value: { type: 'entity', id } as const,
          })),
        ),
      ],
    }),
  );
};

describe('the reason why one is related', () => {
  it.each([
    [1, 'Hội nghị 0', 'Conference 0'],
    [2, 'Hội nghị 0 và Hội nghị 1', 'Conference 0 and Conference 1'],
    [3, 'Hội nghị 0, Hội nghị 1 và Hội nghị 2', 'Conference 0, Conference 1 and Conference 2'],
    [4, 'Hội nghị 0, Hội nghị 1 và 2 thực thể khác', 'Conference 0, Conference 1 and 2 more'],
    [7, 'Hội nghị 0, Hội nghị 1 và 5 thực thể khác', 'Conference 0, Conference 1 and 5 more'],
  ])('names a few of %i and counts the rest', async (count, vi, en) => {
    const { related } = await data(
      `{ related(to: "${guests[0]}") {
        edges { node { id } sharedCount shared { id } vi: reason(lang: VI) en: reason(lang: EN) reason }
      } }`,
      { store: meeting(count), language: 'en' },
    );
    const [edge] = related.edges;
    expect(edge).toMatchObject({
      node: { id: guests[1] },
      sharedCount: count,
      vi: `Cùng liên quan tới ${vi}`,
      en: `Both are joined to ${en}`,
    });
    expect(edge.reason).toBe(edge.en);
    expect(edge.shared).toHaveLength(Math.min(count, 5));
  });

  it.each([
    [1, 'Conference 0, b'],
    [2, 'Conference 0, b; and Conference 1, b'],
    [4, 'Conference 0, b; Conference 1, b; and 2 more'],
  ])('keeps apart the names of %i that have commas', async (count, names) => {
    const { related } = await data(
      `{ related(to: "${guests[0]}") { edges { reason(lang: EN) } } }`,
      { store: meeting(count, (index) => `${index}, b`) },
    );
    expect(related.edges[0].reason).toBe(`Both are joined to ${names}`);
  });

  it('takes a name with "and" in it for one', async () => {
    const { related } = await data(
      `{ related(to: "${guests[0]}") { edges { vi: reason(lang: VI) en: reason(lang: EN) } } }`,
      { store: meeting(2, (index) => (index === 0 ? 'A and B' : 'A và B')) },
    );
    expect(related.edges[0]).toEqual({
      vi: 'Cùng liên quan tới Hội nghị A and B; và Hội nghị A và B',
      en: 'Both are joined to Conference A and B; and Conference A và B',
    });
  });
});
