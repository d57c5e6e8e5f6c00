import type { EntityData, StatementGroup } from './entity-data.ts';

/** The types of schema.org that the kinds of the ontology are; what has none there is a `Thing`. */
const types: Readonly<Record<string, string>> = {
  person: 'Person',
  country: 'Country',
  grouping: 'Organization',
  region: 'Place',
  locality: 'Place',
  venue: 'Place',
  body: 'Organization',
  organization: 'Organization',
  media: 'NewsMediaOrganization',
  series: 'EventSeries',
  conference: 'Event',
  session: 'Event',
  event: 'Event',
  anniversary: 'Event',
  partnership: 'Event',
  speech: 'Event',
  document: 'CreativeWork',
  agreement: 'CreativeWork',
  saying: 'Quotation',
  pillar: 'DefinedTerm',
  lesson: 'DefinedTerm',
  direction: 'DefinedTerm',
  principle: 'DefinedTerm',
  diplomacy: 'DefinedTerm',
  topic: 'DefinedTerm',
  photograph: 'Photograph',
  source: 'NewsArticle',
};

export const typeOf = (kind: string): string => types[kind] ?? 'Thing';

/** A property of schema.org that a group of statements stands for, by the direction and name of ours. */
const terms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Person: { 'out memberOf': 'memberOf' },
  Organization: {
    'out memberOf': 'memberOf',
    'in memberOf': 'member',
    'out partOf': 'parentOrganization',
    'in partOf': 'subOrganization',
    'out locatedIn': 'location',
  },
  Country: { 'out locatedIn': 'containedInPlace' },
  Place: { 'out locatedIn': 'containedInPlace', 'out partOf': 'containedInPlace' },
  Event: {
    'out partOf': 'superEvent',
    'in partOf': 'subEvent',
    'out inSeries': 'superEvent',
    'in organizes': 'organizer',
    'in attends': 'attendee',
    'out heldAt': 'location',
    'out locatedIn': 'location',
    'out speaker': 'performer',
    'out deliveredAt': 'superEvent',
    'out concerns': 'about',
  },
  EventSeries: { 'in inSeries': 'subEvent' },
  CreativeWork: {
    'out partOf': 'isPartOf',
    'in partOf': 'hasPart',
    'in issues': 'publisher',
    'out concerns': 'about',
    'out basedOn': 'isBasedOn',
  },
  Quotation: { 'out saidBy': 'creator', 'out concerns': 'about' },
  Photograph: { 'out depicts': 'about', 'out credit': 'creator', 'out printedIn': 'isPartOf' },
  NewsArticle: {
    'out author': 'author',
    'out publisher': 'publisher',
    'out reportsOn': 'about',
    'out mentions': 'mentions',
  },
};
const parents: Readonly<Record<string, string>> = { NewsMediaOrganization: 'Organization' };

const actors = ['Person', 'Organization', 'NewsMediaOrganization'];
const bodies = ['Organization', 'NewsMediaOrganization'];
const places = ['Place', 'Country'];
const works = ['CreativeWork', 'NewsArticle', 'Quotation', 'Photograph'];
const happenings = ['Event', 'EventSeries'];
/** What each of these properties may have as its value; where we state another sort of thing, schema.org has no word for it. */
const ranges: Readonly<Record<string, readonly string[]>> = {
  memberOf: bodies,
  member: actors,
  parentOrganization: bodies,
  subOrganization: bodies,
  location: places,
  containedInPlace: places,
  superEvent: happenings,
  subEvent: happenings,
  organizer: actors,
  attendee: actors,
  performer: actors,
  publisher: actors,
  author: actors,
  creator: actors,
  isPartOf: works,
  hasPart: works,
  isBasedOn: works,
};

/** The dates of a thing, as each type calls them. */
const times: Readonly<Record<string, readonly [start: string, end?: string]>> = {
  Event: ['startDate', 'endDate'],
  EventSeries: ['startDate', 'endDate'],
  Organization: ['foundingDate'],
  CreativeWork: ['dateCreated'],
  Photograph: ['dateCreated'],
  NewsArticle: ['datePublished'],
};

interface Named {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

const entitiesOf = ({ direction, statements }: StatementGroup): readonly Named[] =>
  statements.flatMap(({ subject, value, rank }) => {
    if (rank === 'DEPRECATED') return [];
    if (direction === 'in') return [subject];
    return 'entity' in value ? [value.entity] : [];
  });

const one = <Item>(items: readonly Item[]): Item | readonly Item[] | undefined =>
  items.length <= 1 ? items[0] : items;

const filled = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) =>
        value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** What the graph states of an entity, in the words of schema.org; whatever those have no word for stays out. */
export function jsonLdOf(
  { entity, outline, literals, relations }: EntityData,
  origin: string,
  language: 'vi' | 'en',
): object {
  const address = (id: string): string => `${origin}/entity/${encodeURI(id)}`;
  const reference = ({ id, kind, name }: Named): object => ({
    '@type': typeOf(kind),
    '@id': address(id),
    name,
  });
  const type = typeOf(entity.kind);
  const general = parents[type] ?? type;
  const stated: Record<string, object[]> = {};
  for (const group of relations) {
    const term = terms[general]?.[`${group.direction} ${group.property}`];
    if (term === undefined) continue;
    const range = ranges[term];
    const fitting = entitiesOf(group).filter(({ kind }) => range?.includes(typeOf(kind)) ?? true);
    stated[term] = [...(stated[term] ?? []), ...fitting.map(reference)];
  }
  const offices = relations.find(
    ({ property, direction }) => property === 'holdsOffice' && direction === 'out',
  );
  const wording = literals.find(({ property }) => property === 'quotedText')?.statements ?? [];
  const urls = (literals.find(({ property }) => property === 'url')?.statements ?? []).flatMap(
    ({ value }) => ('url' in value ? [value.url] : []),
  );
  const [start, end] = times[general] ?? [];
  const other = language === 'vi' ? entity.names.en : entity.names.vi;
  const names = new Set([other, ...entity.aliasesVi, ...entity.aliasesEn]);
  names.delete(entity.name);
  return filled({
    '@context': 'https://schema.org',
    '@type': type,
    '@id': address(entity.id),
    name: entity.name,
    headline: type === 'NewsArticle' ? entity.name : undefined,
    alternateName: one([...names]),
    description: entity.description,
    identifier: entity.id,
    url: address(entity.id),
    sameAs: one(urls),
    text: type === 'Quotation' ? wording[0]?.value.label : undefined,
    jobTitle:
      type === 'Person' && offices !== undefined
        ? one([...new Set(entitiesOf(offices).map(({ name }) => name))])
        : undefined,
    ...(start !== undefined && { [start]: entity.begins ?? undefined }),
    ...(end !== undefined && { [end]: entity.ends ?? undefined }),
    ...Object.fromEntries(Object.entries(stated).map(([term, list]) => [term, one(list)])),
    subjectOf: one(
      outline.about.facets.sources
        .filter(({ key }) => key !== entity.id)
        .map(({ key, label }) => reference({ id: key, kind: 'source', name: label })),
    ),
  });
}
