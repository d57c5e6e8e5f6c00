/** The codes that GraphQL and GraphQL over HTTP give of a request, with their own messages. */
export const graphQLCodes = [
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
] as const;

export type GraphQLCode = (typeof graphQLCodes)[number];
