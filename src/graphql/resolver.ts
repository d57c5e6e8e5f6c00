import type { RequestContext } from './context.ts';

/**
 * How a field gets its value. Each resolver names the source and arguments that it expects; that the schema gives it
 * these, and no others, is what the tests of the schema show.
 */
export type Resolver = (source: never, args: never, context: RequestContext) => unknown;

/** Resolvers by type and field. Those of an interface serve every type that implements it. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
