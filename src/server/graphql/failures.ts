import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestWatch } from '../watching/request-watch.ts';
import type { HttpContext } from './limited.ts';

/**
 * Errors that nobody expected say to which request they belong, and the request which errors it had: so that what somebody reports
 * is found in the log.
 */
export function bindFailures(
  errors: readonly GraphQLFormattedError[],
  watch: RequestWatch,
): readonly GraphQLFormattedError[] {
  const failed = errors.filter(({ extensions }) => extensions?.code === 'INTERNAL');
  if (failed.length === 0) return errors;
  watch.note({ failures: failed.map(({ extensions }) => String(extensions?.id)) });
  return errors.map((error) =>
    failed.includes(error)
      ? { ...error, extensions: { ...error.extensions, requestId: watch.id } }
      : error,
  );
}

export const failures: ApolloServerPlugin<HttpContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        if (singleResult.errors === undefined) return;
        singleResult.errors = bindFailures(singleResult.errors, contextValue.watch);
      },
    };
  },
};
