import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ask } from '../../src/pieces/ask.ts';
import { pieces } from '../../src/pieces/registry.ts';
import {
  type PieceName,
  pieceNames,
  readSettings,
  type SettingName,
  settingNames,
} from '../../src/pieces/settings.ts';
import { openAsk } from './local-ask.ts';

type Given = Partial<Record<SettingName, string>>;

/** What each setting is changed to, one after the other, from what the piece is told otherwise. */
const changes: Readonly<Record<SettingName, string>> = {
  lang: 'en',
  theme: 'dark',
  width: '500',
  height: '300',
  entity: 'country:usa',
  'as-of': '2010',
  from: '2015',
  to: '2000',
  kinds: 'country',
  properties: 'level',
  levels: 'comprehensive-strategic',
  depth: '2',
  limit: '2',
  query: 'hội nghị',
};
/** What a piece is told at first, and what else its settings are changed to. */
const first: Readonly<Record<PieceName, { readonly base: Given; readonly changes?: Given }>> = {
  graph: { base: { entity: 'country:jpn' }, changes: { properties: 'partOf' } },
  timeline: { base: {}, changes: { kinds: 'conference' } },
  map: { base: {} },
  metric: { base: {}, changes: { entity: 'metric:gdp' } },
  card: {
    base: { entity: 'conference:hoi-nghi-ngoai-giao-31' },
    changes: { properties: 'attends' },
  },
  table: { base: { kinds: 'partnership' }, changes: { from: '2023' } },
};
/** What every piece obeys without saying so. */
const always: readonly SettingName[] = ['lang', 'theme', 'width', 'height'];
const allSettings = Object.keys(settingNames) as SettingName[];

const asks = new Map<string, Ask>();
beforeAll(async () => {
  asks.set('vi', await openAsk('vi'));
  asks.set('en', await openAsk('en'));
});

/** All that a piece shows: its title, its body, its picture, and what it says of itself. */
async function shown(name: PieceName, given: Given): Promise<string> {
  const { settings, problems } = readSettings((setting) => given[setting]);
  expect(problems).toEqual([]);
  const piece = await pieces[name]();
  const answer = await piece.load(asks.get(settings.lang)!, settings);
  return [
    piece.title(answer, settings),
    renderToString(h(piece.Body, { answer, settings })),
    renderToString(piece.picture(answer, settings)),
    JSON.stringify([piece.sources(answer), piece.isEmpty(answer), piece.cut?.(answer)]),
  ].join('\n');
}

describe.each(pieceNames)('the piece %s', (name) => {
  const { base, changes: own } = first[name];
  let atFirst: string;
  beforeAll(async () => {
    atFirst = await shown(name, base);
  });

  it.each(allSettings)('obeys %s if and only if it says that it reads it', async (setting) => {
    const { reads } = await pieces[name]();
    const changed = { ...base, [setting]: own?.[setting] ?? changes[setting] };
    const isOther = (await shown(name, changed)) !== atFirst;
    expect(isOther).toBe(always.includes(setting) || reads.includes(setting));
  });

  it.each(['kinds', 'properties', 'levels'] as const)(
    'says that there are no such %s, where it reads them, rather than show nothing',
    async (setting) => {
      const piece = await pieces[name]();
      if (!piece.reads.includes(setting)) return;
      const { settings } = readSettings((one) => ({ ...base, [setting]: 'nonesuch' })[one]);
      const loading = piece.load(asks.get('vi')!, settings).then(() => 'shown');
      await expect(loading).rejects.toThrow('NAME_UNKNOWN');
    },
  );
});
