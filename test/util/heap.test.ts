import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heap } from '../../src/util/heap.ts';

it('a heap gives back the least of what it holds, whatever comes in between', () => {
  const action = fc.option(fc.integer({ min: 0, max: 20 }), { nil: 'pop' as const });
  fc.assert(
    fc.property(fc.array(action, { size: 'medium' }), (actions) => {
      const heap = new Heap<number>((a, b) => a < b);
      const held: number[] = [];
      for (const one of [...actions, ...actions.map(() => 'pop' as const)]) {
        if (one === 'pop') {
          expect(heap.pop()).toBe(held.shift());
        } else {
          heap.push(one);
          held.push(one);
          held.sort((a, b) => a - b);
        }
      }
      expect(heap.pop()).toBeUndefined();
    }),
  );
});
