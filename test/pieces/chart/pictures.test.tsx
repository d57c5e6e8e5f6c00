import { renderToString as render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { map } from '../../../src/pieces/map/piece.tsx';
import { metric } from '../../../src/pieces/metric/piece.tsx';
import type { Piece } from '../../../src/pieces/piece.ts';
import { defaultSettings, type Settings } from '../../../src/pieces/settings.ts';
import { timeline } from '../../../src/pieces/timeline/piece.tsx';
import { openAsk } from '../local-ask.ts';

const [vi, en] = [await openAsk('vi'), await openAsk('en')];
const answerOf = <Answer,>(piece: Piece<Answer>, settings: Partial<Settings>): Promise<Answer> => {
  const all = { ...defaultSettings, ...settings };
  return piece.load(all.lang === 'vi' ? vi : en, all);
};

describe('the timeline', () => {
  it('holds what the data dates, each with its citations, and says what it leaves out', async () => {
    const answer = await answerOf(timeline, { lang: 'en', limit: 500 });
    expect(answer.total).toBe(answer.shown);
    expect(timeline.cut?.(answer)).toBeUndefined();
    const korea = answer.marks.find(
      ({ subject }) => subject.id === 'partnership:viet-nam-han-quoc',
    );
    expect(korea).toMatchObject({ from: '2021-12', to: '2023-12', sort: 'within' });
    for (const { statements } of answer.marks) {
      for (const { citations } of statements) expect(citations).not.toEqual([]);
    }
    const few = await answerOf(timeline, { limit: 10 });
    expect(timeline.cut?.(few)).toEqual({ shown: 10, of: answer.total });
    // The latest are kept.
    expect(few.marks.at(-1)!.from).toBe(answer.marks.at(-1)!.from);
  });

  it('keeps to a range, kinds and entities', async () => {
    const answer = await answerOf(timeline, {
      from: '2023',
      to: '2023',
      kinds: ['partnership'],
      limit: 500,
    });
    expect(answer.marks.map(({ subject }) => subject.id).sort()).toEqual([
      'partnership:viet-nam-han-quoc',
      'partnership:viet-nam-my',
      'partnership:viet-nam-nhat-ban',
    ]);
    const one = await answerOf(timeline, {
      lang: 'en',
      entity: ['conference:hoi-nghi-ngoai-giao-31'],
    });
    expect(timeline.title(one, { ...defaultSettings, lang: 'en' })).toBe(
      'Timeline: 31st Diplomatic Conference',
    );
    expect(one.marks.length).toBeGreaterThan(0);
  });
});

describe('the map', () => {
  it('gives each country the highest level that is stated as of the date', async () => {
    const levels = async (asOf?: string) => {
      const { relations, levels } = await answerOf(map, {
        lang: 'en',
        ...(asOf !== undefined && { asOf }),
      });
      return Object.fromEntries(
        relations.map(({ alpha3, steps }) => [alpha3, levels[steps[0]!.level]!.term]),
      );
    };
    expect(await levels()).toMatchObject({
      JPN: 'comprehensive-strategic',
      FRA: 'comprehensive-strategic',
      BRA: 'strategic',
      MNG: 'comprehensive',
      IND: 'diplomatic-relations',
    });
    const before = await levels('2023');
    // What the anniversary tells of stands before the partnership of 2024.
    expect(before).toMatchObject({ JPN: 'comprehensive-strategic', FRA: 'diplomatic-relations' });
    expect(before).not.toHaveProperty('BRA');
  });

  it('shows some levels only, and names countries that have none', async () => {
    const answer = await answerOf(map, { levels: ['strategic'] });
    expect(answer.relations.map(({ id }) => id)).toEqual(['country:bra']);
    const { others, home } = await answerOf(map, {});
    expect(others.map(({ id }) => id)).toContain('country:mex');
    expect(home?.id).toBe('country:vnm');
  });
});

describe('figures', () => {
  it('are those of all metrics, of one, or of what concerns an entity', async () => {
    expect((await answerOf(metric, {})).metrics).toHaveLength(21);
    const one = await answerOf(metric, {
      lang: 'en',
      entity: ['metric:nuoc-co-quan-he-ngoai-giao'],
    });
    expect(one.metrics.map(({ figures }) => figures.map(({ amount }) => amount))).toEqual([
      [193, 194],
    ]);
    const observation = await answerOf(metric, {
      entity: ['observation:chuyen-tham-lanh-dao-2024'],
    });
    expect(observation.metrics.map(({ figures }) => figures.map(({ amount }) => amount))).toEqual([
      [21],
    ]);
    const none = await answerOf(metric, { entity: ['country:bra'] });
    expect(metric.isEmpty(none)).toBe(true);
  });

  it('have none yet as of an early date', async () => {
    const answer = await answerOf(metric, { asOf: '2020', entity: ['metric:kieu-hoi'] });
    expect(metric.isEmpty(answer)).toBe(true);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: each piece has answers of its own
const cases: readonly (readonly [Piece<any>, Partial<Settings>])[] = [
  [timeline, { limit: 200 }],
  [map, {}],
  [metric, {}],
  [metric, { entity: ['metric:nuoc-co-quan-he-ngoai-giao'] }],
  [metric, { entity: ['metric:kieu-hoi'] }],
  [timeline, { entity: ['country:bra'], from: '1800', to: '1801' }],
];

describe.each(cases)('the picture of %o', (piece, given) => {
  it.each([
    [160, 160],
    [160, 4_000],
    [720, 440],
    [4_000, 200],
  ])('is whole at %i × %i, in plain colours, with its title and sources', async (width, height) => {
    for (const theme of ['light', 'dark'] as const) {
      const settings = { ...defaultSettings, ...given, width, height, theme };
      const answer = await answerOf(piece, settings);
      const svg = render(piece.picture(answer, settings));
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      expect(svg).toContain(`width="${width}" height="${height}"`);
      expect(svg).not.toMatch(/var\(|light-dark|NaN|undefined|Infinity|style=/);
      if (!piece.isEmpty(answer)) expect(piece.sources(answer).length).toBeGreaterThan(0);
    }
  });
});

describe.each(cases)('the body of %o', (piece, given) => {
  it.each([320, 1_000])('renders without a browser at a width of %i', async (width) => {
    const settings = { ...defaultSettings, ...given, width };
    const answer = await answerOf(piece, settings);
    const { Body } = piece;
    const html = render(<Body answer={answer} settings={settings} />);
    expect(html).not.toMatch(/NaN|style=/);
    if (!piece.isEmpty(answer)) expect(html).toContain('¶');
  });
});
