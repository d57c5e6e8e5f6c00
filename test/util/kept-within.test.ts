import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptWithin } from '../../src/util/kept-within.ts';

const BOUND = 40;

it('keeps within its bound what was asked for last, whatever is put in and asked for', () => {
  const step = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    size: fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const kept = keptWithin<{ readonly size: number }>(BOUND, ({ size }) => size);
      /** The oracle: all that may be kept, the one not asked for the longest first. */
      let order: { key: string; size: number }[] = [];
      for (const { key, size } of steps) {
        const known = order.find((one) => one.key === key);
        if (size === undefined) {
          expect(kept.get(key)?.size).toBe(known?.size);
          if (known) order = [...order.filter((one) => one !== known), known];
        } else {
          kept.set(key, { size });
          order = order.filter((one) => one.key !== key);
          if (size <= BOUND / 4) order.push({ key, size });
          while (order.reduce((sum, one) => sum + one.size, 0) > BOUND) order.shift();
        }
        expect(kept.size).toBe(order.reduce((sum, one) => sum + one.size, 0));
        expect(kept.size).toBeLessThanOrEqual(BOUND);
      }
    }),
  );
});
