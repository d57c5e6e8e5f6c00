import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOrder, readOrder } from '../../src/web/views/table/order.ts';
import { facetsBy, switchFacet } from '../../src/web/views/table/selection.ts';

test('what the API can order, it orders, either way', () => {
  expect(readOrder('', false)).toMatchObject({ order: 'NAME', isLocal: false });
  expect(readOrder('', true)).toMatchObject({ column: 'relevance', order: 'RELEVANCE' });
  expect(readOrder('-name', false)).toMatchObject({ order: 'NAME', isBackwards: true });
  expect(readOrder('-degree', false)).toMatchObject({ order: 'DEGREE', isBackwards: false });
  expect(readOrder('-time', false)).toMatchObject({ order: 'LATEST', isDescending: true });
  expect(readOrder('level', false)).toMatchObject({ column: 'level', isLocal: true });
});

test('a heading pressed twice turns the order round', () => {
  fc.assert(
    fc.property(fc.constantFrom('name', 'degree', 'time', 'level'), (column) => {
      const once = nextOrder(readOrder('kind', false), column);
      const twice = nextOrder(readOrder(once, false), column);
      expect(readOrder(once, false).column).toBe(column);
      expect(readOrder(twice, false).isDescending).toBe(!readOrder(once, false).isDescending);
      expect(nextOrder(readOrder(twice, false), column)).toBe(once);
    }),
  );
});

test('facets are switched in and out, and names that mean nothing are left out', () => {
  const on = switchFacet(['level=a', 'show=differs'], 'level', 'b=c');
  expect([...facetsBy(on, new Set(['level']))]).toEqual([['level', ['a', 'b=c']]]);
  expect(switchFacet(on, 'level', 'b=c')).toEqual(['level=a', 'show=differs']);
});
