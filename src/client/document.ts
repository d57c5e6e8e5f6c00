/**
 * A GraphQL document that knows the types of its variables and of its answer. It is what other tools call
 * `TypedDocumentNode`, so that theirs may be given here and these there. `any` stands for the syntax tree, that it may be the
 * one of any version of the package `graphql`.
 */
export interface TypedDocument<Result = unknown, Variables = unknown> {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly kind: any;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly definitions: readonly any[];
  /** Never there; it carries the types. */
  readonly __apiType?: (variables: Variables) => Result;
  /** Of an operation that the server has itself: the id by which it can be asked for. */
  readonly __meta__?: { readonly hash?: string };
}
