import { ProblemError } from '../../errors/problem.ts';

/** One limit on a request: the variable that sets it, what holds without it, and what it counts. */
export interface Limit {
  readonly variable: string;
  readonly fallback: number;
  /** What is counted, as one says it after a number. */
  readonly unit: string;
  readonly description: string;
}

/**
 * Every limit on a request over HTTP. The defaults let pass what people honestly ask, such as three levels of pages of 20 with
 * their citations, and the introspection of the whole schema; four levels of pages of 100 they refuse.
 */
export const limits = {
  tokens: {
    variable: 'QUERY_TOKENS',
    fallback: 2_000,
    unit: 'tokens',
    description: 'longest document, in lexical tokens',
  },
  nesting: {
    variable: 'QUERY_NESTING',
    fallback: 32,
    unit: 'levels of brackets',
    description:
      'deepest nesting of braces, brackets and parentheses in a document, or in its variables',
  },
  directives: {
    variable: 'QUERY_DIRECTIVES',
    fallback: 25,
    unit: 'directives',
    description: 'most directives in a document',
  },
  depth: {
    variable: 'QUERY_DEPTH',
    fallback: 20,
    unit: 'levels of fields',
    description: 'deepest nesting of fields, fragments included',
  },
  aliases: {
    variable: 'QUERY_ALIASES',
    fallback: 50,
    unit: 'aliases and repeated fields',
    description: 'most fields with an alias or that repeat a field beside them, fragments included',
  },
  fragments: {
    variable: 'QUERY_FRAGMENTS',
    fallback: 30,
    unit: 'fragments',
    description: 'most fragments that a document defines',
  },
  spreads: {
    variable: 'QUERY_SPREADS',
    fallback: 60,
    unit: 'spreads of fragments',
    description: 'most places where fragments are used, inline ones included',
  },
  rootFields: {
    variable: 'QUERY_ROOT_FIELDS',
    fallback: 20,
    unit: 'root fields',
    description: 'most fields at the root of an operation',
  },
  values: {
    variable: 'QUERY_VALUES',
    fallback: 2_000,
    unit: 'values in variables',
    description: 'most values in the variables of a request, those within lists and objects too',
  },
  cost: {
    variable: 'QUERY_COST',
    fallback: 150_000,
    unit: 'points of cost',
    description: 'greatest cost of an operation: about the number of objects that it may give',
  },
  body: {
    variable: 'BODY_SIZE',
    fallback: 256 * 1024,
    unit: 'bytes of body',
    description: 'longest body of a request, in bytes',
  },
  time: {
    variable: 'REQUEST_TIME',
    fallback: 10_000,
    unit: 'milliseconds',
    description: 'longest time that an answer may take, in milliseconds',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

export const limitNames = Object.keys(limits) as readonly LimitName[];

/** What is allowed of each. */
export type Allowed = Readonly<Record<LimitName, number>>;

/** What a request uses of some. */
export type Usage = { readonly [Name in LimitName]?: number };

export const defaultLimits = Object.fromEntries(
  limitNames.map((name) => [name, limits[name].fallback]),
) as Allowed;

/** The problem LIMIT_EXCEEDED, with its figures for programs. */
export class LimitError extends ProblemError {
  readonly limit: {
    readonly name: LimitName;
    readonly allowed: number;
    /** Missing where the server did not read to the end. */
    readonly amount?: number;
  };
  constructor(name: LimitName, allowed: number, amount?: number) {
    const { unit, variable } = limits[name];
    super('LIMIT_EXCEEDED', {
      limit: name,
      amount: amount ?? `more than ${allowed}`,
      unit,
      allowed,
      variable,
    });
    this.limit = { name, allowed, ...(amount !== undefined && { amount }) };
  }
}

/** The first limit that the usage goes beyond. */
export const limitExceeded = (usage: Usage, allowed: Allowed): LimitName | undefined =>
  limitNames.find((name) => (usage[name] ?? 0) > allowed[name]);

/** @throws LimitError of the first limit that the usage goes beyond */
export function checkLimits(usage: Usage, allowed: Allowed): void {
  const name = limitExceeded(usage, allowed);
  if (name !== undefined) throw new LimitError(name, allowed[name], usage[name]);
}

/** What an answer says of its limits: what is allowed of each and, where it was measured, what the request used. */
export const reportLimits = (usage: Usage, allowed: Allowed) =>
  Object.fromEntries(
    limitNames.map((name) => [
      name,
      {
        ...(usage[name] !== undefined && { used: usage[name] }),
        allowed: allowed[name],
      },
    ]),
  );

/** Writes the same as JSON, for each of many answers. */
export function limitsWriter(allowed: Allowed): (usage: Usage) => string {
  const parts = limitNames.map((name, index) => {
    const head = `${index > 0 ? ',' : ''}"${name}":{`;
    const tail = `"allowed":${allowed[name]}}`;
    return { name, head: `${head}"used":`, tail: `,${tail}`, bare: head + tail };
  });
  return (usage) => {
    let text = '{';
    for (const { name, head, tail, bare } of parts) {
      const used = usage[name];
      text += used === undefined ? bare : head + used + tail;
    }
    return `${text}}`;
  };
}
