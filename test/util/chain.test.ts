import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Chain, type Link } from '../../src/util/chain.ts';

interface Item extends Link<Item> {
  readonly name: number;
}

it('has what was put in and not taken out, in that order, whatever is done', () => {
  const step = fc.record({
    what: fc.constantFrom('append', 'remove'),
    which: fc.nat(20),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const chain = new Chain<Item>();
      let oracle: Item[] = [];
      for (const [name, { what, which }] of steps.entries()) {
        const item = oracle[which % oracle.length];
        if (what === 'append') {
          const added: Item = { name, before: undefined, after: undefined };
          chain.append(added);
          oracle.push(added);
        } else if (item !== undefined) {
          chain.remove(item);
          oracle = oracle.filter((one) => one !== item);
        }
        expect([...chain].map((one) => one.name)).toEqual(oracle.map((one) => one.name));
        expect(chain.first).toBe(oracle[0]);
      }
    }),
  );
});

it('can be emptied while it is gone through', () => {
  const chain = new Chain<Item>();
  for (const name of [1, 2, 3]) chain.append({ name, before: undefined, after: undefined });
  const seen: number[] = [];
  for (const item of chain) {
    seen.push(item.name);
    chain.remove(item);
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(chain.first).toBeUndefined();
});
