import type { Entity } from '../ontology/model.ts';
import type { PageArguments } from './connections.ts';
import type { RequestContext } from './context.ts';
import { toEnumeration } from './enumeration.ts';
import { type StatementFilterInput, statementFilter } from './filter.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import { neighbors } from './list.ts';
import { relations } from './relation.ts';
import type { Resolvers } from './resolver.ts';
import { statementList } from './statement-list.ts';

/** The name of the type that stands for a kind. */
export const entityTypeName = ({ kind }: Pick<Entity, 'kind'>): string =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

export const entityResolvers: Resolvers = {
  Entity: {
    name: ({ names }: Entity, args: LanguageArguments, context: RequestContext) =>
      names[chooseLanguage(args, context)],
    aliases: ({ aliases }: Entity, args: LanguageArguments, context: RequestContext) =>
      aliases?.[chooseLanguage(args, context)] ?? [],
    description: ({ description }: Entity, args: LanguageArguments, context: RequestContext) =>
      description?.[chooseLanguage(args, context)],
    formerIds: ({ formerIds }: Entity) => formerIds ?? [],
    statements: (
      { id }: Entity,
      args: PageArguments & { readonly filter?: StatementFilterInput | null },
      context: RequestContext,
    ) =>
      statementList(
        { ...statementFilter(args.filter, context.ontology), subjects: [id] },
        args,
        context,
      ),
    neighbors,
    relations,
  },
  Office: {
    shared: ({ shared }: Entity) => shared ?? false,
  },
  Country: {
    alpha2: ({ codes }: Entity) => codes?.alpha2,
    alpha3: ({ codes }: Entity) => codes?.alpha3,
  },
  Source: {
    file: ({ text }: Entity) => text?.file,
    language: ({ text }: Entity) => text && toEnumeration(text.language),
    paragraphs: ({ text }: Entity) => text?.paragraphs,
  },
};
