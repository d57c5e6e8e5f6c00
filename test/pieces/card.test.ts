import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../src/pieces/ask.ts';
import { card } from '../../src/pieces/card/piece.tsx';
import { readSettings, type SettingName, type Settings } from '../../src/pieces/settings.ts';
import { openLocally } from '../../src/server/local.ts';
import { openOperations } from '../../src/server/operations.ts';
import { packagePath } from '../../src/server/package.ts';

const { byHash } = await openOperations();
const local = await openLocally({
  graphData: packagePath('graph-data'),
  cacheFolder: join(tmpdir(), `caytre-card-${process.pid}`),
});
if (!local.ok) throw new Error(JSON.stringify(local.problems));

const askIn =
  (language: 'vi' | 'en'): Ask =>
  async (operation, variables) => {
    const hash = operation.__meta__!.hash!.replace('sha256:', '');
    const query = byHash(hash)!.document;
    const { data, errors } = await local.ask({
      query,
      variables: variables as Record<string, unknown>,
      language,
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as never;
  };

async function load(given: Partial<Record<SettingName, string>>) {
  const { settings, problems } = readSettings((name) => given[name]);
  expect(problems).toEqual([]);
  const answer = await card.load(askIn(settings.lang), settings);
  return { settings, answer };
}

const body = async (given: Partial<Record<SettingName, string>>): Promise<string> => {
  const { settings, answer } = await load(given);
  return renderToString(h(card.Body, { answer, settings }));
};

const conference = 'conference:hoi-nghi-ngoai-giao-31';

describe('the card as a piece', () => {
  it('tells names, groups and disagreements, with a citation on every line', async () => {
    const html = await body({ entity: conference, lang: 'en' });
    expect(html).toContain('31st Diplomatic Conference');
    expect(html).toContain('Hội nghị Ngoại giao lần thứ 31');
    expect(html).toContain('Sources differ');
    expect(html).toContain('cannot all be true');
    const lines = html.split('class="statement-line').slice(1);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line).toMatch(/class="paragraph-mark/);
    // The policy for content lets no style be written into what is served.
    expect(html).not.toContain('style=');
  });

  it('links to pages and to the very words of an article', async () => {
    const html = await body({ entity: conference, lang: 'vi' });
    expect(html).toContain('href="/entity/document:nghi-quyet-hoi-nghi-ngoai-giao-31"');
    expect(html).toMatch(/href="https:\/\/baoquocte\.vn\/[^"]+#:~:text=[^"]+" target="_blank"/);
    expect(html).toContain('href="/entity/source:be-mac-hoi-nghi-ngoai-giao-31#p12"');
  });

  it('shows a statement whole, with who says it and its rivals', async () => {
    const html = await body({ entity: 'bc1bd47079e1fac42cb7', lang: 'en' });
    expect(html).toContain('number of sessions: 20 sessions');
    expect(html).toContain('20 phiên họp');
    expect(html).toContain('Said by');
    expect(html).toContain('9 sessions');
  });

  it('says what it leaves out, and narrows by property and date', async () => {
    const { answer } = await load({ entity: 'country:vnm', limit: '10' });
    expect(card.cut!(answer)).toEqual({ shown: 10, of: 64 });
    const whole = await load({ entity: 'country:vnm', limit: '100' });
    expect(card.cut!(whole.answer)).toBeUndefined();
    const parties = await load({ entity: 'country:vnm', properties: 'party' });
    expect(parties.answer).toMatchObject({ groups: [{ property: 'party', end: 'subject' }] });
    const before = await load({ entity: 'country:vnm', properties: 'party', 'as-of': '2021' });
    const count = ({ answer }: typeof before) =>
      answer?.type === 'entity' ? answer.groups[0]!.count : 0;
    expect(count(before)).toBeGreaterThan(0);
    expect(count(before)).toBeLessThan(count(parties));
  });

  it('is empty, and says so, where there is no such entity or statement', async () => {
    const { answer, settings } = await load({ entity: 'person:khong-co' });
    expect(card.isEmpty(answer)).toBe(true);
    expect(card.sources(answer)).toEqual([]);
    expect(card.title(answer, settings)).not.toBe('');
    expect(await body({ entity: 'person:khong-co', lang: 'en' })).toContain('no such thing');
    expect(await body({ lang: 'en' })).toContain('Nothing is chosen');
    expect(card.isEmpty((await load({ entity: 'ffffffffffffffffffff' })).answer)).toBe(true);
  });

  it.each([
    [160, 80],
    [320, 200],
    [720, 440],
    [1200, 630],
    [4000, 4000],
  ])('is drawn within %i by %i, with its name and its sources', async (width, height) => {
    for (const [entity, theme] of [
      [conference, 'light'],
      ['country:vnm', 'dark'],
      ['bc1bd47079e1fac42cb7', 'light'],
    ] as const) {
      const size = { width: String(width), height: String(height) };
      const { settings, answer } = await load({ entity, lang: 'vi', theme, ...size });
      const svg = drawn(answer, settings);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      // A picture stands by itself: no style sheet tells it what a property is.
      expect(svg).not.toMatch(/var\(|light-dark|style=|class=/);
      const baselines = [...svg.matchAll(/<text[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y));
      expect(Math.max(...baselines)).toBeLessThanOrEqual(height);
      const [, foot] = /translate\(0 (\d+)\)/.exec(svg)!;
      expect(Number(foot)).toBeGreaterThan(0);
      expect(svg).toContain('font-weight="600"');
      expect(svg).toContain('[1] ');
      // What is drawn above the sources ends above them.
      const above = svg.slice(0, svg.indexOf('translate(0'));
      for (const [, y] of above.matchAll(/<text[^>]* y="([\d.]+)"/g)) {
        expect(Number(y)).toBeLessThanOrEqual(Number(foot));
      }
    }
  });

  it('says in the picture how much is not in it', async () => {
    const { settings, answer } = await load({ entity: 'country:vnm', lang: 'en' });
    expect(drawn(answer, settings)).toMatch(/Showing \d+ of 64/);
  });
});

const drawn = (answer: Awaited<ReturnType<typeof load>>['answer'], settings: Settings): string =>
  renderToString(card.picture(answer, settings));
