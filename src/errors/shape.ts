import type { Path } from '../util/path.ts';
import { suggest } from '../util/suggestions.ts';
import type { Report } from './report.ts';

/** Where a reader is in the record, and where it reports. */
export interface Trail {
  /** Grows and shrinks as readers go down and up. */
  readonly path: (string | number)[];
  readonly report: Report;
}

/**
 * Takes from untrusted data what has the right shape. What has not is reported and left out, so that the rest can
 * still be used.
 */
export type Reader<T> = (data: unknown, trail: Trail) => T | undefined;

export interface Field<T> {
  readonly read: Reader<T>;
  readonly required: boolean;
}

/** What `record` gives for its fields: any may be missing, for a mistake is reported and passed over. */
export type Fields<F> = {
  readonly [K in keyof F]?: F[K] extends Field<infer T> ? T | undefined : never;
};

export const required = <T>(read: Reader<T>): Field<T> => ({ read, required: true });
export const optional = <T>(read: Reader<T>): Field<T> => ({ read, required: false });

const named = (path: Path): string => {
  const last = path.at(-1);
  if (typeof last === 'string') return `"${last}"`;
  const list = path.findLast((step) => typeof step === 'string');
  const item = last === undefined ? 'This' : `Item ${last + 1}`;
  return list === undefined ? item : `${item} of "${list}"`;
};

const describe = (data: unknown): string => {
  if (data === null || data === undefined) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a map';
  if (typeof data === 'string')
    return `the text "${data.length > 40 ? `${data.slice(0, 40)}…` : data}"`;
  return `the ${typeof data} ${String(data)}`;
};

/** Reports that a value is of the wrong type; readers answer what it answers. */
export function wrongType(data: unknown, expected: string, { path, report }: Trail): undefined {
  report('TYPE_WRONG', { what: named(path), found: describe(data), expected }, path);
}

const simple =
  <T>(expected: string, is: (data: unknown) => data is T): Reader<T> =>
  (data, trail) =>
    is(data) ? data : wrongType(data, expected, trail);

/** A text that is not empty and neither begins nor ends with white space. */
export const text: Reader<string> = (data, trail) => {
  if (typeof data !== 'string') return wrongType(data, 'a text', trail);
  if (data !== '' && data.trim() === data) return data;
  return wrongType(data, 'a text that is not empty and has no space at its ends', trail);
};

export const boolean = simple(
  'true or false',
  (data): data is boolean => typeof data === 'boolean',
);

export const number = simple('a number', (data): data is number => Number.isFinite(data));

export const integer = simple('a whole number', (data): data is number =>
  Number.isSafeInteger(data),
);

export const count = simple(
  'a whole number from 1',
  (data): data is number => Number.isSafeInteger(data) && (data as number) >= 1,
);

/** Whatever it is; whoever knows what it must be reads it later. */
export const anything: Reader<unknown> = (data) => data;

export function choice<const T extends string>(...words: readonly T[]): Reader<T> {
  return (data, trail) => {
    const found = words.find((word) => word === data);
    if (found !== undefined) return found;
    if (typeof data !== 'string') return wrongType(data, `one of ${words.join(', ')}`, trail);
    trail.report(
      'WORD_UNKNOWN',
      { what: named(trail.path), word: data, words: words.join(', ') },
      trail.path,
      {
        suggestion: () => suggest(data, words),
      },
    );
    return undefined;
  };
}

/** Items keep their positions; one that is wrong is `undefined`. */
export function list<T>(item: Reader<T>): Reader<readonly (T | undefined)[]> {
  return (data, trail) => {
    if (!Array.isArray(data)) return wrongType(data, 'a list', trail);
    return data.map((part: unknown, position) => {
      trail.path.push(position);
      const read = item(part, trail);
      trail.path.pop();
      return read;
    });
  };
}

const isMap = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** A map whose keys are free names. An entry that is wrong has the value `undefined`. */
export function mapOf<T>(value: Reader<T>): Reader<ReadonlyMap<string, T | undefined>> {
  return (data, trail) => {
    if (!isMap(data)) return wrongType(data, 'a map', trail);
    const entries = new Map<string, T | undefined>();
    for (const [key, part] of Object.entries(data)) {
      trail.path.push(key);
      entries.set(key, value(part, trail));
      trail.path.pop();
    }
    return entries;
  };
}

/** A map with fixed keys. `name` says in messages what it is. */
export function record<const F extends Record<string, Field<unknown>>>(
  name: string,
  fields: F,
): Reader<Fields<F>> {
  const known = Object.entries(fields);
  const names = new Set(Object.keys(fields));
  return (data, trail) => {
    if (!isMap(data)) return wrongType(data, `a map (${name})`, trail);
    const { path, report } = trail;
    for (const key of Object.keys(data)) {
      if (names.has(key)) continue;
      const keys = [...names].join(', ');
      report('KEY_UNKNOWN', { key, record: name, keys }, [...path, key], {
        end: 'key',
        suggestion: () => suggest(key, names),
      });
    }
    const result: Record<string, unknown> = {};
    for (const [key, field] of known) {
      if (Object.hasOwn(data, key)) {
        path.push(key);
        result[key] = field.read(data[key], trail);
        path.pop();
      } else if (field.required) {
        report('KEY_MISSING', { key, record: name }, path);
      }
    }
    return result as Fields<F>;
  };
}

/** A text in both languages. */
export const localized = record('a text in both languages', {
  vi: required(text),
  en: required(text),
});
