import { ProblemError } from '../../errors/problem.ts';
import { readSettings, type SettingName, type Settings } from '../../pieces/settings.ts';

/**
 * The settings of a piece in the parameters of an address.
 * @throws ProblemError PARAMETER_INVALID, for the first that is none
 */
export function settingsIn(
  parameters: URLSearchParams,
  defaults: Partial<Settings> = {},
): Settings {
  const { settings, problems } = readSettings(
    (name: SettingName) => parameters.get(name),
    defaults,
  );
  const [problem] = problems;
  if (problem === undefined) return settings;
  throw parameterProblem(problem.setting, problem.value, problem.takes);
}

export const parameterProblem = (parameter: string, value: string, takes: string): ProblemError =>
  new ProblemError('PARAMETER_INVALID', { parameter, value: value.slice(0, 100), takes });

/** A whole number in a parameter, or nothing where that is not given. */
export function wholeIn(
  parameters: URLSearchParams,
  name: string,
  least: number,
  greatest: number,
): number | undefined {
  const text = parameters.get(name)?.trim();
  if (!text) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= greatest) return number;
  throw parameterProblem(name, text, `a whole number from ${least} to ${greatest}`);
}
