import { describe, expect, it } from 'vitest';
import { exampleOf, searchOperations } from '../../src/playground/operations.ts';
import { openOperations } from '../../src/server/operations.ts';

const { all } = await openOperations();
const names = (typed: string): string[] => searchOperations(all, typed).map(({ name }) => name);

describe('the menu of named operations', () => {
  it('holds all of them until something is typed', () => {
    expect(names('  ')).toEqual(all.map(({ name }) => name));
  });

  it.each([
    ['entitycard', 'EntityCard'],
    ['Partnerships raised', 'PartnershipsRaised'],
    ['hội nghị', 'ConferencesCompared'],
    ['hoi nghi', 'ConferencesCompared'],
    ['disagree why', 'Disagreements'],
    ['pageRanks', 'DrawingMeasures'],
  ])('finds by "%s" what is meant', (typed, name) => {
    const found = names(typed);
    expect(found).toContain(name);
    expect(found.length).toBeLessThan(all.length);
  });

  it('finds nothing by words that no one of them has all of', () => {
    expect(names('EntityCard zzz')).toEqual([]);
  });

  it('gives an example of the variables where there are some', () => {
    const card = all.find(({ name }) => name === 'EntityCard')!;
    expect(JSON.parse(exampleOf(card))).toEqual(card.variables);
    expect(exampleOf({ ...card, variables: {} })).toBe('');
  });
});
