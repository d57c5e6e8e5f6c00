import type { CodeEntry } from './entry.ts';

/** The codes that someone who asks the API meets. */
export const apiCodes = {
  ANALYTICS_UNAVAILABLE: {
    area: 'api',
    message: 'PageRank, betweenness and communities could not be computed.',
    mend: 'Ask again after a minute, which tries anew; if it goes on, tell whoever runs the server.',
  },
  API_KEY_MISSING: {
    area: 'api',
    message: 'This server answers nobody without an API key.',
    mend: 'Send yours as "Authorization: Bearer" and the key; whoever runs the server gives keys.',
  },
  API_KEY_NOT_ADMIN: {
    area: 'api',
    message: 'The API key may read, and this is for those who run the server.',
    mend: 'Send a key whose role is admin, as "Authorization: Bearer" and the key.',
  },
  API_KEY_UNKNOWN: {
    area: 'api',
    message: 'The server does not know the API key.',
    mend: 'Send it whole, as "Authorization: Bearer" and the key; if it is, ask whoever runs the server whether it still holds.',
  },
  ARGUMENTS_CLASH: {
    area: 'api',
    message: 'The arguments {arguments} cannot be given together.',
    mend: '{advice}',
  },
  ARGUMENT_MISSING: {
    area: 'api',
    message: 'The argument "{argument}" is missing: {because} needs it.',
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
  DOCUMENT_HASH_WRONG: {
    area: 'api',
    message: 'The hash that came with the document is not its SHA-256.',
    mend: 'Hash the text of "query" as it is sent, in UTF-8, and give the 64 hexadecimal digits; or send the text without a hash.',
  },
  DOCUMENT_NOT_TRUSTED: {
    area: 'api',
    message: 'This server runs its own operations only, and the document is none of them.',
    mend: 'Choose an operation of /operations.json and give its name or hash as "documentId".',
  },
  DOCUMENT_UNKNOWN: {
    area: 'api',
    message: 'The server has no operation "{id}".',
    mend: 'See /operations.json for the operations there are; "documentId" is the name of one, or sha256: and its hash.',
  },
  INTERNAL: {
    area: 'api',
    message: 'Something went wrong in the server; it was logged under the id {id}.',
    mend: 'Try again; if it goes on, tell whoever runs the server this id.',
  },
  LIMIT_EXCEEDED: {
    area: 'api',
    message: 'The request needs {amount} {unit}; the limit "{limit}" allows {allowed}.',
    mend: 'Ask for less at once: smaller pages, fewer levels, or several requests. Whoever runs the server sets the limit with {variable}.',
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
    mend: 'The explorer is at /, the API at /graphql, the playground at /playground.',
  },
  OPERATION_UNSUPPORTED: {
    area: 'api',
    message: 'The API answers queries; it has no {operation}.',
    mend: 'Ask with an operation of the type "query".',
  },
  PARAMETER_INVALID: {
    area: 'api',
    message: 'The parameter "{parameter}" is "{value}"; it takes {takes}.',
    mend: 'Correct it or leave it out.',
  },
  PICTURE_UNAVAILABLE: {
    area: 'api',
    message: 'The picture could not be drawn: {why}.',
    mend: 'Ask again in a minute, or for less: fewer items, a smaller size. If it goes on, tell whoever runs the server.',
  },
  RATE_LIMITED: {
    area: 'api',
    message: 'More requests came from you within a minute than the {allowed} that are allowed.',
    mend: 'Ask again in {seconds} seconds, and then more slowly: the headers RateLimit-Remaining and RateLimit-Reset tell how.',
  },
  RELOAD_RUNNING: {
    area: 'api',
    message: 'The data is being read anew already.',
    mend: 'Ask again once that has ended; /health tells how it went.',
  },
  REQUEST_FOREIGN: {
    area: 'api',
    message: 'The request {why}, and this is for those who run the server.',
    mend: 'Send it with a program such as curl, to the address that the server printed when it started.',
  },
  REQUEST_INVALID: {
    area: 'api',
    message: 'The request cannot be read: {why}.',
    mend: 'Send a POST request to /graphql with content-type application/json and a JSON body that has "query".',
  },
  SERVER_BUSY: {
    area: 'api',
    message: 'More is asked than the server can answer in good time.',
    mend: 'Ask again in a few seconds, as the header "retry-after" says.',
  },
  SITE_NOT_BUILT: {
    area: 'api',
    message: 'The pages for browsers are not there: {file} is missing.',
    mend: 'Whoever runs the server makes them with "npm run build". The API at /graphql answers without them.',
  },
  STREAM_UNAVAILABLE: {
    area: 'api',
    message: 'The stream of events cannot be followed now: {why}.',
    mend: 'Come again after the time that Retry-After says; until then ask for the dataset version now and then.',
  },
  TIME_EXCEEDED: {
    area: 'api',
    message: 'The answer was not ready within {allowed} milliseconds.',
    mend: 'Ask for less at once: smaller pages, fewer levels, or several requests. Whoever runs the server sets the limit with REQUEST_TIME.',
  },
} as const satisfies Record<string, CodeEntry>;
