import type { RequestContext } from './context.ts';
import type { Later } from './later.ts';

/**
 * Resolvers by type and field, as schema.graphql has them: a field that it lacks, an argument of another name or a value
 * that cannot be what the field gives does not compile. Those of an interface serve every type that implements it.
 */
export type { Resolvers } from './generated/schema.ts';

/** How a field gets its value; the generated types say what each is given and gives. */
export type Resolve<Result, Source, Context, Arguments> = (
  source: Source,
  args: Arguments,
  context: Context,
) => Later<Result>;

/** A resolver of fields of several types: what it is given, it must say itself. */
// biome-ignore lint/suspicious/noExplicitAny: no one type of the schema says it
export type Resolver = (source: any, args: any, context: RequestContext) => any;
