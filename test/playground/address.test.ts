import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, tidyVariables, writeAddress } from '../../src/playground/address.ts';

const host = 'http://127.0.0.1:4000';
const read = (address: string) => readAddress(new URL(address, host));
const filled = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
const sometimes = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

describe('the address of a query', () => {
  it('opens the same query, variables and language', () => {
    const shared = fc.record({
      query: filled,
      variables: sometimes(filled),
      lang: sometimes(fc.constantFrom('vi' as const, 'en' as const)),
    });
    fc.assert(
      fc.property(shared, (one) => {
        const address = writeAddress(one);
        expect(read(address)).toEqual({ ...one, operation: undefined });
        // The server sees none of it.
        expect(new URL(address, host).search).toBe('');
      }),
    );
  });

  it('may name an operation, in parameters or after the #', () => {
    const parameters = `operation=EntityCard&variables=${encodeURIComponent('{"id":"a"}')}&lang=vi`;
    const expected = {
      query: undefined,
      operation: 'EntityCard',
      variables: '{"id":"a"}',
      lang: 'vi',
    };
    expect(read(`/playground?${parameters}`)).toEqual(expected);
    expect(read(`/playground#${parameters}`)).toEqual(expected);
    expect(read(writeAddress(expected as never))).toEqual(expected);
  });

  it('does not give a query the variables of an operation that stands before the #', () => {
    const address = '/playground?operation=EntityCard&variables={}&lang=en#query={a}';
    expect(read(address)).toEqual({
      query: '{a}',
      operation: undefined,
      variables: undefined,
      lang: 'en',
    });
  });

  it('says nothing where there is nothing, or no such language', () => {
    const nothing = { query: undefined, operation: undefined, variables: undefined };
    expect(read('/playground')).toEqual({ ...nothing, lang: undefined });
    expect(read('/playground?lang=fr&operation=')).toEqual({ ...nothing, lang: undefined });
  });

  it('has its variables laid out, be they right or not', () => {
    expect(tidyVariables('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
    expect(tidyVariables('{"a":')).toBe('{"a":');
    expect(tidyVariables('')).toBe('');
  });
});
