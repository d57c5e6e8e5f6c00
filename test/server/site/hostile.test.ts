import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataset } from '../../../src/data/open.ts';
import { buildGraph } from '../../../src/graph/build.ts';
import { pieceNames } from '../../../src/pieces/settings.ts';
import { packagePath } from '../../../src/server/package.ts';
import { readMarkup } from '../../../src/server/pictures/markup.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';

/** Ends whatever it could stand in: an attribute, a text, a title, a script, a style, a comment, a template. */
const HOSTILE = ` "owned='1' '<owned x="1">--></title></script></style>]]>&amp;$&\${1}{{1}}`;

/** Data in which every text that people wrote ends with it: names, other names, descriptions, values, labels, evidence. */
function made<Value>(value: Value, isText = false): Value {
  if (typeof value === 'string') return (isText ? value + HOSTILE : value) as Value;
  if (Array.isArray(value)) return value.map((item) => made(item, isText)) as Value;
  if (value instanceof Map) {
    return new Map([...value].map(([key, item]) => [key, made(item)])) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      made(item, ['vi', 'en', 'evidence', 'string'].includes(key)),
    ]),
  ) as Value;
}

let application: RunningApplication;
beforeAll(async () => {
  const opened = await openDataset({
    folder: packagePath('graph-data'),
    cacheFolder: join(tmpdir(), `caytre-hostile-${process.pid}`),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = createMemoryStore(buildGraph(made(opened.dataset)));
  application = await startApplication({}, () => store);
});
afterAll(() => application?.stop());

const given = encodeURIComponent(HOSTILE);
const pages = [
  '/',
  '/?around=country:jpn&lang=en',
  `/?query=${given}&view=table&asOf=${given}&selected=${given}`,
  '/playground',
  `/playground?${given}=${given}`,
  '/entity/country:jpn',
  '/entity/country:jpn?lang=en&asOf=2024',
  '/entity/conference:hoi-nghi-ngoai-giao-31',
  '/entity/source:ngoai-giao-cay-tre',
  '/entity/metric:chuyen-tham-lanh-dao-chu-chot',
  `/entity/${given}`,
  `/entity/country:jpn?asOf=${given}&lang=${given}`,
  '/entities',
  '/entities?kind=person&lang=en',
  `/entities?query=${given}`,
  `/entities?kind=${given}&after=${given}`,
  `/${given}`,
  `/embed/${given}`,
  `/embed/graph?entity=${given}`,
  `/embed/table?query=${given}&theme=${given}`,
  `/embed/table?query=${given}`,
  ...pieceNames.map((name) => `/embed/${name}?entity=country:jpn&lang=en`),
];

/** Descriptions of things within a page, taken out and read, for within a script quotes mean nothing to HTML. */
function withoutData(html: string): string {
  return html.replace(
    /<script type="application\/ld\+json">(.*?)<\/script>/gs,
    (_all, json: string) => {
      expect(json).not.toContain('<');
      JSON.parse(json);
      return '';
    },
  );
}

describe('texts that would break out of a page', () => {
  it.each(pages)('stay texts in %s', async (path) => {
    const response = await fetch(application.address + path, { headers: { accept: 'text/html' } });
    expect(response.headers.get('content-type')).toContain('text/html');
    const html = withoutData(await response.text());
    expect(html).not.toMatch(/<owned|"owned/);
    expect(html.match(/<\/title>/g)).toHaveLength(
      1 + (html.match(/<svg.*?<title>/gs) ?? []).length,
    );
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('are there, so that there is something to hold', async () => {
    const html = await (await fetch(`${application.address}/entity/country:jpn`)).text();
    expect(html).toContain('&lt;owned');
    const svg = await (
      await fetch(`${application.address}/embed/card.svg?entity=country:jpn`)
    ).text();
    expect(svg).toContain('&lt;owned');
  });

  it.each(pieceNames)('stay texts in the picture of a %s', async (name) => {
    const entity = name === 'metric' ? '' : 'entity=country:jpn';
    const response = await fetch(`${application.address}/embed/${name}.svg?${entity}&lang=en`);
    expect(response.status).toBe(200);
    const svg = await response.text();
    expect(svg).not.toMatch(/<owned|"owned|<script/);
    expect(readMarkup(svg.trim())).toMatchObject({ name: 'svg' });
    const png = await fetch(`${application.address}/embed/${name}.png?${entity}&width=300`);
    expect(png.status).toBe(200);
  });

  it.each(['xml', 'json'])('stay texts in oEmbed as %s', async (format) => {
    const url = encodeURIComponent(`${application.address}/entity/country:jpn?lang=en`);
    const response = await fetch(`${application.address}/oembed?url=${url}&format=${format}`);
    expect(response.status).toBe(200);
    const text = await response.text();
    if (format === 'xml') expect(text).not.toMatch(/<owned|"owned/);
    else expect((JSON.parse(text) as { html: string }).html).not.toMatch(/<owned|"owned/);
  });
});

describe('headers that a request brings', () => {
  const hosted = (path: string, host: string) =>
    new Promise<{ readonly text: string; readonly headers: string }>((resolve, reject) => {
      const asked = request(application.address + path, { headers: { host } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ text, headers: answer.rawHeaders.join('\n') }));
      });
      asked.on('error', reject).end();
    });

  it.each([
    '/',
    '/entity/country:jpn',
    '/sitemap.xml',
    '/robots.txt',
    '/embed/card?entity=country:jpn',
  ])('name no host in %s that is none', async (path) => {
    const { text } = await hosted(path, 'example.org"owned<owned>');
    expect(text).not.toContain('owned>');
    expect(text).not.toContain('"owned<');
  });

  it('put nothing of their own into ours', async () => {
    for (const path of ['/', '/entity/country:jpn', '/entities', '/embed/graph.svg']) {
      const response = await fetch(
        `${application.address}${path}?lang=en%0d%0aset-cookie:%20owned=1`,
      );
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('owned')).toBeNull();
      expect(String([...response.headers])).not.toContain('owned');
    }
  });
});
