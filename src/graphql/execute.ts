import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import type { Language } from '../ontology/model.ts';
import type { GraphStore } from '../store/port.ts';
import { createContext } from './context.ts';
import { createErrorFormatter } from './errors.ts';
import { planAnswer } from './plan.ts';

export interface LocalRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly language: Language;
}

/**
 * Answers one query as the server would, without a server and without its limits: who asks here uses a machine of their own.
 * @throws whatever error nobody expected: there is no client from whom to hide it
 */
export async function executeLocally(
  schema: GraphQLSchema,
  store: GraphStore,
  { query, variables, language }: LocalRequest,
): Promise<FormattedExecutionResult> {
  const unexpected: unknown[] = [];
  const log = {
    error: (details: object) => {
      unexpected.push((details as { readonly err: unknown }).err);
    },
  };
  const format = createErrorFormatter(log);
  const refuse = (errors: readonly GraphQLError[], code: string): FormattedExecutionResult => ({
    errors: errors.map((error) =>
      format({ ...error.toJSON(), extensions: { ...error.extensions, code } }, error),
    ),
  });

  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return refuse([error], 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
  const invalid = validate(schema, document);
  if (invalid.length > 0) return refuse(invalid, 'GRAPHQL_VALIDATION_FAILED');

  const answer = planAnswer(schema, document);
  const { data, errors } = await answer(variables ?? {}, createContext({ store, language }));
  const formatted = errors.map((error) => format(error.toJSON(), error));
  if (unexpected.length > 0) throw unexpected[0];
  return {
    ...(formatted.length > 0 && { errors: formatted }),
    ...(data !== undefined && { data: JSON.parse(data) }),
  };
}
