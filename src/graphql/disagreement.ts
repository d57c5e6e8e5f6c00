import type { Disagreement, DisagreementKind } from '../store/port.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { type EnumerationName, fromEnumeration, toEnumeration } from './enumeration.ts';
import { known } from './known.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import { after } from './later.ts';
import { checkProperties } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';
import { propertyLabel } from './statement.ts';

interface DisagreementsArguments extends PageArguments {
  readonly about?: readonly string[] | null;
  readonly properties?: readonly string[] | null;
  readonly kinds?: readonly EnumerationName<DisagreementKind>[] | null;
}

function disagreements(
  _: unknown,
  args: DisagreementsArguments,
  { load, ontology }: RequestContext,
) {
  const { about, properties } = args;
  checkProperties('properties', properties ?? [], ontology);
  return after(
    load.disagreements({
      ...present({ about, properties, kinds: args.kinds?.map(fromEnumeration<DisagreementKind>) }),
      page: pageRequest(args),
    }),
    (page) => connection(known(page, 'the disagreements'), plainEdge),
  );
}

export const disagreementResolvers: Resolvers = {
  Query: { disagreements },
  Disagreement: {
    kind: ({ kind }: Disagreement) => toEnumeration(kind),
    propertyLabel,
    reason: ({ reason }: Disagreement, args: LanguageArguments, context: RequestContext) =>
      reason[chooseLanguage(args, context)],
  },
};
