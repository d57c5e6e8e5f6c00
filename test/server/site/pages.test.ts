import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../../src/store/port.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';

/** An id that an entity of the data once had, as far as this store knows. */
const FORMER = 'person:son-bui-thanh';
const withFormerId = (store: GraphStore): GraphStore => ({
  ...store,
  entities: (ids, call) =>
    store.entities(
      ids.map((id) => (id === FORMER ? 'person:bui-thanh-son' : id)),
      call,
    ),
});

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication({}, withFormerId);
});
afterAll(() => application?.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(application.address + path, { headers, redirect: 'manual' });
const page = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, headers)).text();

/** The text of a page as people read it. */
const textOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ');
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

describe('the page of an entity', () => {
  it('tells names, kind, what it is, when, and how much is stated of it', async () => {
    const text = textOf(await page('/entity/conference:hoi-nghi-ngoai-giao-31?lang=en'));
    for (const part of [
      'Conference',
      '31st Diplomatic Conference',
      'Hội nghị Ngoại giao lần thứ 31',
      '18 December 2021',
      'Open in the explorer',
      'Embed this card',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('cites the article and paragraph of every statement, with a link to the words', async () => {
    const html = await page('/entity/person:bui-thanh-son?lang=en');
    const lines = html.split('<div class="statement-line').slice(1);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(line).toMatch(/href="\/entity\/source:[^"]+"/);
      expect(line).toMatch(/¶\d+/);
    }
    expect(html).toMatch(/href="https?:\/\/[^"]+#:~:text=/);
  });

  it('marks and explains where the sources disagree', async () => {
    const text = textOf(await page('/entity/conference:hoi-nghi-ngoai-giao-31?lang=en'));
    expect(text).toMatch(/Where the sources disagree number of sessions Contradiction/i);
    expect(text).toContain('9 sessions');
    expect(text).toContain('20 sessions');
  });

  it('shows the figures of a metric and what each paragraph of an article states', async () => {
    const metric = textOf(await page('/entity/metric:nuoc-co-quan-he-ngoai-giao?lang=en'));
    expect(metric).toMatch(/193 countries 19 December 2023/);
    const source = await page('/entity/source:tong-ket-ngoai-giao-2024?lang=en');
    for (const number of [1, 2, 11]) expect(source).toContain(`id="p${number}"`);
    expect(textOf(source)).toContain('How to cite this article');
  });

  it('is in the language of the address, or else in that of the browser, and names the other', async () => {
    const said = await get('/entity/country:jpn?lang=vi', { 'accept-language': 'en' });
    expect(said.headers.get('content-language')).toBe('vi');
    expect(await said.text()).toContain('<html lang="vi"');
    const guessed = await get('/entity/country:jpn', { 'accept-language': 'en-GB,en;q=0.8' });
    expect(guessed.headers.get('vary')).toContain('Accept-Language');
    const html = await guessed.text();
    expect(html).toContain('<h1>Japan</h1>');
    const { address } = application;
    for (const link of [
      `<link rel="canonical" href="${address}/entity/country:jpn?lang=en"/>`,
      `<link rel="alternate" hreflang="vi" href="${address}/entity/country:jpn?lang=vi"/>`,
      `<link rel="alternate" hreflang="x-default" href="${address}/entity/country:jpn"/>`,
    ]) {
      expect(html).toContain(link);
    }
  });

  it('is as of a date, says so, and keeps the date in its links', async () => {
    const before = await page('/entity/country:bra?lang=en&asOf=2023');
    expect(textOf(before)).toContain('only what is there as of 2023.');
    expect(before).not.toContain('partnership:viet-nam-brazil');
    const after = await page('/entity/country:bra?lang=en&asOf=2025');
    const link = linksIn(after).find((href) => href.includes('partnership:viet-nam-brazil'));
    expect(link).toBe('/entity/partnership:viet-nam-brazil?lang=en&asOf=2025');
  });

  it('says on a page what is wrong with a date', async () => {
    const response = await get('/entity/country:bra?lang=en&asOf=yesterday');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(textOf(await response.text())).toContain('BAD_USER_INPUT');
  });

  it('has a part of long lists, and pages of the rest that are whole', async () => {
    const html = await page('/entity/country:vnm?lang=en');
    const more = linksIn(html).find((href) => href.includes('property=concerns'))!;
    expect(more).toContain('direction=in');
    const rest = await page(more);
    const [, count] = /<h1>[^<]*<span class="count">(\d+)<\/span>/.exec(rest)!;
    expect(rest.split('<div class="statement-line').length - 1).toBe(Number(count));
    expect(Number(count)).toBeGreaterThan(8);
  });

  it('moves for good from a former id to the present one', async () => {
    const response = await get(`/entity/${FORMER}?lang=en&asOf=2024`);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/entity/person:bui-thanh-son?lang=en&asOf=2024');
  });

  it('is, for an unknown id, a page with what somebody may have meant', async () => {
    const response = await get('/entity/person:bui-than-son?lang=en');
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(linksIn(html)).toContain('/entity/person:bui-thanh-son?lang=en');
  });

  it.each([
    '/entity/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '/entities?q=%3C%2Fscript%3E%3Cimg%20src%3Dx%3E',
    '/?selected=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&view=%3C%2Fscript%3E',
    '/embed/graph?query=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  ])('lets nothing of an address become code: %s', async (path) => {
    const html = await page(path);
    expect(html).not.toMatch(/<script>alert|<img src=x|"><script/);
  });

  it('runs no script and loads from its own server alone', async () => {
    const response = await get('/entity/country:vnm');
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("frame-ancestors 'none'");
    const html = await response.text();
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(html).not.toContain('style="');
    for (const [, path] of html.matchAll(
      /<(?:link rel="(?:stylesheet|icon)"|img)[^>]*?(?:href|src)="([^"]+)"/g,
    )) {
      expect((await get(path!)).status, path).toBe(200);
    }
  });

  it('is not sent again to whoever has it, and compressed where that is taken', async () => {
    const first = await get('/entity/country:vnm?lang=en', { 'accept-encoding': 'gzip' });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(await first.text()).toContain('<h1>Viet Nam</h1>');
    const again = await get('/entity/country:vnm?lang=en', {
      'if-none-match': first.headers.get('etag')!,
    });
    expect(again.status).toBe(304);
  });
});

describe('what networks show of a page', () => {
  it('is its name, what it is, and a picture that is there', async () => {
    const html = await page('/entity/country:jpn?lang=en');
    const tag = (name: string): string =>
      new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`)
        .exec(html)?.[1]
        ?.replaceAll('&amp;', '&') ?? '';
    expect(tag('og:title')).toBe('Japan · Cây Tre');
    expect(tag('og:locale')).toBe('en_GB');
    expect(tag('twitter:card')).toBe('summary_large_image');
    expect(tag('og:url')).toBe(`${application.address}/entity/country:jpn?lang=en`);
    const picture = await fetch(tag('og:image'));
    expect(picture.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await picture.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      Number(tag('og:image:width')),
      Number(tag('og:image:height')),
    ]);
  });

  it('has the address by which the server is known, whatever host a request names', async () => {
    const known = await startApplication({ publicUrl: 'https://caytre.example' });
    const html = await (await fetch(`${known.address}/entity/country:jpn`)).text();
    await known.stop();
    expect(html).toContain('<meta property="og:url" content="https://caytre.example/entity/');
    expect(html).not.toContain(known.address);
  });
});

describe('the lists of entities', () => {
  it('lead from one page to the page of every entity', async () => {
    const seen = new Set<string>();
    const open = ['/entities?lang=en'];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      for (const href of linksIn(await page(path))) {
        if (seen.has(href) || !href.includes('lang=en')) continue;
        if (href.startsWith('/entities?kind=') || href.startsWith('/entity/')) seen.add(href);
        if (href.startsWith('/entities?kind=')) open.push(href);
      }
    }
    const pages = [...seen].filter((href) => href.startsWith('/entity/'));
    const { answer } = await application.ask({ query: '{ dataset { counts { entities } } }' });
    expect(pages).toHaveLength(answer.data.dataset.counts.entities);
  });

  it('find by words, with or without marks', async () => {
    const html = await page('/entities?q=bui%20thanh%20son&lang=vi');
    expect(linksIn(html)).toContain('/entity/person:bui-thanh-son?lang=vi');
    expect(textOf(await page('/entities?q=zzzzqqqq&lang=en'))).toContain('Nothing was found.');
  });
});

describe('the first page', () => {
  it('says in each language what it is, and where to read without script', async () => {
    for (const [language, words] of [
      ['vi', 'đồ thị tri thức'],
      ['en', 'knowledge graph'],
    ] as const) {
      const html = await page('/', { 'accept-language': language });
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toMatch(new RegExp(`<title>[^<]*${words}`));
      expect(html.match(/<title>/g)).toHaveLength(1);
      const [, noscript] = /<noscript>(.*?)<\/noscript>/s.exec(html)!;
      expect(linksIn(noscript!)).toContain(`/entities?lang=${language}`);
    }
  });

  it('describes the data as a dataset, with licence, version and articles', async () => {
    const html = await page('/?lang=en');
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    const dataset = JSON.parse(json!);
    expect(dataset).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(dataset.isBasedOn).toHaveLength(5);
  });

  it('is named after what a shared address shows, with a picture of that', async () => {
    const html = await page('/?view=timeline&around=country:jpn&asOf=2024&lang=en');
    expect(html).toContain('<title>Japan · Cây Tre</title>');
    expect(html).toMatch(/\/embed\/timeline\.png\?entity=country%3Ajpn&amp;as-of=2024/);
  });

  it('and the playground, have an address that oEmbed or a reader can use', async () => {
    expect(await page('/')).toContain('type="application/json+oembed"');
    expect(await page('/playground', { 'accept-language': 'en' })).toContain(
      '<title>Ask Cây Tre in GraphQL · Cây Tre</title>',
    );
  });
});
