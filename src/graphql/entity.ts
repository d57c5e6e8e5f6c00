import type { Entity } from '../ontology/model.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import { toEnumeration } from './enumeration.ts';
import { statementFilter } from './filter.ts';
import { known } from './known.ts';
import { chooseLanguage } from './language.ts';
import { after } from './later.ts';
import { relations } from './relation.ts';
import type { Resolvers } from './resolver.ts';

/** The name of the type that stands for a kind. */
export const entityTypeName = ({ kind }: Pick<Entity, 'kind'>): string =>
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

export const entityResolvers: Resolvers = {
  Entity: {
    name: ({ names }, args, context) => names[chooseLanguage(args, context)],
    aliases: ({ aliases }, args, context) => aliases?.[chooseLanguage(args, context)] ?? [],
    description: ({ description }, args, context) => description?.[chooseLanguage(args, context)],
    statements: ({ id }, args, { load, ontology }) =>
      after(
        load.statementPage({
          filter: { ...statementFilter(args.filter, ontology), subjects: [id] },
          page: pageRequest(args),
        }),
        (page) => connection(known(page, id), plainEdge),
      ),
    relations,
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
