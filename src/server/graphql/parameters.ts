/** What a request of GraphQL over HTTP says of its document and for it, before anybody has checked it. */
export interface DocumentParameters {
  readonly query?: unknown;
  /** The name of an operation, or `sha256:` and a hash, as the draft of persisted documents has it. */
  readonly documentId?: unknown;
  /** `extensions.persistedQuery.sha256Hash`, as Apollo's clients send it. */
  readonly hash?: unknown;
  readonly variables?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hashOf = (extensions: unknown): unknown =>
  isFields(extensions) && isFields(extensions.persistedQuery)
    ? extensions.persistedQuery.sha256Hash
    : undefined;

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    // Whoever reads the parameters in earnest says so.
    return {};
  }
};

/** The parameters of a body; of one that is no object there are none. */
export const fromBody = (body: unknown): DocumentParameters =>
  isFields(body)
    ? {
        query: body.query,
        documentId: body.documentId,
        hash: hashOf(body.extensions),
        variables: body.variables,
      }
    : {};

export function fromSearch(search: string): DocumentParameters {
  const fields = new URLSearchParams(search);
  const field = (name: string): string | undefined => fields.get(name) ?? undefined;
  return {
    query: field('query'),
    documentId: field('documentId'),
    hash: hashOf(parsed(fields.get('extensions'))),
    variables: parsed(fields.get('variables')),
  };
}

/** The same body with the text of its document. */
export const bodyWith = (body: unknown, query: string): unknown => ({ ...(body as Fields), query });

export function searchWith(search: string, query: string): string {
  const fields = new URLSearchParams(search);
  fields.set('query', query);
  return `?${fields}`;
}
