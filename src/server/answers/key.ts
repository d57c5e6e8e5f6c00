import type { IncomingMessage } from 'node:http';
import type { Language } from '../../ontology/model.ts';

/** What of `Accept-Language` an answer depends on. */
export interface AskedLanguage {
  readonly language: Language;
  /** The languages asked for, where the answer is in none of them. */
  readonly missed: readonly string[] | undefined;
}

/**
 * Everything that the answer to a request depends on, but for the version of the data: its text as it came, and what decides
 * whether it is answered at all, so that what would be refused has never the key of what was answered. A line break parts them,
 * which no header can hold.
 * @param text the query string or the body
 */
export function keyOf(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  { language, missed }: AskedLanguage,
  text: string,
): string {
  // By one of these a GET shows that no form of another site sent it, as Apollo knows them.
  const isShown = Boolean(
    headers['apollo-require-preflight'] || headers['x-apollo-operation-name'],
  );
  return `${method === 'POST' ? 'POST' : 'GET'}\n${isShown}\n${headers['content-type']}\n${headers.accept}\n${language}\n${missed}\n${text}`;
}
