import type { Problem } from '../../errors/problem.ts';
import type { ReloadOutcome } from './reloader.ts';

/** How many problems the public surface tells. */
const TOLD = 20;

/** What anybody may know of the last reload. */
export interface ToldReload {
  readonly at: string;
  readonly outcome: ReloadOutcome['outcome'];
  readonly problems: readonly Pick<Problem, 'code' | 'message' | 'mend' | 'where'>[];
  /** How many problems there are. */
  readonly problemCount: number;
}

/**
 * The outcome without what only those who run the server are to know: where on its disk the folders lie. Files are named
 * relative to the folder of the data as it is.
 */
export function told(
  { at, outcome, problems, leftOut }: ReloadOutcome,
  folders: readonly string[],
): ToldReload {
  const hide = (text: string): string =>
    folders.reduce((hidden, folder) => hidden.replaceAll(folder, '…'), text);
  return {
    at: at.toISOString(),
    outcome,
    problems: problems.slice(0, TOLD).map(({ code, message, mend, where }) => ({
      code,
      message: hide(message),
      mend: hide(mend),
      where,
    })),
    problemCount: problems.length + leftOut,
  };
}
