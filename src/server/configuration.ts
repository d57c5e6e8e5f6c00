import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../errors/problem.ts';

/** One setting: its variable, what it does and what holds when it is not given. */
export interface Setting {
  readonly variable: string;
  readonly description: string;
  readonly fallback: string;
}

/** Everything that the program reads from its environment; `caytre serve --help` prints this list. */
export const settings = {
  host: {
    variable: 'HOST',
    description: 'address to listen on',
    fallback: '127.0.0.1',
  },
  port: {
    variable: 'PORT',
    description: 'port to listen on; 0 lets the system choose one',
    fallback: '4000',
  },
  graphData: {
    variable: 'GRAPH_DATA',
    description: 'folder of the graph data',
    fallback: 'the graph-data that comes with the program',
  },
  cacheFolder: {
    variable: 'CACHE_FOLDER',
    description: 'folder for compiled data; safe to delete',
    fallback: '.cache beside the program',
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    description: 'fatal, error, warn, info, debug, trace or silent',
    fallback: 'info; debug when NODE_ENV is development',
  },
  nodeEnvironment: {
    variable: 'NODE_ENV',
    description: 'development makes the log talkative; production and test are the same',
    fallback: 'production',
  },
} as const satisfies Record<string, Setting>;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly graphData: string;
  readonly cacheFolder: string;
  readonly logLevel: LogLevel;
}

/** The folder of the package: the nearest one upwards that says so, for a build may lie deeper than the source. */
const packageFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** A file or folder that comes with the package, wherever that is installed. */
export const packagePath = (name: string): string => join(packageFolder(), name);

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string }).version;

type Environment = Readonly<Record<string, string | undefined>>;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new ProblemError('SETTING_INVALID', {
      variable: settings.port.variable,
      value: text,
      expected: 'a whole number from 0 to 65535',
    });
  }
  return port;
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((known) => known === text.toLowerCase());
  if (level === undefined) {
    throw new ProblemError('SETTING_INVALID', {
      variable: settings.logLevel.variable,
      value: text,
      expected: `one of ${logLevels.join(', ')}`,
    });
  }
  return level;
}

/** What the command line gives goes before the environment. */
export type Overrides = { readonly [name in keyof typeof settings]?: string | undefined };

/**
 * Reads the configuration; an empty variable counts as absent.
 * @throws ProblemError SETTING_INVALID
 */
export function readConfiguration(
  environment: Environment = process.env,
  overrides: Overrides = {},
): Configuration {
  const given = (name: keyof typeof settings): string | undefined =>
    overrides[name] ?? (environment[settings[name].variable] || undefined);
  return {
    host: given('host') ?? settings.host.fallback,
    port: readPort(given('port') ?? settings.port.fallback),
    graphData: given('graphData') ?? packagePath('graph-data'),
    cacheFolder: given('cacheFolder') ?? packagePath('.cache'),
    logLevel: readLogLevel(
      given('logLevel') ?? (given('nodeEnvironment') === 'development' ? 'debug' : 'info'),
    ),
  };
}
