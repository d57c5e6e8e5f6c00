import type { CodeEntry } from './entry.ts';

/** The codes that the client gives of itself, where the API gives none. */
export const clientCodes = {
  ANSWER_UNREADABLE: {
    area: 'client',
    message: 'What {url} answers (status {status}) is no answer of a GraphQL API.',
    mend: 'Look whether the address is that of the API, which ends with /graphql, and what stands between.',
  },
  ERROR_UNEXPLAINED: {
    area: 'client',
    message: '{message}.',
    mend: 'Look at what the message names; what answered gives no advice.',
  },
  SERVER_UNREACHABLE: {
    area: 'client',
    message: 'Nothing answers at {url}: {why}.',
    mend: 'Look whether the server runs there, and whether this program may ask it.',
  },
} as const satisfies Record<string, CodeEntry>;
