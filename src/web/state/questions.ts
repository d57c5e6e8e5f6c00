import { QueryClient } from '@tanstack/preact-query';
import { CaytreError, createClient } from '../../client/index.ts';
import type { Ask } from '../../pieces/ask.ts';
import type { Language } from '../../pieces/language.ts';
import { fetchHere } from './own-server.ts';

/** Only what nothing answered is asked again of itself: what the API refuses, it would refuse again. */
const isWorthAnotherTry = (error: Error): boolean =>
  !(error instanceof CaytreError) || error.errors.length === 0;

/**
 * Answers stay good while the server serves one version of the data. The browser's word that it is offline counts for nothing:
 * the server may run on the same machine.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && isWorthAnotherTry(error),
    },
  },
});

const clients = {
  vi: createClient({ url: '/graphql', language: 'vi', fetch: fetchHere }),
  en: createClient({ url: '/graphql', language: 'en', fetch: fetchHere }),
};

/** How the explorer asks, in a language. */
export const askIn =
  (language: Language): Ask =>
  (operation, variables) =>
    clients[language].query(operation, ...([variables] as never));
