import type { Entity } from '../ontology/model.ts';
import type { OwnTime, TimelineEntry, TimelineRequest } from '../store/port.ts';
import { bounds, checkLength } from './bounds.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import type { QueryTimelineArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolver, Resolvers } from './resolver.ts';
import { datePrecision } from './value.ts';

/** `Query.timeline`; that of an entity is the same about it alone. */
function timeline(_: unknown, args: QueryTimelineArgs, { load, ontology }: RequestContext) {
  const { from, to, kinds, properties, about, backwards } = args;
  checkKinds('kinds', kinds ?? [], ontology);
  checkProperties('properties', properties ?? [], ontology);
  checkLength('about', about ?? [], bounds.ids);
  const request: TimelineRequest = {
    ...present({ from, to, kinds, properties, about }),
    backwards,
    page: pageRequest(args),
  };
  return after(load.timeline(request), (page) => connection(known(page, 'a timeline'), plainEdge));
}

/** The property, and in brackets the qualifier where the date is of one: “giữ chức (tại thời điểm)”. */
function label(
  { statement, qualifier }: TimelineEntry,
  args: LanguageArguments,
  context: RequestContext,
): string {
  const { properties, qualifiers } = context.ontology;
  const language = chooseLanguage(args, context);
  const property = properties.get(statement.property)!.label[language];
  return qualifier === null
    ? property
    : `${property} (${qualifiers.get(qualifier)!.label[language]})`;
}

const own =
  (end: keyof OwnTime): Resolver =>
  ({ id }: Entity, _: object, { load }: RequestContext) =>
    after(load.times(id), (time) => known(time, id)[end]);

export const timeResolvers: Resolvers = {
  Query: { timeline },
  Entity: {
    timeline: ({ id }, args, context) => timeline(undefined, { ...args, about: [id] }, context),
    begins: own('begins'),
    ends: own('ends'),
  },
  TimelineEntry: {
    precision: ({ date }: TimelineEntry) => datePrecision(date),
    label,
  },
};
