import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/pieces/ask.ts';
import { graph } from '../../../src/pieces/drawing/piece.tsx';
import { palettes } from '../../../src/pieces/palette.ts';
import { defaultSettings, type Settings } from '../../../src/pieces/settings.ts';
import { openLocally } from '../../../src/server/local.ts';
import { openOperations } from '../../../src/server/operations.ts';
import { packagePath } from '../../../src/server/package.ts';

const local = await openLocally({
  graphData: packagePath('graph-data'),
  cacheFolder: join(tmpdir(), `caytre-graph-piece-${process.pid}`),
});
if (!local.ok) throw new Error(JSON.stringify(local.problems));
const { all } = await openOperations();

/** Asks the graph of the project the named operation that a document is. */
const ask: Ask = async (operation, variables) => {
  const name = operation.definitions[0].name.value;
  const { document } = all.find((one) => one.name === name)!;
  const answer = await local.ask({
    query: document,
    variables: variables as Record<string, unknown>,
    language: 'en',
  });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer.data as never;
};

const settings = (changes: Partial<Settings>): Settings => ({
  ...defaultSettings,
  lang: 'en',
  ...changes,
});

describe('the piece graph', () => {
  it('shows what lies around an entity, with the articles on which it rests', async () => {
    const answer = await graph.load(ask, settings({ entity: ['country:jpn'] }));
    expect(graph.title(answer, settings({}))).toBe('Around Japan');
    expect(answer.drawing.ids).toHaveLength(3);
    expect(graph.sources(answer).length).toBeGreaterThan(0);
    expect(graph.cut?.(answer)).toBeUndefined();
    expect(graph.isEmpty(answer)).toBe(false);
    for (const id of answer.drawing.edges.ids) expect(answer.tellings.get(id)).toMatch(/¶ \d/);
  });

  it('says how much it leaves out', async () => {
    const answer = await graph.load(ask, settings({ entity: ['country:vnm'], limit: 10 }));
    const { shown, of } = graph.cut!(answer)!;
    expect(shown).toBe(10);
    expect(of).toBeGreaterThan(30);
    const whole = await graph.load(ask, settings({ limit: 20 }));
    expect(graph.cut!(whole)).toEqual({ shown: 20, of: 566 });
    expect(render(graph.picture(whole, settings({})))).toContain(
      'The best connected 20 of 566 entities',
    );
  });

  it('heeds kinds, properties and the date', async () => {
    const around = { entity: ['country:vnm'], limit: 200 };
    const only = await graph.load(ask, settings({ ...around, kinds: ['partnership'] }));
    expect(new Set(only.drawing.kinds)).toEqual(new Set(['country', 'partnership']));
    const chairs = await graph.load(ask, settings({ limit: 500, properties: ['chairs'] }));
    expect(new Set(chairs.drawing.edges.properties)).toEqual(new Set(['chairs']));
    const earlier = await graph.load(ask, settings({ ...around, asOf: '2020' }));
    const now = await graph.load(ask, settings(around));
    expect(earlier.drawing.ids.length).toBeLessThan(now.drawing.ids.length);
  });

  it('is empty around what nobody knows', async () => {
    const answer = await graph.load(ask, settings({ entity: ['country:nowhere'] }));
    expect(graph.isEmpty(answer)).toBe(true);
    expect(render(graph.picture(answer, settings({})))).toContain('<svg');
  });

  it('is a picture of its size that needs no script and no style sheet, in both themes', async () => {
    const answer = await graph.load(ask, settings({ entity: ['country:jpn'], depth: 2 }));
    for (const theme of ['light', 'dark'] as const) {
      const chosen = settings({ theme, width: 640, height: 360 });
      const picture = render(graph.picture(answer, chosen));
      expect(picture).toMatch(/^<svg xmlns="[^"]+" width="640" height="360"/);
      expect(picture).toContain(palettes[theme].paper);
      expect(picture).toContain('Japan');
      expect(picture).not.toMatch(/style=|var\(|light-dark|<script|NaN|undefined/);
      expect(render(graph.picture(answer, chosen))).toBe(picture);
    }
  });

  it('renders on the server what people use, each node a button with a name', async () => {
    const answer = await graph.load(ask, settings({ entity: ['country:jpn'] }));
    const body = render(h(graph.Body, { answer, settings: settings({}), selected: 'country:jpn' }));
    expect(body.match(/role="button"/g)).toHaveLength(3);
    expect(body).toContain('aria-label="Japan, Countries and places, 2 relations"');
    expect(body.match(/tabindex="0"/g)).toHaveLength(1);
    expect(body).not.toMatch(/style=|NaN/);
  });

  it('has the colours of the style sheet', async () => {
    const sheet = await readFile(packagePath('src/pieces/theme.css'), 'utf8');
    for (const name of ['paper', 'card', 'ink', 'soft', 'line', 'accent'] as const) {
      const { light, dark } = palettes;
      expect(sheet).toContain(`--caytre-${name}: light-dark(${light[name]}, ${dark[name]});`);
    }
  });
});
