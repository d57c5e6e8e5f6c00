import { QueryClient } from '@tanstack/preact-query';
import { createClient } from '../../client/index.ts';
import type { Ask } from '../../pieces/ask.ts';
import type { Language } from '../../pieces/language.ts';

/** Answers stay good while the server serves one version of the data. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: 1 } },
});

const clients = {
  vi: createClient({ url: '/graphql', language: 'vi' }),
  en: createClient({ url: '/graphql', language: 'en' }),
};

/** How the explorer asks, in a language. */
export const askIn =
  (language: Language): Ask =>
  (operation, variables) =>
    clients[language].query(operation, ...([variables] as never));
