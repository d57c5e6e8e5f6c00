import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));
const ontology = fileURLToPath(new URL('../../graph-data/ontology.yaml', import.meta.url));
/** Breaks the file system where a test says so: see the file. */
const breaker = pathToFileURL(fileURLToPath(new URL('breaker.mjs', import.meta.url))).href;

/** A folder that is gone when the test ends. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-fault-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The lines of a file of people, each of whom bears the mark in the name. */
export const people = (mark: string, count = 3): string =>
  Array.from({ length: count }, (_, index) => {
    const name = `${mark} ${index}`;
    return `${JSON.stringify({ id: `person:p${index}`, names: { vi: name, en: name } })}\n`;
  }).join('');

/** Right data of a few people. */
export async function writePeople(folder: string, mark: string, count?: number): Promise<void> {
  await mkdir(join(folder, 'entities'), { recursive: true });
  await copyFile(ontology, join(folder, 'ontology.yaml'));
  await writeFile(join(folder, 'entities/person.jsonl'), people(mark, count));
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Program {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The address that it prints once it answers; rejects when it ends before. */
  readonly address: Promise<string>;
  readonly ended: Promise<Ended>;
  /** What it wrote to standard error until now. */
  readonly said: () => string;
  /** Waits for the first entry of its log that will do, after so many characters of what it said. */
  readonly logged: (does: (entry: Entry) => boolean, after?: number) => Promise<Entry>;
  /** Ends it as a person does. */
  readonly stop: () => Promise<Ended>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever was logged
export type Entry = Record<string, any>;

export interface Start {
  readonly data: string;
  readonly cache: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What the file system is to do in this process. */
  readonly breaks?: string;
  readonly stdio?: StdioOptions;
}

/** Starts the built program; it is gone when the test ends, whatever becomes of the test. */
export function startProgram(start: Start): Program {
  const { data, cache, args = [], environment = {}, breaks, stdio = 'pipe' } = start;
  const child = spawn(process.execPath, [program, 'serve', ...args], {
    env: {
      ...process.env,
      GRAPH_DATA: data,
      CACHE_FOLDER: cache,
      PORT: '0',
      WATCH: 'false',
      LOG_LEVEL: 'info',
      ...environment,
      ...(breaks && { BREAKS: breaks, NODE_OPTIONS: `--import ${breaker}` }),
    },
    stdio,
  });
  let out = '';
  let err = '';
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const address = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const match = /answers at (\S+)\n/.exec(out);
      if (match) resolve(match[1]!);
    });
    void ended.then(({ code, signal }) => reject(new Error(`It ended: ${code ?? signal}. ${err}`)));
  });
  address.catch(() => undefined);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const stop = (): Promise<Ended> => {
    child.kill('SIGTERM');
    return ended;
  };
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const entries = (after: number): Entry[] =>
    err
      .slice(after)
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Entry);
  return {
    child,
    pid: child.pid!,
    address,
    ended,
    said: () => err,
    logged: (does, after = 0) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = entries(after).find(does);
          if (found === undefined) return;
          child.stderr!.off('data', look);
          resolve(found);
        };
        child.stderr!.on('data', look);
        void ended.then(() => reject(new Error(`It ended and never said so: ${err}`)));
        look();
      }),
    stop,
  };
}

/** The names of all people that a server tells of, and the version that it names. */
export async function askNames(
  address: string,
): Promise<{ readonly names: readonly string[]; readonly version: string | null }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: '{ people(first: 50) { edges { node { name(lang: VI) } } } }',
    }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  const { data } = JSON.parse(text) as {
    data: { people: { edges: { node: { name: string } }[] } };
  };
  return {
    names: data.people.edges.map(({ node }) => node.name),
    version: response.headers.get('dataset-version'),
  };
}
