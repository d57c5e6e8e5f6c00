import type { Entity } from '../ontology/model.ts';
import { toEnumeration } from './enumeration.ts';
import { statementFilter } from './filter.ts';
import { chooseLanguage } from './language.ts';
import { neighbors } from './list.ts';
import { relations } from './relation.ts';
import type { Resolvers } from './resolver.ts';
import { statementList } from './statement-list.ts';

/** The name of the type that stands for a kind. */
export function entityTypeName({ kind }: Pick<Entity, 'kind'>): string {
  let name = typeNames.get(kind);
  if (name === undefined) {
    name = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    typeNames.set(kind, name);
  }
  return name;
}

/** Each kind's, for every entity of an answer asks for it. */
const typeNames = new Map<string, string>();

/** What is around an entity, as of a date. */
export const entityResolvers: Resolvers = {
  Entity: {
    statements: ({ id }, args, context) =>
      statementList(
        { ...statementFilter(args.filter, context.ontology), subjects: [id] },
        args,
        context,
      ),
    neighbors,
    relations,
  },
};

/** What an entity bears itself, whatever the date. */
export const entityTextResolvers: Resolvers = {
  Entity: {
    name: ({ names }, args, context) => names[chooseLanguage(args, context)],
    aliases: ({ aliases }, args, context) => aliases?.[chooseLanguage(args, context)] ?? [],
    description: ({ description }, args, context) => description?.[chooseLanguage(args, context)],
    formerIds: ({ formerIds }) => formerIds ?? [],
  },
  Office: {
    shared: ({ shared }) => shared ?? false,
  },
  Country: {
    alpha2: ({ codes }) => codes?.alpha2,
    alpha3: ({ codes }) => codes?.alpha3,
  },
  Source: {
    file: ({ text }) => text?.file,
    language: ({ text }) => text && toEnumeration(text.language),
    paragraphs: ({ text }) => text?.paragraphs,
  },
};
