import {
  type DocumentNode,
  executeSync,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { asOf, type RequestContext } from './context.ts';
import type { Within } from './execution/field.ts';
import { type Executed, type Plan, type PlanOptions, planQuery } from './execution/plan.ts';
import type { Later } from './later.ts';

/** A field that is given a date answers as of it, and so does everything below that field. */
const dated: Within = (context, args) =>
  typeof args.asOf === 'string' ? asOf(context as RequestContext, args.asOf) : context;

/** Plans a query of the API, to execute it as its resolvers want. */
export const planOf = (options: Omit<PlanOptions, 'withinOf'>): Plan =>
  planQuery({
    ...options,
    withinOf: ({ args }) => (args.some(({ name }) => name === 'asOf') ? dated : undefined),
  });

/** What came of a query; without data where it was not executed. */
export type Answered =
  | Executed
  | { readonly data?: never; readonly errors: readonly GraphQLError[] };

type Variables = Readonly<Record<string, unknown>>;

/** Plans the one query of a document that is valid by the schema, and answers it for its variables. */
export function planAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
): (variables: Variables, context: RequestContext) => Later<Answered> {
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    // GraphQL says what is wrong with it.
    const { data, errors } = executeSync({ schema, document });
    return () => ({ ...(data === null && { data: 'null' }), errors: errors! });
  }
  const plan = planOf({ schema, document, operation });
  return (given, context) => {
    const { coerced, errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      given,
      { maxErrors: 50 },
    );
    return coerced === undefined ? { errors } : plan({ context, variables: coerced, given });
  };
}
