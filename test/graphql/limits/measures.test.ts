import fc from 'fast-check';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureShape } from '../../../src/graphql/limits/shape.ts';
import { measureText } from '../../../src/graphql/limits/text.ts';
import { measureVariables } from '../../../src/graphql/limits/variables.ts';
import { type RandomDocument, randomDocument, type Selection, textOf } from './random-document.ts';

/** Counts by writing every fragment out where it is spread. */
function naive({ operation, fragments }: RandomDocument) {
  const depth = (list: readonly Selection[]): number =>
    Math.max(
      0,
      ...list.map((each) => {
        if ('spread' in each) return depth(fragments[each.spread]!) || 1;
        if ('inline' in each) return depth(each.inline) || 1;
        return 1 + depth(each.below);
      }),
    );
  const aliases = (list: readonly Selection[]): number =>
    list.reduce((sum, each, index) => {
      if ('spread' in each) return sum + aliases(fragments[each.spread]!);
      if ('inline' in each) return sum + aliases(each.inline);
      const repeats = list
        .slice(0, index)
        .some((other) => 'field' in other && other.field === each.field);
      return sum + (each.alias !== undefined || repeats ? 1 : 0) + aliases(each.below);
    }, 0);
  const fields = (list: readonly Selection[]): number =>
    list.reduce((sum, each) => {
      if ('spread' in each) return sum + (fields(fragments[each.spread]!) || 1);
      return sum + ('inline' in each ? fields(each.inline) || 1 : 1);
    }, 0);
  const spreads = (list: readonly Selection[]): number =>
    list.reduce((sum, each) => {
      if ('spread' in each) return sum + 1;
      return sum + ('inline' in each ? 1 + spreads(each.inline) : spreads(each.below));
    }, 0);
  const all = [operation, ...fragments];
  return {
    depth: Math.max(...all.map((each) => depth(each) || 1)),
    aliases: Math.max(...all.map(aliases)),
    rootFields: fields(operation),
    fragments: fragments.length,
    spreads: all.reduce((sum, each) => sum + spreads(each), 0),
  };
}

describe('the measures of a document', () => {
  it('are those of a naive count', () => {
    fc.assert(
      fc.property(randomDocument, (random) => {
        expect(measureShape(parse(textOf(random)))).toEqual(naive(random));
      }),
    );
  });

  it('of its text are those of a naive count', () => {
    fc.assert(
      fc.property(randomDocument, (random) => {
        const text = textOf(random);
        const bare = text.replace(/#.*/g, '');
        let open = 0;
        let nesting = 0;
        for (const sign of bare) {
          if ('{[('.includes(sign)) nesting = Math.max(nesting, ++open);
          if ('}])'.includes(sign)) open -= 1;
        }
        expect(measureText(text)).toEqual({
          tokens: [...bare.matchAll(/\.\.\.|\w+|[^\s\w.]/g)].length,
          nesting,
          directives: [...bare.matchAll(/@/g)].length,
        });
      }),
    );
  });

  it('leave brackets in texts and comments alone', () => {
    expect(measureText('{ a(b: "{{{@", c: """[[[@""") } # (((@')).toEqual({
      tokens: 11,
      nesting: 2,
      directives: 0,
    });
  });

  it('count up to what is no token, where the parser ends as well', () => {
    expect(measureText('{ a @b } ? { { {')).toEqual({ tokens: 5, nesting: 1, directives: 1 });
  });

  it('do not end the stack, however deep a text is nested', () => {
    expect(measureText('{a'.repeat(500_000)).nesting).toBe(500_000);
  });

  it('count fields of one name however they are called', () => {
    const fields = (write: (index: number) => string) =>
      `{ ${Array.from({ length: 101 }, (_, index) => write(index)).join(' ')} }`;
    const measure = (text: string) => measureShape(parse(text)).aliases;
    expect(measure(fields((index) => `a${index}: __typename`))).toBe(101);
    expect(measure(fields(() => '__typename'))).toBe(100);
    expect(measure(`{ x { ...F } y { ...F } } fragment F on T ${fields(() => 'n: a')}`)).toBe(202);
  });

  it('are found in no time where fragments double at every step', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) =>
        `fragment F${index} on T { l: a { ...F${index + 1} } r: a { ...F${index + 1} } }`,
    );
    const { aliases, depth } = measureShape(
      parse(`{ ...F0 } ${fragments.join(' ')} fragment F60 on T { n: a }`),
    );
    expect(aliases).toBe(2 ** 61 - 2 + 2 ** 60);
    expect(depth).toBe(61);
  });

  it('do not go round in circles', () => {
    const text = '{ ...A } fragment A on T { a { ...B } } fragment B on T { b { ...A } }';
    expect(measureShape(parse(text))).toMatchObject({ depth: 2, fragments: 2, spreads: 3 });
  });
});

describe('the measures of variables', () => {
  const within = (value: unknown): readonly unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value) : [];
  const values = (value: unknown): number =>
    within(value).reduce<number>((sum, inner) => sum + 1 + values(inner), 0);
  const nesting = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...within(value).map(nesting))
      : 0;

  it('are those of a naive count', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (variables) => {
        expect(measureVariables(variables)).toEqual({
          values: values(variables),
          nesting: nesting(variables),
        });
      }),
    );
    expect(measureVariables(undefined)).toEqual({ values: 0, nesting: 0 });
  });
});
