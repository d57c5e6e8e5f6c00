import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pieceNames } from '../../../src/pieces/settings.ts';
import { readMarkup } from '../../../src/server/pictures/markup.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';

let application: RunningApplication;
let strict: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
  strict = await startApplication({ frameAncestors: ["'self'", 'https://example.org'] });
});
afterAll(async () => {
  await application?.stop();
  await strict?.stop();
});

const get = (path: string, headers: Record<string, string> = {}, from = application) =>
  fetch(from.address + path, { headers });
const policyOf = (response: Response): string =>
  response.headers.get('content-security-policy') ?? '';

describe('a frame', () => {
  it.each(pieceNames)(
    'of %s holds its element with what the address says, and a picture',
    async (piece) => {
      const response = await get(
        `/embed/${piece}?entity=country:jpn&as-of=2024&theme=dark&lang=en`,
      );
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain(
        `<caytre-${piece} lang="en" theme="dark" entity="country:jpn" as-of="2024"></caytre-${piece}>`,
      );
      expect(html).toContain('<script type="module" src="/embed.js">');
      const [, noscript] = /<noscript>(.*?)<\/noscript>/s.exec(html)!;
      expect(noscript).toContain(`src="/embed/${piece}.svg?`);
      expect(noscript).toContain('alt="Japan');
      expect(html).toContain('<html lang="en" class="dark">');
    },
  );

  it('takes the language of the browser where the address says none', async () => {
    const html = await (
      await get('/embed/card?entity=country:jpn', { 'accept-language': 'en' })
    ).text();
    expect(html).toContain('<caytre-card lang="en"');
  });

  it('may be held by any page, or by those that are set, and by pages that shut themselves off', async () => {
    const response = await get('/embed/graph');
    expect(policyOf(response)).toContain('frame-ancestors *');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(policyOf(await get('/embed/graph', {}, strict))).toContain(
      "frame-ancestors 'self' https://example.org",
    );
    expect(policyOf(await get('/'))).toContain("frame-ancestors 'none'");
  });

  it.each([
    ['/embed/graph?depth=9', 400, 'PARAMETER_INVALID'],
    ['/embed/timeline?from=soon', 400, 'PARAMETER_INVALID'],
    ['/embed/card?entity=country:nowhere', 404, 'PARAMETER_INVALID'],
    ['/embed/nothing', 404, 'NOT_FOUND'],
    ['/embed/graph.gif', 404, 'NOT_FOUND'],
    ['/embed/graph.svg.png', 404, 'NOT_FOUND'],
  ])('is a page that says what is wrong, never a blank one: %s', async (path, status, code) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(policyOf(response)).toContain('frame-ancestors *');
    expect(await response.text()).toContain(`<code>${code}</code>`);
  });
});

describe('a picture', () => {
  it('in SVG is whole by itself: no style sheet, no script, nothing from elsewhere', async () => {
    const response = await get('/embed/card.svg?entity=country:jpn&theme=dark&lang=en');
    expect(response.headers.get('content-type')).toContain('image/svg+xml');
    const svg = await response.text();
    expect(readMarkup(svg.trim())).toMatchObject({
      name: 'svg',
      attributes: { xmlns: 'http://www.w3.org/2000/svg', width: '720', height: '440' },
    });
    expect(svg).not.toMatch(/var\(|light-dark|class=|style=|<script|(?:href|src)="(?!#)/);
    expect(svg).toContain('Japan');
  });

  it('in PNG is as large as asked for, and dark or light', async () => {
    const brightness = async (theme: string): Promise<number> => {
      const response = await get(
        `/embed/card.png?entity=country:jpn&width=400&height=300&scale=2&theme=${theme}`,
      );
      expect(response.headers.get('content-type')).toBe('image/png');
      const image = await loadImage(Buffer.from(await response.arrayBuffer()));
      expect([image.width, image.height]).toEqual([800, 600]);
      const context = createCanvas(800, 600).getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, 800, 600);
      return data.reduce((sum, value) => sum + value, 0) / data.length;
    };
    expect(await brightness('light')).toBeGreaterThan(220);
    expect(await brightness('dark')).toBeLessThan(120);
  });

  it('is known by a tag, so that it is neither drawn nor sent twice', async () => {
    const path = '/embed/card.svg?entity=person:bui-thanh-son';
    const first = await get(path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    const again = await get(path, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect((await get(`${path}&lang=en`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('may be used by any page, and sets no cookie', async () => {
    const response = await get('/embed/card.png?entity=country:jpn', {
      origin: 'https://example.org',
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('of a date that is none is refused as the API refuses it', async () => {
    const response = await get('/embed/card.svg?entity=country:jpn&as-of=2021-13');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('oEmbed', () => {
  const ask = (url: string, more = '') =>
    get(`/oembed?url=${encodeURIComponent(application.address + url)}${more}`);

  it.each([
    ['/entity/country:jpn?lang=en', 'card', 'Japan'],
    ['/?view=map&lang=en', 'map', 'Map of relations'],
    ['/?view=timeline&around=country:jpn&lang=en', 'timeline', 'Japan'],
    ['/embed/graph?entity=country:jpn&lang=en', 'graph', 'Japan'],
  ])('answers %s with a frame that is there', async (url, piece, title) => {
    const response = await ask(url);
    const answer = (await response.json()) as Record<string, string>;
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: `${title} · Cây Tre`,
      provider_name: 'Cây Tre',
      provider_url: `${application.address}/`,
    });
    const [, source] = /<iframe src="([^"]+)"/.exec(answer.html!)!;
    const address = source!.replace(/&#(\d+);/g, (_all, code) => String.fromCharCode(code));
    expect(address).toContain(`/embed/${piece}`);
    expect((await fetch(address)).status).toBe(200);
    const thumbnail = await fetch(answer.thumbnail_url!);
    expect(thumbnail.headers.get('content-type')).toBe('image/png');
  });

  it('answers the address of a picture with a photo', async () => {
    const response = await ask('/embed/card.png?entity=country:jpn', '&maxwidth=300');
    expect(await response.json()).toMatchObject({
      type: 'photo',
      width: 300,
      height: 440,
      url: expect.stringMatching(/\/embed\/card\.png\?.*width=300/),
    });
  });

  it('keeps to the greatest width and height', async () => {
    const response = await ask('/entity/country:jpn', '&maxwidth=320&maxheight=200');
    const answer = (await response.json()) as Record<string, number>;
    for (const name of ['width', 'thumbnail_width']) expect(answer[name]).toBeLessThanOrEqual(320);
    for (const name of ['height', 'thumbnail_height'])
      expect(answer[name]).toBeLessThanOrEqual(200);
  });

  it('answers in XML where that is asked for', async () => {
    const response = await ask('/entity/country:jpn?lang=en', '&format=xml');
    expect(response.headers.get('content-type')).toContain('text/xml');
    const xml = await response.text();
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8" standalone="yes"\?>\n<oembed>/);
    expect(xml).toContain('<title>Japan · Cây Tre</title>');
    expect(xml).toContain('<html>&#60;iframe');
  });

  it.each(['/entity/country:nowhere', '/nothing', '/entity/', '/graphql', '/embed/nothing'])(
    'does not know %s',
    async (url) => {
      expect((await ask(url)).status).toBe(404);
    },
  );

  it('knows no addresses of others', async () => {
    expect(
      (await get('/oembed?url=https%3A%2F%2Fexample.org%2Fentity%2Fcountry%3Ajpn')).status,
    ).toBe(404);
  });
});
