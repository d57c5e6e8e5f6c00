import { CaytreError, type ClientCode } from '../client/index.ts';
import type { Ask } from '../pieces/ask.ts';
import type { Language } from '../pieces/language.ts';
import type { SettingProblem, Settings } from '../pieces/settings.ts';
import type { LoadedPiece } from './load-piece.ts';
import { words } from './words.ts';

/** What went wrong, as people are told of it and as `caytre-error` tells it to the page. */
export interface Trouble {
  readonly message: string;
  readonly code: string;
  /** How to put the matter right. */
  readonly mend: string;
}

/** An attribute that was given and is none that the element takes. */
export interface AttributeProblem extends Omit<SettingProblem, 'setting'> {
  readonly setting: string;
}

/** What an element has to show. */
export type State =
  | { readonly phase: 'loading' }
  | { readonly phase: 'wrong'; readonly problems: readonly AttributeProblem[] }
  | { readonly phase: 'failed'; readonly trouble: Trouble }
  | {
      readonly phase: 'shown';
      readonly loaded: LoadedPiece;
      readonly answer: unknown;
      /** What the answer is to: newer settings may have been asked for since. */
      readonly settings: Settings;
      /** Which ids of entities in the settings the graph does not know; looked for only where there is nothing to show. */
      readonly unknown: readonly string[];
      /** How more is asked of the same server. */
      readonly ask: Ask;
      readonly renewing: boolean;
      /** Why the newer settings have no answer. */
      readonly trouble?: Trouble | undefined;
    };

/** What is thrown where a script of ours could not be loaded. */
export class ScriptError extends Error {}

/** Words for whatever was thrown while a piece was loaded. */
export function explain(error: unknown, language: Language): Trouble {
  const say = words[language];
  if (error instanceof ScriptError) {
    const code: ClientCode = 'SCRIPT_UNREACHABLE';
    return { message: say.scriptFailed, code, mend: say.scriptMend };
  }
  if (error instanceof CaytreError) {
    const { code, mend } = error;
    const message = code === 'SERVER_UNREACHABLE' ? say.unreachable : error.message;
    return { message, code, mend: code === 'SERVER_UNREACHABLE' ? say.scriptMend : mend };
  }
  const message = error instanceof Error ? error.message : String(error);
  const code: ClientCode = 'ERROR_UNEXPLAINED';
  return { message, code, mend: say.scriptMend };
}
