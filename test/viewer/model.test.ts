import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Model } from '../../src/viewer/model.ts';
import { drawingOf, drawings } from '../pieces/drawing/arbitrary.ts';

const to = { scale: 2, x: 10, y: -5, radius: 1.5 };
const place = fc.integer({ min: -100, max: 100 });

/** A model whose nodes lie at random. */
const models = drawings(25).chain((drawing) =>
  fc
    .tuple(
      fc.array(place, { minLength: drawing.ids.length, maxLength: drawing.ids.length }),
      fc.array(place, { minLength: drawing.ids.length, maxLength: drawing.ids.length }),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([xs, ys, every]) => {
      const model = new Model(drawing, { xs: Float64Array.from(xs), ys: Float64Array.from(ys) });
      model.show(
        (number) => every === 1 || number % every !== 0,
        (edge) => edge % 5 !== 4,
      );
      return model;
    }),
);

describe('the model of what is drawn', () => {
  it('finds the nearest node that is seen at a pixel', () => {
    fc.assert(
      fc.property(models, place, place, (model, x, y) => {
        const found = model.nodeAt(x, y, 4, to);
        const beside = (node: number): number =>
          Math.hypot(to.x + model.xs[node]! * to.scale - x, to.y + model.ys[node]! * to.scale - y) -
          model.radii[node]! * to.radius;
        const near = model.order.filter((node) => model.shown[node] && beside(node) <= 4);
        if (found === undefined) expect(near).toEqual([]);
        else expect(beside(found)).toBe(Math.min(...near.map(beside)));
      }),
    );
  });

  it('finds an edge along its whole length, and none that is hidden', () => {
    const drawing = drawingOf(3, [
      [0, 1],
      [1, 2],
    ]);
    const model = new Model(drawing, {
      xs: Float64Array.from([0, 100, 100]),
      ys: Float64Array.from([0, 0, 100]),
    });
    const still = { scale: 1, x: 0, y: 0, radius: 1 };
    for (const x of [1, 50, 94]) expect(model.edgeAt(x, 2, 4, still)).toBe(0);
    expect(model.edgeAt(50, 9, 4, still)).toBeUndefined();
    expect(model.edgeAt(99, 60, 4, still)).toBe(1);
    model.show(
      (node) => node !== 0,
      () => true,
    );
    expect(model.edgeAt(50, 2, 4, still)).toBeUndefined();
  });

  it('shows no edge without both its ends', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { subjects, objects } = model.drawing.edges;
        model.shownEdges.forEach((isShown, edge) => {
          const ends = model.shown[subjects[edge]!]! + model.shown[objects[edge]!]!;
          expect(isShown).toBe(ends === 2 && edge % 5 !== 4 ? 1 : 0);
        });
      }),
    );
  });

  it('goes to a neighbor that lies that way, or nowhere', () => {
    fc.assert(
      fc.property(models, (model) => {
        for (const node of model.order.filter((number) => model.shown[number])) {
          const right = model.towards(node, [1, 0]);
          const reachable = model
            .neighbors(node)
            .filter(
              (other) =>
                model.xs[other]! - model.xs[node]! >=
                  Math.abs(model.ys[other]! - model.ys[node]!) &&
                model.xs[other]! > model.xs[node]!,
            );
          if (right === undefined) expect(reachable).toEqual([]);
          else expect(reachable).toContain(right);
        }
      }),
    );
  });

  it('has bounds around all that is seen', () => {
    fc.assert(
      fc.property(models, (model) => {
        const bounds = model.bounds();
        const seen = model.order.filter((node) => model.shown[node]);
        if (bounds === undefined) expect(seen).toEqual([]);
        for (const node of seen) {
          expect(model.xs[node]! - model.radii[node]!).toBeGreaterThanOrEqual(bounds!.left);
          expect(model.ys[node]! + model.radii[node]!).toBeLessThanOrEqual(bounds!.bottom);
        }
      }),
    );
  });
});
