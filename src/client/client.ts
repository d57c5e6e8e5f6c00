import type { TypedDocument } from './document.ts';
import { type ApiError, answeredError, CaytreError, unansweredError } from './error.ts';
import { print } from './print.ts';

/** The languages of names and texts. */
export type Language = 'vi' | 'en';

/** Which API a client asks, and how. */
export interface ClientOptions {
  /** The address of the API, such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string | URL;
  /** What asks; that of the platform when not given. */
  readonly fetch?: typeof fetch;
  /** The language of texts where a field is not given one; the server's choice when not given. */
  readonly language?: Language;
  /** Sent with every request, beside the client's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What holds for one question alone. */
export interface QueryOptions {
  /**
   * Ends the request. The promise is then rejected with the signal's reason, which is no `CaytreError`: an `AbortError` where
   * `abort()` was given no other, a `TimeoutError` where the signal is one of `AbortSignal.timeout`.
   */
  readonly signal?: AbortSignal;
  /** As of the client, for this question. */
  readonly language?: Language;
}

/** What comes after the document: the variables may be left out where the operation needs none. */
export type Rest<Variables> =
  Record<string, never> extends Variables
    ? [variables?: Variables | undefined, options?: QueryOptions]
    : [variables: Variables, options?: QueryOptions];

/** What asks an API, made by `createClient`. */
export interface Client {
  /**
   * Answers an operation: one of `operations`, or any other typed document.
   * @throws CaytreError where the answer has errors, even beside data, or there is no answer
   * @throws the reason of the signal, by default an AbortError, where that ended the request
   */
  query<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...rest: Rest<NoInfer<Variables>>
  ): Promise<Result>;
  /** The same for a text in GraphQL, whose types nobody checks. */
  query<Result = unknown>(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    options?: QueryOptions,
  ): Promise<Result>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly ApiError[];
}

/** A client of one API. It holds nothing open and keeps no answers. */
export function createClient(options: ClientOptions): Client {
  const { url, fetch = globalThis.fetch, language, headers } = options;
  /** Operations by whose id the server was asked in vain: it may be of another version. */
  const unknown = new Set<string>();

  async function ask(
    document: { readonly query: string } | { readonly documentId: string },
    variables: unknown,
    chosen: QueryOptions,
  ): Promise<unknown> {
    const accepted = chosen.language ?? language;
    const request: RequestInit = {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(accepted && { 'accept-language': accepted }),
      },
      body: JSON.stringify({ ...document, variables }),
      ...(chosen.signal && { signal: chosen.signal }),
    };
    let status: number | undefined;
    let text: string;
    try {
      const response = await fetch(url, request);
      status = response.status;
      text = await response.text();
    } catch (error) {
      chosen.signal?.throwIfAborted();
      const why = error instanceof Error ? error.message : String(error);
      throw unansweredError('SERVER_UNREACHABLE', { url: String(url), why }, status, error);
    }
    const answer = readAnswer(text);
    if (answer === undefined) {
      throw unansweredError('ANSWER_UNREADABLE', { url: String(url), status }, status);
    }
    const [first, ...more] = answer.errors ?? [];
    if (first !== undefined) throw answeredError([first, ...more], answer.data, status);
    return answer.data;
  }

  async function query(
    document: TypedDocument | string,
    variables?: unknown,
    chosen: QueryOptions = {},
  ): Promise<unknown> {
    if (typeof document === 'string') return ask({ query: document }, variables, chosen);
    const documentId = document.__meta__?.hash;
    if (documentId !== undefined && !unknown.has(documentId)) {
      try {
        return await ask({ documentId }, variables, chosen);
      } catch (error) {
        if (!(error instanceof CaytreError) || error.code !== 'DOCUMENT_UNKNOWN') throw error;
        unknown.add(documentId);
      }
    }
    return ask({ query: print(document) }, variables, chosen);
  }

  return { query: query as Client['query'] };
}

/** An answer of GraphQL has data or errors; anything else is none. */
function readAnswer(text: string): Answer | undefined {
  try {
    const answer = JSON.parse(text) as Answer | null;
    if (answer?.data !== undefined || answer?.errors?.[0]?.message !== undefined) return answer;
  } catch {
    // What is no JSON is no answer either.
  }
  return undefined;
}
