import {
  type DocumentNode,
  executeSync,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { asOf, type RequestContext } from './context.ts';
import type { Within } from './execution/field.ts';
import type { Keeping, KeptTexts } from './execution/kept.ts';
import { type Executed, type Plan, type PlanOptions, planQuery } from './execution/plan.ts';
import { isLasting } from './lasting.ts';
import type { Later } from './later.ts';

/** A field that is given a date answers as of it, and so does everything below that field. */
const dated: Within = (context, args) =>
  typeof args.asOf === 'string' ? asOf(context as RequestContext, args.asOf) : context;

/** Entities and statements are the same objects as long as the data is shown; what else there is, is made for each answer. */
const lasts = (type: GraphQLObjectType): boolean =>
  type.name === 'Statement' || type.getInterfaces().some(({ name }) => name === 'Entity');

const keepingIn = (texts: KeptTexts): Keeping => ({
  texts,
  lasts,
  isLasting,
  variant: (context) => (context as RequestContext).language,
});

interface QueryOptions extends Omit<PlanOptions, 'withinOf' | 'keeping'> {
  /** Where texts of entities and statements are kept for later executions; they are not, without it. */
  readonly texts?: KeptTexts | undefined;
}

/** Plans a query of the API, to execute it as its resolvers want. */
export const planOf = ({ texts, ...options }: QueryOptions): Plan =>
  planQuery({
    ...options,
    keeping: texts && keepingIn(texts),
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
  texts?: KeptTexts,
): (variables: Variables, context: RequestContext) => Later<Answered> {
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    // GraphQL says what is wrong with it.
    const { data, errors } = executeSync({ schema, document });
    return () => ({ ...(data === null && { data: 'null' }), errors: errors! });
  }
  const plan = planOf({ schema, document, operation, texts });
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
