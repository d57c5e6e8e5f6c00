import type { Allowed } from '../graphql/limits/limits.ts';
import { accessSettings } from './settings/access.ts';
import { answerSettings } from './settings/answers.ts';
import { dataSettings } from './settings/data.ts';
import { eventSettings } from './settings/events.ts';
import { documentSettings, limitSettings, limitsOf } from './settings/limits.ts';
import { type LogLevel, logSettings } from './settings/log.ts';
import { networkSettings } from './settings/network.ts';
import { overloadSettings } from './settings/overload.ts';
import { reloadSettings } from './settings/reload.ts';
import type { Setting } from './settings/setting.ts';
import { watchingSettings } from './settings/watching.ts';
import { workerSettings } from './settings/workers.ts';

/** Everything that the program reads from its environment; `caytre serve --help` prints this list. */
export const settings = {
  ...networkSettings,
  ...workerSettings,
  ...accessSettings,
  ...dataSettings,
  ...answerSettings,
  ...logSettings,
  ...documentSettings,
  ...reloadSettings,
  ...eventSettings,
  ...limitSettings,
  ...overloadSettings,
  ...watchingSettings,
};

type Settings = typeof settings;
type Values = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer Value> ? Value : never;
};

export interface Configuration
  extends Omit<Values, keyof typeof limitSettings | keyof typeof logSettings> {
  readonly logLevel: LogLevel;
  /** How much of each thing a request may use. */
  readonly limits: Allowed;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line gives goes before the environment. */
export type Overrides = { readonly [name in keyof Settings]?: string | undefined };

/**
 * Reads the configuration; an empty variable counts as absent.
 * @throws ProblemError SETTING_INVALID
 */
export function readConfiguration(
  environment: Environment = process.env,
  overrides: Overrides = {},
): Configuration {
  const read = (name: keyof Settings): unknown => {
    const { variable, fallback, ...own }: Setting<unknown> = settings[name];
    const given = overrides[name] ?? (environment[variable] || undefined);
    if (given !== undefined) return own.read(given);
    return own.unset === undefined ? own.read(fallback) : own.unset();
  };
  const values = Object.fromEntries(
    (Object.keys(settings) as (keyof Settings)[]).map((name) => [name, read(name)]),
  ) as unknown as Values;
  const rest = Object.fromEntries(
    Object.entries(values).filter(([name]) => !(name in limitSettings) && !(name in logSettings)),
  ) as Omit<Values, keyof typeof limitSettings | keyof typeof logSettings>;
  return {
    ...rest,
    logLevel: values.logLevel ?? (values.nodeEnvironment === 'development' ? 'debug' : 'info'),
    limits: limitsOf(values),
  };
}
