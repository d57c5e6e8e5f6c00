import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../errors/problem.ts';
import { type Allowed, type LimitName, limitNames, limits } from '../graphql/limits/limits.ts';

/** One setting: its variable, what it does and what holds when it is not given. */
export interface Setting {
  readonly variable: string;
  readonly description: string;
  readonly fallback: string;
}

const limitSettings = Object.fromEntries(
  limitNames.map((name) => {
    const { variable, description, fallback } = limits[name];
    return [name, { variable, description, fallback: String(fallback) }];
  }),
) as Record<LimitName, Setting>;

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
  publicUrl: {
    variable: 'PUBLIC_URL',
    description:
      'address by which people reach the server, such as https://example.org; for links that leave it',
    fallback: 'the host that a request names',
  },
  frameAncestors: {
    variable: 'FRAME_ANCESTORS',
    description:
      'which pages may hold pieces in frames: * for all, none, or origins with spaces between them',
    fallback: '*',
  },
  trustedDocumentsOnly: {
    variable: 'TRUSTED_DOCUMENTS_ONLY',
    description: 'true refuses every document but the operations of /operations.json',
    fallback: 'false',
  },
  ...limitSettings,
} as const satisfies Record<string, Setting>;

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly graphData: string;
  readonly cacheFolder: string;
  readonly logLevel: LogLevel;
  /** The origin in addresses that leave the server, without a slash at its end; that of each request when not set. */
  readonly publicUrl: string | undefined;
  /** The sources of `frame-ancestors` for what is made to be held in frames. */
  readonly frameAncestors: readonly string[];
  /** Whether only the operations that come with the program are run. */
  readonly trustedDocumentsOnly: boolean;
  /** How much of each thing a request may use. */
  readonly limits: Allowed;
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

function readNumber(variable: string, text: string, least: number, greatest: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > greatest) {
    throw new ProblemError('SETTING_INVALID', {
      variable,
      value: text,
      expected: `a whole number from ${least} to ${greatest}`,
    });
  }
  return number;
}

function readSwitch(variable: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ProblemError('SETTING_INVALID', { variable, value: text, expected: 'true or false' });
}

function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !/[?#@]/.test(text);
  if (isOrigin) return url.origin;
  throw new ProblemError('SETTING_INVALID', {
    variable: settings.publicUrl.variable,
    value: text,
    expected: 'http:// or https:// and a host, without a path',
  });
}

/** A source of a content security policy: a scheme, or a host with perhaps a scheme, a port and a first part that is any. */
const FRAME_ANCESTOR =
  /^(?:https?:|(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d+|\*))?)$/i;

function readFrameAncestors(text: string): readonly string[] {
  if (text === '*' || text === 'none') return [text === '*' ? text : "'none'"];
  const sources = text.split(/[\s,]+/).filter((source) => source !== '');
  if (sources.length > 0 && sources.every((source) => FRAME_ANCESTOR.test(source))) {
    return ["'self'", ...sources];
  }
  throw new ProblemError('SETTING_INVALID', {
    variable: settings.frameAncestors.variable,
    value: text,
    expected: '*, none, or origins such as https://example.org with spaces between them',
  });
}

/** The parser of documents recurses, so that nesting has a bound however generous the limit. */
const GREATEST_NESTING = 500;
/** The greatest delay that a timer can have, and enough for all that is counted. */
const GREATEST_LIMIT = 2 ** 31 - 1;

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
  const publicUrl = given('publicUrl');
  return {
    host: given('host') ?? settings.host.fallback,
    port: readNumber(settings.port.variable, given('port') ?? settings.port.fallback, 0, 65_535),
    graphData: given('graphData') ?? packagePath('graph-data'),
    cacheFolder: given('cacheFolder') ?? packagePath('.cache'),
    logLevel: readLogLevel(
      given('logLevel') ?? (given('nodeEnvironment') === 'development' ? 'debug' : 'info'),
    ),
    publicUrl: publicUrl === undefined ? undefined : readPublicUrl(publicUrl),
    frameAncestors: readFrameAncestors(given('frameAncestors') ?? settings.frameAncestors.fallback),
    trustedDocumentsOnly: readSwitch(
      settings.trustedDocumentsOnly.variable,
      given('trustedDocumentsOnly') ?? settings.trustedDocumentsOnly.fallback,
    ),
    limits: Object.fromEntries(
      limitNames.map((name) => [
        name,
        readNumber(
          limits[name].variable,
          given(name) ?? settings[name].fallback,
          1,
          name === 'nesting' ? GREATEST_NESTING : GREATEST_LIMIT,
        ),
      ]),
    ) as Record<LimitName, number>,
  };
}
