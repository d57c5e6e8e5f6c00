/** What a request of GraphQL over HTTP says of its document and for it, before anybody has checked it. */
export interface DocumentParameters {
  readonly query?: unknown;
  /** The name of an operation, or `sha256:` and a hash, as the draft of persisted documents has it. */
  readonly documentId?: unknown;
  /** `extensions.persistedQuery.sha256Hash`, as Apollo's clients send it. */
  readonly hash?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
  /** Whether a parameter is there twice. */
  readonly isAmbiguous?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hashOf = (extensions: unknown): unknown =>
  isFields(extensions) && isFields(extensions.persistedQuery)
    ? extensions.persistedQuery.sha256Hash
    : undefined;

/** What is not JSON stays as it is: whoever reads the parameters in earnest says so. */
const parsed = (text: string | null): unknown => {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
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
        operationName: body.operationName,
        extensions: body.extensions,
      }
    : {};

export function fromSearch(search: string): DocumentParameters {
  const fields = new URLSearchParams(search);
  const field = (name: string): string | undefined => fields.get(name) ?? undefined;
  const extensions = parsed(fields.get('extensions'));
  return {
    query: field('query'),
    documentId: field('documentId'),
    hash: hashOf(extensions),
    variables: parsed(fields.get('variables')),
    operationName: field('operationName'),
    extensions,
    isAmbiguous: new Set(fields.keys()).size < fields.size,
  };
}

/** The same body with the text of its document. */
export const bodyWith = (body: unknown, query: string): unknown => ({ ...(body as Fields), query });

export function searchWith(search: string, query: string): string {
  const fields = new URLSearchParams(search);
  fields.set('query', query);
  return `?${fields}`;
}

/** Parameters in which there is nothing to find fault with, and nothing to be remembered of the document. */
export interface PlainParameters {
  readonly operationName: string | undefined;
  readonly variables: Fields;
}

/** The parameters, where they are plain. */
export function plainParameters({
  query,
  operationName,
  variables,
  extensions,
  isAmbiguous = false,
}: DocumentParameters): PlainParameters | undefined {
  if (isAmbiguous) return;
  if (operationName != null && (typeof operationName !== 'string' || operationName === '')) return;
  if (variables != null && !isFields(variables)) return;
  if (extensions != null && !isFields(extensions)) return;
  const persisted = extensions?.persistedQuery;
  // With a text, a hash is to be remembered; and there is but one version of asking by it.
  if (
    persisted !== undefined &&
    (query != null || !isFields(persisted) || persisted.version !== 1)
  ) {
    return;
  }
  return { operationName: operationName ?? undefined, variables: variables ?? {} };
}
