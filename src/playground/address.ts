import type { Language } from '../pieces/language.ts';

/** What an address of the playground can say: a query, or an operation by its name, with variables, and the language. */
export interface Shared {
  readonly query?: string | undefined;
  readonly operation?: string | undefined;
  /** JSON, as it stands in the editor. */
  readonly variables?: string | undefined;
  readonly lang?: Language | undefined;
}

/** Reads the parameters of an address, and those after its `#`, which come first. */
export function readAddress({ search, hash }: Pick<URL, 'search' | 'hash'>): Shared {
  const sources = [new URLSearchParams(hash.replace(/^#/, '')), new URLSearchParams(search)];
  const read = (name: string): string | undefined =>
    sources.map((source) => source.get(name)).find((value) => value !== null && value !== '') ??
    undefined;
  const lang = read('lang');
  const isShared = sources[0]!.has('query') || sources[0]!.has('operation');
  // A query after the `#` is not to get the variables of an operation before it.
  const own = (name: string): string | undefined =>
    isShared ? (sources[0]!.get(name) ?? undefined) : read(name);
  return {
    query: own('query'),
    operation: own('operation'),
    variables: own('variables'),
    lang: lang === 'vi' || lang === 'en' ? lang : undefined,
  };
}

/**
 * The address, relative to the host, that `readAddress` reads as the same. All of it stands after the `#`: a long query is no
 * burden to the server, and nobody logs it.
 */
export function writeAddress({ query, operation, variables, lang }: Shared): string {
  const parameters = new URLSearchParams();
  const write = (name: string, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== '') parameters.set(name, value);
  };
  if (query === undefined) write('operation', operation);
  else write('query', query);
  write('variables', variables);
  write('lang', lang);
  return `/playground#${parameters}`;
}

/** Variables as people read them; what is no JSON stays as it is. */
export function tidyVariables(variables: string): string {
  try {
    return JSON.stringify(JSON.parse(variables), null, 2);
  } catch {
    return variables;
  }
}
