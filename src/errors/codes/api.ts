import type { CodeEntry } from './entry.ts';

/** The codes that someone who asks the API meets. */
export const apiCodes = {
  ANALYTICS_UNAVAILABLE: {
    area: 'api',
    message: 'PageRank, betweenness and communities could not be computed.',
    mend: 'Ask again after a minute, which tries anew; if it goes on, tell whoever runs the server.',
  },
  ARGUMENTS_CLASH: {
    area: 'api',
    message: 'The arguments {arguments} cannot be given together.',
    mend: '{advice}',
  },
  ARGUMENT_OUT_OF_RANGE: {
    area: 'api',
    message: 'The argument "{argument}" is {value}; it must be between {least} and {greatest}.',
    mend: 'Give a value between {least} and {greatest}.',
  },
  CURSOR_INVALID: {
    area: 'api',
    message: 'The cursor given as "{argument}" cannot be used: {why}.',
    mend: 'Ask again without it, and page on with the cursors of that answer.',
  },
  INTERNAL: {
    area: 'api',
    message: 'Something went wrong in the server; it was logged under the id {id}.',
    mend: 'Try again; if it goes on, tell whoever runs the server this id.',
  },
  NAME_UNKNOWN: {
    area: 'api',
    message:
      'The argument "{argument}" names the {what} "{name}", which the ontology does not have.',
    mend: 'Ask the field "ontology" for the names there are.',
  },
  NOT_FOUND: {
    area: 'api',
    message: 'Nothing is at {path}.',
    mend: 'The API is at /graphql, a start page at /.',
  },
  REQUEST_INVALID: {
    area: 'api',
    message: 'The request cannot be read: {why}.',
    mend: 'Send a POST request to /graphql with content-type application/json and a JSON body that has "query".',
  },
} as const satisfies Record<string, CodeEntry>;
