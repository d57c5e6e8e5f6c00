import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, getVariableValues } from 'graphql';
import { ProblemError } from '../../errors/problem.ts';
import type { RequestContext } from '../../graphql/context.ts';
import { measureCost } from '../../graphql/limits/cost.ts';
import {
  type Allowed,
  checkLimits,
  type LimitName,
  limitsWriter,
  reportLimits,
} from '../../graphql/limits/limits.ts';
import type { RequestWatch } from '../watching/request-watch.ts';

/** What the resolvers of a request share, and what is known of it as a request over HTTP. */
export interface HttpContext extends RequestContext {
  /** What was measured so far. */
  readonly used: { -readonly [Name in LimitName]?: number };
  /** The variables as they were coerced, once they are; what cannot be is told when the operation is executed. */
  readonly coerced: { variables?: Readonly<Record<string, unknown>> };
  /** The languages asked for, where the answer is in none of them. */
  readonly languagesMissed: readonly string[] | undefined;
  readonly watch: RequestWatch;
}

/** What every answer says of itself beside its data: small, and the same for the same request. */
export const extensionsOf = (
  { used, language, languagesMissed }: Pick<HttpContext, 'used' | 'language' | 'languagesMissed'>,
  allowed: Allowed,
): Record<string, unknown> => ({
  limits: reportLimits(used, allowed),
  ...(languagesMissed && { language: { used: language, asked: languagesMissed } }),
});

/** Writes the same as JSON, for each of many answers. */
export function extensionsWriter(
  allowed: Allowed,
): (facts: Parameters<typeof extensionsOf>[0]) => string {
  const writeLimits = limitsWriter(allowed);
  return ({ used, language, languagesMissed }) => {
    const missed = languagesMissed
      ? `,"language":${JSON.stringify({ used: language, asked: languagesMissed })}`
      : '';
    return `{"limits":${writeLimits(used)}${missed}}`;
  };
}

/** An error of the request: nothing of it was executed. */
const refusal = (cause: ProblemError): GraphQLError =>
  new GraphQLError(cause.message, {
    originalError: cause,
    extensions: { http: { status: 400 } },
  });

/** Refuses what is too dear before it is executed, and reports the limits with each answer. */
export const limited = (allowed: Allowed): ApolloServerPlugin<HttpContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (operation === undefined) return;
        if (operation.operation !== 'query') {
          const problem = new ProblemError('OPERATION_UNSUPPORTED', {
            operation: operation.operation,
          });
          throw refusal(problem);
        }
        const { coerced } = getVariableValues(
          schema,
          operation.variableDefinitions ?? [],
          request.variables ?? {},
          { maxErrors: 1 },
        );
        // What is wrong with variables is told when the operation is executed.
        if (coerced === undefined) return;
        contextValue.coerced.variables = coerced;
        contextValue.used.cost = measureCost({ schema, document, operation, variables: coerced });
        try {
          checkLimits(contextValue.used, allowed);
        } catch (error) {
          throw error instanceof ProblemError ? refusal(error) : error;
        }
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        response.body.singleResult = {
          ...response.body.singleResult,
          extensions: extensionsOf(contextValue, allowed),
        };
      },
    };
  },
});
