import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Executed } from '../../graphql/execution/plan.ts';
import type { KnownDocuments } from './known.ts';
import type { HttpContext } from './limited.ts';

export type Format = (whole: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** Errors of fields, as whoever asked is told of them. */
export const toldErrors = (
  errors: readonly GraphQLError[],
  format: Format,
): readonly GraphQLFormattedError[] | undefined =>
  errors.length === 0 ? undefined : errors.map((error) => format(error.toJSON(), error));

/** Data that is JSON already, where Apollo passes an object on. */
class Written {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Executes what Apollo has found right by its plan, and keeps that, so that Apollo need not be asked again. */
export const planned = (
  documents: KnownDocuments,
  format: Format,
): ApolloServerPlugin<HttpContext> => ({
  async requestDidStart() {
    return {
      async responseForOperation({ source, document, operation, request, contextValue }) {
        const { variables } = contextValue.coerced;
        // What is wrong with variables is told by Apollo's own execution, which then executes nothing.
        if (variables === undefined) return null;
        const known = documents.of(source);
        const { plan } = known.keep(request.operationName, document, operation);
        const given = request.variables ?? {};
        const executed: Executed = await plan({ context: contextValue, variables, given });
        const errors = toldErrors(executed.errors, format);
        const data = new Written(executed.data) as unknown as Record<string, unknown>;
        return {
          http: { headers: new HeaderMap() },
          body: { kind: 'single', singleResult: errors ? { errors, data } : { data } },
        };
      },
    };
  },
});

/** An answer as the text that is sent. */
export function writeAnswer({ data, ...rest }: FormattedExecutionResult): string {
  return data instanceof Written
    ? writtenAnswer(data.json, rest.errors, JSON.stringify(rest.extensions))
    : `${JSON.stringify({ ...rest, data })}\n`;
}

/** An answer whose data and extensions are JSON already. */
export const writtenAnswer = (
  data: string,
  errors: readonly GraphQLFormattedError[] | undefined,
  extensions: string,
): string =>
  `{${errors ? `"errors":${JSON.stringify(errors)},` : ''}"data":${data},"extensions":${extensions}}\n`;
