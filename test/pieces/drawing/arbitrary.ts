import fc from 'fast-check';
import type { Drawing } from '../../../src/pieces/drawing/drawing.ts';

/** A drawing of so many nodes with these edges, each from and to a position. */
export function drawingOf(nodes: number, pairs: readonly (readonly [number, number])[]): Drawing {
  const degrees = new Array<number>(nodes).fill(0);
  for (const [subject, object] of pairs) {
    degrees[subject]! += 1;
    degrees[object]! += 1;
  }
  return {
    ids: degrees.map((_degree, number) => `person:p-${number}`),
    kinds: degrees.map((_degree, number) => (number % 3 === 0 ? 'person' : 'country')),
    names: degrees.map((_degree, number) => `Nguyễn Văn ${number}`),
    degrees,
    edges: {
      ids: pairs.map((_pair, edge) => `s${edge}`),
      properties: pairs.map(() => 'chairs'),
      subjects: pairs.map(([subject]) => subject),
      objects: pairs.map(([, object]) => object),
    },
  };
}

/** Drawings of a few nodes or none, joined at random, to themselves and several times too. */
export const drawings = (most = 40): fc.Arbitrary<Drawing> =>
  fc
    .integer({ min: 0, max: most })
    .chain((nodes) =>
      nodes === 0
        ? fc.constant(drawingOf(0, []))
        : fc
            .array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 2 * nodes })
            .map((pairs) => drawingOf(nodes, pairs)),
    );
