import type { RequestContext } from './context.ts';
import type { Resolvers } from './resolver.ts';

const shownAsOf = (_: unknown, __: unknown, { asOf }: RequestContext): string | undefined => asOf;

/** The date of this part of the answer, for whatever has an `id`: a cache may keep it apart from the same for another date. */
export const shownResolvers: Resolvers = {
  Entity: { shownAsOf },
  Statement: { shownAsOf },
  Community: { shownAsOf },
  Disagreement: { shownAsOf },
};
