import type { Disagreement, DisagreementKind } from '../store/port.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { fromEnumeration, toEnumeration } from './enumeration.ts';
import type { QueryDisagreementsArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { chooseLanguage } from './language.ts';
import { after } from './later.ts';
import { checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';
import { propertyLabel } from './statement.ts';

/** A statement has one value of one property, and is a rival in a disagreement or two. */
const MOST_OF_ONE = 100;

function disagreements(
  _: unknown,
  args: QueryDisagreementsArgs,
  { load, ontology }: RequestContext,
) {
  const { about, properties, statements, involving } = args;
  checkProperties('properties', properties ?? [], ontology);
  return after(
    load.disagreements({
      ...present({
        about,
        properties,
        statements,
        involving,
        kinds: args.kinds?.map(fromEnumeration<DisagreementKind>),
      }),
      page: pageRequest(args),
    }),
    (page) => connection(known(page, 'the disagreements'), plainEdge),
  );
}

export const disagreementResolvers: Resolvers = {
  Query: { disagreements },
  Statement: {
    disagreements: ({ id }, _, { load }) =>
      after(load.disagreements({ statements: [id], page: { first: MOST_OF_ONE } }), (page) =>
        known(page, 'the disagreements').items.map(({ value }) => value),
      ),
  },
  Disagreement: {
    kind: ({ kind }: Disagreement) => toEnumeration(kind),
    propertyLabel,
    reason: ({ reason }: Disagreement, args, context) => reason[chooseLanguage(args, context)],
  },
};
