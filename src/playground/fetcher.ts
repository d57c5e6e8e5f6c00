import type { Fetcher } from '@graphiql/toolkit';
import { language } from './language.ts';

const refusals = {
  vi: 'Không hỏi được máy chủ. Hãy kiểm tra kết nối rồi chạy lại.',
  en: 'The server cannot be reached. Check the connection, then run it again.',
} as const;

/** Asks the API of this host, in the language that is chosen when it is asked. */
export const fetcher: Fetcher = async (request, options) => {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'accept-language': language(),
        ...options?.headers,
      },
      body: JSON.stringify(request),
    });
  } catch {
    throw new Error(refusals[language()]);
  }
  // What is refused is told in the same form, with what to do about it.
  return response.json();
};
