import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../src/pieces/map/codes.js';
import { world } from '../../../src/pieces/map/generated/world.ts';
import { drawWorld } from '../../../src/pieces/map/geography.ts';
import { placeLabels } from '../../../src/pieces/map/labels.ts';

const codes = countryCodes as ReadonlyMap<string, { alpha2: string; alpha3: string }>;

describe('the codes of countries', () => {
  it('are each there once', () => {
    for (const key of ['alpha2', 'alpha3'] as const) {
      expect(new Set([...codes.values()].map((each) => each[key])).size).toBe(codes.size);
    }
    expect(codes.get('704')).toEqual({ alpha2: 'VN', alpha3: 'VNM' });
  });

  it('are all known to Intl by their two letters', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const { alpha2 } of codes.values()) expect(names.of(alpha2), alpha2).toBeDefined();
  });
});

describe('the shapes of the world', () => {
  const alpha3 = (size = 960) => drawWorld(world, size, size / 2).map((each) => each.alpha3);

  it('have every country of the United Nations but one that the atlas leaves out, each once', () => {
    const drawn = alpha3().filter((code) => code !== undefined);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const code of ['VNM', 'LAO', 'KHM', 'JPN', 'KOR', 'FRA', 'NOR', 'BRA', 'ARE']) {
      expect(drawn).toContain(code);
    }
    // Too small for the coarse shapes, so that they are points.
    for (const code of ['SGP', 'MLT', 'VAT', 'MDV', 'MCO']) {
      const country = drawWorld(world, 960, 480).find((each) => each.alpha3 === code)!;
      expect(country.path).toBeUndefined();
    }
    expect(drawn.length).toBeGreaterThan(225);
  });

  it('lie within the frame, whatever its size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 120, max: 2_000 }),
        fc.integer({ min: 60, max: 1_200 }),
        (width, height) => {
          for (const { x, y, key } of drawWorld(world, width, height)) {
            expect(
              x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1,
              `${key} ${x} ${y}`,
            ).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('labels on the map', () => {
  it('never lie over one another, nor beyond the frame', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 600 }),
      y: fc.integer({ min: 0, max: 300 }),
      text: fc.constantFrom('Nhật Bản', 'Lào', 'Các Tiểu vương quốc Arab thống nhất', 'Mỹ'),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 40 }), (places) => {
        const labels = placeLabels(
          places.map((each, at) => ({ ...each, key: String(at) })),
          600,
          300,
        );
        for (const [at, one] of labels.entries()) {
          expect(one.left >= 0 && one.top >= 0 && one.right <= 600 && one.bottom <= 300).toBe(true);
          for (const other of labels.slice(at + 1)) {
            const meet =
              one.left < other.right &&
              other.left < one.right &&
              one.top < other.bottom &&
              other.top < one.bottom;
            expect(meet).toBe(false);
          }
        }
      }),
    );
  });
});
