import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../../graphql/context.ts';

/** Errors of a document or its variables; whoever can read the answer at all reads them in it. */
const codesOfRequest = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * The status codes of GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): a client that asks for
 * `application/json` gets 200 with a well-formed answer, even one of errors only; with
 * `application/graphql-response+json` it gets Apollo's 400. A hash that the server does not know is an error of the
 * request as well, whatever the client asks for.
 */
export const statuses: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.body.kind !== 'single') return;
        const accepted = request.http?.headers.get('accept') ?? '';
        const { errors } = response.body.singleResult;
        if (errors?.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND')) {
          response.http.status = 400;
        }
        const ofRequest = errors?.every(({ extensions }) =>
          codesOfRequest.has(String(extensions?.code)),
        );
        if (ofRequest && !accepted.includes('application/graphql-response+json')) {
          response.http.status = 200;
        }
      },
    };
  },
};
