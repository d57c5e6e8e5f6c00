import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Drawing,
  edgesAt,
  joinDrawings,
  partOf,
} from '../../../src/pieces/drawing/drawing.ts';
import { drawings } from './arbitrary.ts';

/** The edges of a drawing with their ends by id, which holds whatever the order. */
const triples = ({ ids, edges }: Drawing): readonly string[] =>
  edges.ids
    .map((id, edge) => `${id} ${ids[edges.subjects[edge]!]} ${ids[edges.objects[edge]!]}`)
    .sort();

describe('drawings', () => {
  it('have parts with those nodes, and the edges between them', () => {
    fc.assert(
      fc.property(drawings(), fc.integer({ min: 1, max: 4 }), (drawing, every) => {
        const part = partOf(drawing, (number) => number % every === 0);
        const kept = new Set(drawing.ids.filter((_id, number) => number % every === 0));
        expect(new Set(part.ids)).toEqual(kept);
        expect(triples(part)).toEqual(
          triples(drawing).filter((triple) => {
            const [, subject, object] = triple.split(' ');
            return kept.has(subject!) && kept.has(object!);
          }),
        );
      }),
    );
  });

  it('are whole again when their parts are joined', () => {
    fc.assert(
      fc.property(drawings(), (drawing) => {
        const part = partOf(drawing, (number) => number % 2 === 0);
        const joined = joinDrawings([part, drawing, part]);
        expect(new Set(joined.ids)).toEqual(new Set(drawing.ids));
        expect(joined.ids).toHaveLength(drawing.ids.length);
        expect(triples(joined)).toEqual(triples(drawing));
        joined.ids.forEach((id, number) => {
          expect(joined.names[number]).toBe(drawing.names[drawing.ids.indexOf(id)]);
        });
      }),
    );
  });

  it('know the edges at each node, those to itself once', () => {
    fc.assert(
      fc.property(drawings(), (drawing) => {
        const { subjects, objects } = drawing.edges;
        edgesAt(drawing).forEach((edges, node) => {
          const naive = subjects
            .map((_subject, edge) => edge)
            .filter((edge) => subjects[edge] === node || objects[edge] === node);
          expect(edges).toEqual(naive);
        });
      }),
    );
  });
});
