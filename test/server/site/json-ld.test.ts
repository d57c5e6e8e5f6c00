import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '../../support/application.ts';

/** The types of schema.org that we use, each with what it is a sort of (https://schema.org/docs/full.html). */
const parents: Readonly<Record<string, string>> = {
  Person: 'Thing',
  Place: 'Thing',
  Country: 'Place',
  Organization: 'Thing',
  NewsMediaOrganization: 'Organization',
  Event: 'Thing',
  EventSeries: 'Event',
  CreativeWork: 'Thing',
  NewsArticle: 'CreativeWork',
  Quotation: 'CreativeWork',
  Photograph: 'CreativeWork',
  DefinedTerm: 'Thing',
};

/** For each property that we use: the types that have it, and what its values are: texts, dates, or things of some types. */
const properties: Readonly<
  Record<string, readonly [string[], 'text' | 'date' | 'url' | string[]]>
> = {
  name: [['Thing'], 'text'],
  alternateName: [['Thing'], 'text'],
  description: [['Thing'], 'text'],
  identifier: [['Thing'], 'text'],
  url: [['Thing'], 'url'],
  sameAs: [['Thing'], 'url'],
  subjectOf: [['Thing'], ['CreativeWork', 'Event']],
  headline: [['CreativeWork'], 'text'],
  text: [['CreativeWork'], 'text'],
  jobTitle: [['Person'], 'text'],
  memberOf: [['Person', 'Organization'], ['Organization']],
  member: [['Organization'], ['Person', 'Organization']],
  parentOrganization: [['Organization'], ['Organization']],
  subOrganization: [['Organization'], ['Organization']],
  location: [['Event', 'Organization'], ['Place']],
  containedInPlace: [['Place'], ['Place']],
  foundingDate: [['Organization'], 'date'],
  startDate: [['Event'], 'date'],
  endDate: [['Event'], 'date'],
  superEvent: [['Event'], ['Event']],
  subEvent: [['Event'], ['Event']],
  organizer: [['Event'], ['Person', 'Organization']],
  attendee: [['Event'], ['Person', 'Organization']],
  performer: [['Event'], ['Person', 'Organization']],
  about: [['Event', 'CreativeWork'], ['Thing']],
  mentions: [['CreativeWork'], ['Thing']],
  author: [['CreativeWork'], ['Person', 'Organization']],
  creator: [['CreativeWork'], ['Person', 'Organization']],
  publisher: [['CreativeWork'], ['Person', 'Organization']],
  isPartOf: [['CreativeWork'], ['CreativeWork']],
  hasPart: [['CreativeWork'], ['CreativeWork']],
  isBasedOn: [['CreativeWork'], ['CreativeWork']],
  dateCreated: [['CreativeWork'], 'date'],
  datePublished: [['CreativeWork'], 'date'],
};

function isA(type: string, general: string): boolean {
  for (let one: string | undefined = type; one !== undefined; one = parents[one]) {
    if (one === general) return true;
  }
  return false;
}

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.stop());

async function structuredData(id: string) {
  const html = await (await fetch(`${application.address}/entity/${id}?lang=en`)).text();
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
  return JSON.parse(json!) as Record<string, unknown>;
}

it('of some entities of every kind is what schema.org has words for', async () => {
  const { answer } = await application.ask({ query: '{ ontology { kinds { name } } }' });
  let checked = 0;
  for (const { name } of answer.data.ontology.kinds) {
    const { answer: list } = await application.ask({
      query:
        'query ($kinds: [String!]) { entities(kinds: $kinds, order: DEGREE, first: 3) { nodes { id name(lang: EN) } } }',
      variables: { kinds: [name] },
    });
    for (const entity of list.data.entities.nodes) {
      const data = await structuredData(entity.id);
      const type = String(data['@type']);
      expect(data).toMatchObject({ '@context': 'https://schema.org', name: entity.name });
      expect(type === 'Thing' || type in parents, type).toBe(true);
      for (const [property, value] of Object.entries(data)) {
        if (property.startsWith('@')) continue;
        const [domains, range] = properties[property] ?? [[], []];
        const place = `${property} of ${entity.id}, a ${type}`;
        expect(
          domains.some((domain) => isA(type, domain)),
          place,
        ).toBe(true);
        for (const one of [value].flat() as unknown[]) {
          if (Array.isArray(range)) {
            const { '@type': other, '@id': address } = one as Record<string, string>;
            expect(
              range.some((general) => general === 'Thing' || isA(other!, general)),
              place,
            ).toBe(true);
            expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/entity\/[a-z]+:/);
          } else if (range === 'date') expect(one, place).toMatch(/^\d{4}(-\d\d){0,2}/);
          else if (range === 'url') expect(URL.canParse(String(one)), place).toBe(true);
          else expect(typeof one, place).toBe('string');
        }
      }
      checked += 1;
    }
  }
  expect(checked).toBeGreaterThan(80);
}, 120_000);

it('says what the graph states, and points to nothing else', async () => {
  expect(await structuredData('conference:hoi-nghi-ngoai-giao-31')).toMatchObject({
    '@type': 'Event',
    endDate: '2021-12-18',
    alternateName: expect.arrayContaining(['Hội nghị Ngoại giao lần thứ 31']),
  });
  expect(await structuredData('person:bui-thanh-son')).toMatchObject({
    '@type': 'Person',
    jobTitle: expect.arrayContaining(['Minister of Foreign Affairs of Viet Nam']),
  });
  const source = await structuredData('source:ngoai-giao-cay-tre');
  const { answer } = await application.ask({
    query:
      '{ entity(id: "source:ngoai-giao-cay-tre") { ... on Source { url { nodes { value { ... on UrlValue { url } } } } } } }',
  });
  const stated = answer.data.entity.url.nodes.map(
    (node: { value: { url: string } }) => node.value.url,
  );
  expect([source.sameAs].flat()).toEqual(stated);
});
