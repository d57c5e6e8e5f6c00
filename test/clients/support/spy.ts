/** What a client sent, as far as a test looks at it. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  /** What the body says; nothing where there is none. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal | null | undefined;
}

/** The platform's `fetch`, and what went through it. */
export function spy(): { readonly sent: Sent[]; readonly fetch: typeof fetch } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (input, init = {}) => {
      const { method = 'GET', body, signal } = init;
      sent.push({
        method,
        url: new URL(String(input)),
        body: JSON.parse(String(body ?? '{}')),
        signal,
      });
      return fetch(input, init);
    },
  };
}
