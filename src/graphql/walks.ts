import type { Truncation } from '../store/port.ts';
import { commonNeighbors } from './common-neighbors.ts';
import { drawing, drawingResolvers } from './drawing.ts';
import { toEnumeration } from './enumeration.ts';
import { neighborhood } from './neighborhood.ts';
import { path, pathResolvers, paths } from './path.ts';
import { related, relatedResolvers } from './related.ts';
import type { Resolvers } from './resolver.ts';
import { trace } from './trace.ts';

/** Ways through the graph. */
export const walkResolvers: Resolvers = {
  Query: { neighborhood, drawing, path, paths, commonNeighbors, related, trace },
  ...drawingResolvers,
  ...pathResolvers,
  ...relatedResolvers,
  Truncation: {
    reason: ({ reason }: Truncation) => toEnumeration(reason),
  },
};
