import type { CodeEntry } from './entry.ts';

/** The codes that the client gives of itself, where the API gives none. */
export const clientCodes = {
  ANSWER_UNREADABLE: {
    area: 'client',
    message: 'What {url} answers (status {status}) is no answer of a GraphQL API.',
    mend: 'Look whether the address is that of the API, which ends with /graphql, and what stands between.',
  },
  ATTRIBUTE_INVALID: {
    area: 'client',
    message: '{attributes}.',
    mend: 'Set each attribute to what the element says that it takes.',
  },
  ERROR_UNEXPLAINED: {
    area: 'client',
    message: '{message}.',
    mend: 'Look at what the message names; what answered gives no advice.',
  },
  SCRIPT_UNREACHABLE: {
    area: 'client',
    message: 'A script of the element could not be loaded.',
    mend: 'Look whether the server that /embed.js came from can be reached, and whether a content security policy of the page allows its scripts.',
  },
  SERVER_UNREACHABLE: {
    area: 'client',
    message: 'Nothing answers at {url}: {why}.',
    mend: 'Look whether the server runs there, and whether this program may ask it.',
  },
} as const satisfies Record<string, CodeEntry>;
