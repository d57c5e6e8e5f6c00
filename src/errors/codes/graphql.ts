/** The codes that GraphQL and GraphQL over HTTP give of a request, with their own messages; and how to mend each. */
export const graphQLMends = {
  BAD_REQUEST:
    'Send a POST request to /graphql with content-type application/json and one JSON object that has "query"; or a GET request for a query, with the header apollo-require-preflight.',
  BAD_USER_INPUT:
    'Give the value in the form that schema.graphql says of this argument or variable.',
  GRAPHQL_PARSE_FAILED: 'Correct the document where "locations" points.',
  GRAPHQL_VALIDATION_FAILED:
    'Correct the document where "locations" points; schema.graphql and introspection tell what there is.',
  OPERATION_RESOLUTION_FAILURE:
    'Say with "operationName" which operation of the document to run, by the name that it has there; or send one of /operations.json by its "documentId".',
  PERSISTED_QUERY_NOT_FOUND:
    'Send the hash of an operation of /operations.json, or the text of the query instead.',
} as const satisfies Record<string, string>;

export type GraphQLCode = keyof typeof graphQLMends;

export const graphQLCodes = Object.keys(graphQLMends) as readonly GraphQLCode[];
