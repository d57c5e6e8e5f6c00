import { ProblemError } from '../../errors/problem.ts';

/** One setting: its variable, what it does, and how its text is read. */
export interface Setting<Value> {
  readonly variable: string;
  readonly description: string;
  /** What holds when it is not given, in words where the text itself would not say it. */
  readonly fallback: string;
  /** @throws ProblemError SETTING_INVALID */
  readonly read: (text: string) => Value;
  /** What holds when it is not given; else that is what `fallback` reads as. */
  readonly unset?: () => Value;
}

/** Keeps the type of what each setting is read as. */
export const setting = <Value>(given: Setting<Value>): Setting<Value> => given;

/** A setting's text as its value, or what would do. */
export type Reader<Value> = (variable: string) => (text: string) => Value;

const invalid = (variable: string, value: string, expected: string): ProblemError =>
  new ProblemError('SETTING_INVALID', { variable, value, expected });

/** Reads by a function that gives `undefined` for what will not do. */
export const reader =
  <Value>(expected: string, read: (text: string) => Value | undefined): Reader<Value> =>
  (variable) =>
  (text) => {
    const value = read(text);
    if (value === undefined) throw invalid(variable, text, expected);
    return value;
  };

export const wholeNumber = (least: number, greatest: number): Reader<number> =>
  reader(`a whole number from ${least} to ${greatest}`, (text) => {
    const number = Number(text);
    return /^\d+$/.test(text) && number >= least && number <= greatest ? number : undefined;
  });

export const flag: Reader<boolean> = reader('true or false', (text) =>
  text === 'true' || text === 'false' ? text === 'true' : undefined,
);

export const text: Reader<string> = reader('some text', (given) => given);
