import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorerAddress } from '../../../src/embed/explorer-address.ts';
import { pieceOf, settingsOf } from '../../../src/pieces/explorer-view.ts';
import { families } from '../../../src/pieces/kinds.ts';
import {
  defaultSettings,
  type PieceName,
  pieceNames,
  readSettings,
  type Settings,
} from '../../../src/pieces/settings.ts';
import { pieceShownAt } from '../../../src/server/site/explorer-view.ts';
import {
  defaultView,
  readView,
  type ViewState,
  viewNames,
  writeView,
} from '../../../src/web/state/view-state.ts';

const kinds = Object.values(families).flatMap((family): readonly string[] => family.kinds);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const id = fc
  .tuple(fc.constantFrom(...kinds), fc.stringMatching(/^[a-z0-9-]{1,12}$/))
  .map((parts) => parts.join(':'));
const date = fc.constantFrom('2021', '2021-12', '2024-02-29', '1945-09-02');
const some = fc.subarray(kinds);
const level = fc.constantFrom('comprehensive', 'strategic', 'comprehensive-strategic');
const language = fc.constantFrom('vi' as const, 'en' as const);
const words = fc.stringMatching(/^[a-zđộ&,\\ ]{0,20}$/).map((text) => text.trim());

const views: fc.Arbitrary<ViewState> = fc
  .record({
    view: fc.constantFrom(...viewNames),
    lang: language,
    asOf: maybe(date),
    selected: maybe(id),
    without: some,
    only: some,
    around: fc.array(id, { maxLength: 3 }),
    depth: fc.integer({ min: 1, max: 4 }),
    between: fc.array(id, { maxLength: 2 }),
    metric: maybe(id),
    source: maybe(id),
    from: maybe(date),
    to: maybe(date),
    levels: fc.array(level),
    query: words,
  })
  .map((view) => ({ ...defaultView, ...view }));

const pieceSettings: fc.Arbitrary<Settings> = fc
  .record({
    lang: language,
    entity: fc.uniqueArray(id, { maxLength: 3 }),
    asOf: maybe(date),
    from: maybe(date),
    to: maybe(date),
    // All kinds are the same as none named.
    kinds: fc.subarray(kinds, { maxLength: kinds.length - 1 }),
    levels: fc.uniqueArray(level),
    depth: fc.integer({ min: 1, max: 4 }),
    query: words,
  })
  .map((settings) => ({ ...defaultSettings, ...settings }) as Settings);

/** What the settings of a piece have in common with the view of the explorer that shows most of it. */
const kept: Readonly<Record<PieceName, readonly (keyof Settings)[]>> = {
  graph: ['entity', 'asOf', 'kinds', 'depth'],
  timeline: ['entity', 'asOf', 'from', 'to', 'kinds'],
  map: ['entity', 'asOf', 'kinds', 'levels'],
  metric: ['entity', 'asOf'],
  card: ['asOf'],
  table: ['entity', 'asOf', 'kinds', 'query'],
};

describe('an address of the explorer', () => {
  it('is for the server the piece that the explorer offers to embed', () => {
    fc.assert(
      fc.property(views, (view) => {
        // The graph with an entity selected stands for that entity where it is shared.
        const isMeant = view.view === 'graph' && view.around.length === 0;
        const offered =
          isMeant && view.selected !== undefined ? { ...view, around: [view.selected] } : view;
        const { piece, parameters } = pieceShownAt(writeView(view), kinds);
        expect(piece).toBe(pieceOf(view));
        const { settings, problems } = readSettings((name) => parameters.get(name));
        expect(problems).toEqual([]);
        expect(settings).toEqual(settingsOf(piece, offered, kinds));
      }),
    );
  });

  it('is never refused by the server, whatever it says', () => {
    const names = fc.constantFrom(...Object.keys(defaultView));
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'binary' })), (wrong) => {
        const { parameters } = pieceShownAt(new URLSearchParams(wrong), kinds);
        expect(readSettings((name) => parameters.get(name)).problems).toEqual([]);
      }),
    );
  });

  it('to which an element leads shows there what the element shows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieceNames), pieceSettings, (piece, settings) => {
        const { searchParams } = new URL(
          explorerAddress('https://example.org/', piece, settings, undefined),
        );
        const view = readView(searchParams, settings.lang === 'vi' ? 'en' : 'vi');
        const there = settingsOf(piece, view, kinds);
        expect(there.lang).toBe(settings.lang);
        for (const name of kept[piece]) expect(there[name], name).toEqual(settings[name]);
        if (piece === 'card') expect(view.selected).toBe(settings.entity[0]);
        else expect(pieceOf(view)).toBe(piece);
      }),
    );
  });
});
