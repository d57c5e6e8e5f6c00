import { graphQLCodes } from '../../src/errors/codes/graphql.ts';
import { registry } from '../../src/errors/registry.ts';

/** The codes that someone who asks the API may meet, each documented in `src/errors/codes.md`. */
export const apiCodes: ReadonlySet<string> = new Set<string>([
  ...graphQLCodes,
  ...Object.entries(registry).flatMap(([code, { area }]) => (area === 'api' ? [code] : [])),
]);
