import { ProblemError } from '../errors/problem.ts';
import { sha256 } from '../util/hash.ts';
import { suggest } from '../util/suggestions.ts';

/** A question that comes with the program: it can be asked by its name or hash, without its text. */
export interface NamedOperation {
  readonly name: string;
  /** What it asks. */
  readonly description: { readonly en: string; readonly vi: string };
  readonly document: string;
  /** An example of its variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** SHA-256 of `document`, 64 hexadecimal digits. */
  readonly hash: string;
}

export interface Operations {
  /** In the order of their names. */
  readonly all: readonly NamedOperation[];
  readonly byName: (name: string) => NamedOperation | undefined;
  readonly byHash: (hash: string) => NamedOperation | undefined;
  /** The name nearest to one that is not there. */
  readonly near: (name: string) => string | undefined;
}

export function createOperations(operations: readonly NamedOperation[]): Operations {
  const byName = new Map(operations.map((operation) => [operation.name, operation]));
  const byHash = new Map(operations.map((operation) => [operation.hash, operation]));
  return {
    all: operations,
    byName: (name) => byName.get(name),
    byHash: (hash) => byHash.get(hash.toLowerCase()),
    near: (name) => suggest(name, byName.keys()),
  };
}

/**
 * Reads an operation from its file `<Name>.graphql`: comment lines `# en: …` and `# vi: …`, with `# variables: {…}` where it has
 * variables, then one query of that name. That it is one, and in GraphQL, is for `src/generate.js` to find: to parse them all
 * would make every start slower.
 * @throws ProblemError OPERATION_INVALID
 */
export function readOperation(file: string, text: string): NamedOperation {
  const refuse = (why: string): ProblemError =>
    new ProblemError('OPERATION_INVALID', { file, why });
  const lines = text.split('\n');
  const start = lines.findIndex((line) => !line.startsWith('#'));
  const comments = new Map<string, string>();
  for (const line of lines.slice(0, start)) {
    const [, key, value] = /^# (en|vi|variables): (.+)$/.exec(line) ?? [];
    if (key === undefined) throw refuse(`the comment "${line}" is not one of en, vi and variables`);
    comments.set(key, value!);
  }
  const comment = (key: string): string => {
    const value = comments.get(key);
    if (value === undefined) throw refuse(`it has no comment "${key}"`);
    return value;
  };
  const document = lines.slice(start).join('\n').trim();
  const name = file.replace(/\.graphql$/, '');
  if (/^query (\w+)/.exec(document)?.[1] !== name) throw refuse(`its query is not named ${name}`);
  return {
    name,
    description: { en: comment('en'), vi: comment('vi') },
    document,
    variables: readVariables(comments.get('variables') ?? '{}', refuse),
    hash: sha256(document),
  };
}

function readVariables(
  text: string,
  refuse: (why: string) => ProblemError,
): NamedOperation['variables'] {
  try {
    return JSON.parse(text) as NamedOperation['variables'];
  } catch {
    throw refuse('its variables are not JSON');
  }
}
