import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  colourings,
  defaultView,
  measures,
  readView,
  rowSorts,
  type ViewState,
  viewNames,
  writeView,
} from '../../src/web/state/view-state.ts';

/** Ids and words may hold anything, but what an address cannot carry: half of a surrogate pair. */
const text = fc.string({ unit: 'binary', minLength: 1 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const digits = (number: number, length: number): string => String(number).padStart(length, '0');
const date = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    precision: fc.constantFrom(4, 7, 10, 16),
  })
  .map(({ year, month, day, hour, precision }) =>
    `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${digits(hour, 2)}:30`.slice(
      0,
      precision,
    ),
  );

/** Of each field any value that it can have. */
const views: fc.Arbitrary<ViewState> = fc.record({
  view: fc.constantFrom(...viewNames),
  lang: fc.constantFrom('vi' as const, 'en' as const),
  asOf: maybe(date),
  selected: maybe(text),
  without: fc.array(text),
  around: fc.array(text),
  depth: fc.constantFrom(1, 2, 3, 4),
  expanded: fc.array(text),
  limit: fc.integer({ min: 1, max: 20_000 }),
  apart: fc.array(text),
  hidden: fc.array(text),
  pinned: fc.array(text),
  colour: fc.constantFrom(...colourings),
  between: fc.array(text),
  dates: fc.array(date),
  metric: maybe(text),
  source: maybe(text),
  paragraph: maybe(text),
  differing: maybe(text),
  query: fc.string({ unit: 'binary' }),
  order: fc.string({ unit: 'binary' }),
  find: fc.string({ unit: 'binary' }),
  from: maybe(date),
  to: maybe(date),
  levels: fc.array(text),
  rows: fc.constantFrom(...rowSorts),
  only: fc.array(text),
  facets: fc.array(text),
  by: fc.constantFrom(...measures),
  steps: fc.integer({ min: 1, max: 12 }),
  ways: fc.integer({ min: 1, max: 10 }),
  hubs: fc.constantFrom('through' as const, 'around' as const),
  avoid: fc.array(text),
  trail: fc.array(text),
} satisfies Record<keyof ViewState, fc.Arbitrary<unknown>>);

const copied = (view: ViewState): string => String(writeView(view));

describe('the address of the explorer', () => {
  it('opens the same, whatever the view', () => {
    fc.assert(
      fc.property(views, fc.constantFrom('vi' as const, 'en' as const), (view, browsers) => {
        expect(readView(new URLSearchParams(copied(view)), browsers)).toEqual(view);
      }),
    );
  });

  it('opens the same where colons and commas are written as they are', () => {
    fc.assert(
      fc.property(views, (view) => {
        const readable = copied(view).replaceAll('%3A', ':').replaceAll('%2C', ',');
        expect(readView(new URLSearchParams(readable), 'vi')).toEqual(view);
      }),
    );
  });

  it('says nothing of what is as usual but the language', () => {
    expect(copied(defaultView)).toBe('lang=vi');
    expect(copied({ ...defaultView, lang: 'en', around: ['country:jpn'] })).toBe(
      'lang=en&around=country%3Ajpn',
    );
  });

  it('keeps what is wrong in it from breaking anything', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(defaultView)), fc.string({ unit: 'binary' })),
        (wrong) => {
          const view = readView(new URLSearchParams(wrong), 'en');
          expect(viewNames).toContain(view.view);
          expect([1, 2, 3, 4]).toContain(view.depth);
          expect(colourings).toContain(view.colour);
          expect(['vi', 'en']).toContain(view.lang);
          for (const item of [...view.around, ...view.hidden]) expect(item).not.toBe('');
          // What was made of it is written and read as it is.
          expect(readView(writeView(view), 'vi')).toEqual(view);
        },
      ),
    );
  });

  it('takes no date that the calendar does not have', () => {
    for (const wrong of [
      '2021-13',
      '2021-02-30',
      '0000',
      '21',
      '2021-1',
      '2021-12-18T25:00',
      'x',
    ]) {
      expect(readView(new URLSearchParams({ asOf: wrong }), 'vi').asOf).toBeUndefined();
    }
    for (const right of ['2021', '2021-12', '2024-02-29', '2021-12-18T12:44', '0001']) {
      expect(readView(new URLSearchParams({ asOf: right }), 'vi').asOf).toBe(right);
    }
    expect(readView(new URLSearchParams('dates=2021,2021-13,2024-01'), 'vi').dates).toEqual([
      '2021',
      '2024-01',
    ]);
  });

  it('is in the language of the browser where it says none', () => {
    expect(readView(new URLSearchParams(''), 'en').lang).toBe('en');
    expect(readView(new URLSearchParams('lang=fr'), 'vi').lang).toBe('vi');
  });
});
