/**
 * Every code that a problem may have. Codes are API: they are never reused, and `codes.md` documents each
 * (a test holds the two together). A message says what is wrong, `mend` says how to put it right; `{name}` stands for a parameter.
 */
export interface CodeEntry {
  /** Who meets it: someone who edits data, someone who asks the API, or someone who runs the program. */
  readonly area: 'data' | 'api' | 'run';
  readonly message: string;
  readonly mend: string;
}

export const registry = {
  ARGUMENT_OUT_OF_RANGE: {
    area: 'api',
    message: 'The argument "{argument}" is {value}; it must be between {least} and {greatest}.',
    mend: 'Give a value between {least} and {greatest}.',
  },
  ARGUMENTS_CLASH: {
    area: 'api',
    message: 'The arguments {arguments} cannot be given together.',
    mend: '{advice}',
  },
  CURSOR_INVALID: {
    area: 'api',
    message: 'The cursor given as "{argument}" cannot be used: {why}.',
    mend: 'Ask again without it, and page on with the cursors of that answer.',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof registry;
