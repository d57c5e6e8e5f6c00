import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptWithin } from '../../src/util/kept-within.ts';

const BOUND = 40;

it('keeps within its bound what was asked for again, whatever is put in and asked for', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    size: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const kept = keptWithin<{ readonly size: number }>(BOUND, ({ size }) => size);
      /** The oracle: all that may be kept, in the order in which each is looked at when room is to be made. */
      let order: { key: string; size: number; isUsed: boolean }[] = [];
      const sizeOfAll = () => order.reduce((sum, one) => sum + one.size, 0);
      for (const { key, size } of steps) {
        const known = order.find((one) => one.key === key);
        if (size === undefined) {
          expect(kept.get(key)?.size).toBe(known?.size);
          if (known) known.isUsed = true;
        } else {
          kept.set(key, { size });
          order = order.filter((one) => one !== known);
          if (size <= BOUND / 4) {
            while (sizeOfAll() + size > BOUND) {
              const first = order.shift()!;
              if (first.isUsed) order.push({ ...first, isUsed: false });
            }
            order.push({ key, size, isUsed: false });
          }
        }
        expect(kept.size).toBe(sizeOfAll());
        expect(kept.size).toBeLessThanOrEqual(BOUND);
      }
    }),
  );
});
