import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../dist/bundle/main.js', import.meta.url));
const realData = fileURLToPath(new URL('../../graph-data', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-cli-'));
});
/** Programs that a failing test leaves behind end with the tests. */
const running = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      CACHE_FOLDER: join(folder, 'cache'),
      PORT: '0',
      LOG_LEVEL: 'warn',
      GRAPH_DATA: '',
      ...environment,
    },
  });
  running.add(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, out, err });
    });
  });
  return { child, ended, printed: () => out };
}

const run = (args: readonly string[], environment?: Record<string, string>): Promise<Ended> => {
  const { child, ended } = start(args, environment);
  child.stdin.end();
  return ended;
};

/** A copy of the data with a change to one of its files. */
async function dataWith(file: string, change: (text: string) => string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'data-'));
  await cp(realData, copy, { recursive: true });
  const path = join(copy, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
  return copy;
}

const commands = ['serve', 'validate', 'format', 'verify', 'coverage', 'stats', 'query'];

describe('help', () => {
  it('lists every command', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  it.each(commands)('is there for %s', async (command) => {
    const { code, out } = await run([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: caytre ${command}`);
  });

  it('of serve lists every setting of the environment', async () => {
    const { out } = await run(['serve', '--help']);
    for (const variable of [
      'HOST',
      'PORT',
      'GRAPH_DATA',
      'CACHE_FOLDER',
      'LOG_LEVEL',
      'NODE_ENV',
    ]) {
      expect(out).toContain(variable);
    }
  });

  it('has the version of the package beside it', async () => {
    const { version } = JSON.parse(await readFile(join(realData, '../package.json'), 'utf8'));
    expect(await run(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it('is pointed to when a command is misspelled, with what was meant', async () => {
    const { code, err } = await run(['validat']);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean validate?');
  });
});

describe('validate', () => {
  it('passes the data that comes with the program', async () => {
    const { code, out } = await run(['validate']);
    expect(out).toMatch(
      /^The data is right: \d+ entities, \d+ statements, version [0-9a-f]{12}\.\n$/,
    );
    expect(code).toBe(0);
  });

  it('tells every problem with its place, uncoloured where no terminal is, and ends with 1', async () => {
    const data = await dataWith('entities/person.yaml', (text) =>
      text.replace('id: person:bui-thanh-son', 'id: person:bui-thanh-sơn'),
    );
    const { code, out, err } = await run(['validate', '--data', data]);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^entities\/person\.yaml:\d+:\d+ {2}[A-Z_]+ {2}/m);
    expect(err).toMatch(/^sources\/.+Did you mean|REFERENCE/m);
    expect(err).not.toContain('\u001b[');
  });

  it('gives JSON to programs', async () => {
    const data = await dataWith('entities/person.yaml', (text) => `${text}surprise: 1\n`);
    const { code, out } = await run(['validate', '--json', '--data', data]);
    expect(code).toBe(1);
    const answer = JSON.parse(out) as { ok: boolean; problems: { where: { file: string } }[] };
    expect(answer.ok).toBe(false);
    expect(answer.problems[0]!.where).toMatchObject({ file: 'entities/person.yaml' });
  });

  it('says what is wrong with a folder that is not there', async () => {
    const { code, err } = await run(['validate', '--data', join(folder, 'nowhere')]);
    expect(code).toBe(1);
    expect(err).toContain('FOLDER_UNREADABLE');
  });
});

describe('format', () => {
  it('finds nothing to change in the data that comes with the program', async () => {
    expect(await run(['format', '--check'])).toMatchObject({ code: 0, out: '' });
  });

  it('names what would change, changes it, and then finds no more', async () => {
    const data = await dataWith('entities/venue.yaml', (text) => `${text}\n\n`);
    const check = ['format', '--check', '--data', data];
    expect(await run(check)).toMatchObject({ code: 1, out: 'entities/venue.yaml\n' });
    expect(await run(['format', '--data', data])).toMatchObject({ code: 0 });
    expect(await run(check)).toMatchObject({ code: 0 });
    expect(await readFile(join(data, 'entities/venue.yaml'), 'utf8')).toBe(
      await readFile(join(realData, 'entities/venue.yaml'), 'utf8'),
    );
  });
});

const nameOfJapan = '{ entity(id: "country:jpn") { name } }';
const howMade = '{ dataset { analytics { exact } } }';

describe('query', () => {
  it('answers without a server, in the language asked for', async () => {
    const { code, out } = await run(['query', '--language', 'en', nameOfJapan]);
    expect(JSON.parse(out)).toEqual({ data: { entity: { name: 'Japan' } } });
    expect(code).toBe(0);
  });

  it('takes variables, and the query from standard input', async () => {
    const { child, ended } = start(['query', '-', '--variables', '{"id":"country:jpn"}']);
    child.stdin.end('query ($id: ID!) { entity(id: $id) { name } }');
    expect(JSON.parse((await ended).out)).toEqual({ data: { entity: { name: 'Nhật Bản' } } });
  });

  it('computes analytics when they are asked for', async () => {
    const { code, out } = await run(['query', howMade]);
    expect(JSON.parse(out)).toEqual({ data: { dataset: { analytics: { exact: true } } } });
    expect(code).toBe(0);
  });

  it('ends with 1 when the answer has errors, and with 2 when the variables are no object', async () => {
    const wrong = await run(['query', '{ nothing }']);
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out)).toHaveProperty('errors');
    const unread = await run(['query', nameOfJapan, '--variables', '[1']);
    expect(unread.code).toBe(2);
    expect(unread.err).toContain('VARIABLES_INVALID');
  });
});

describe('query --operation', () => {
  it('asks what comes with the program, with its example or with other variables', async () => {
    const name = ['query', '--operation', 'FindEntities', '--language', 'en'];
    const example = await run(name);
    expect(example.code).toBe(0);
    expect(example.out).toContain('"person:bui-thanh-son"');
    const other = await run([...name, '--variables', '{"query":"nhat ban","first":1}']);
    expect(JSON.parse(other.out)).toMatchObject({
      data: { search: { edges: [{ node: { id: 'country:jpn', name: 'Japan' } }] } },
    });
  });

  it('is one of those that are listed', async () => {
    const list = async (language: string) => (await run(['query', '--list', '-l', language])).out;
    expect(await list('en')).toMatch(/^NineDirections +What are the nine directions/m);
    expect(await list('vi')).toMatch(/^NineDirections +Chín phương hướng/m);
    const unknown = await run(['query', '--operation', 'NineDirection']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('OPERATION_UNKNOWN');
    expect(unknown.err).toContain('Did you mean "NineDirections"?');
  });

  it.each([[[]], [[nameOfJapan, '--operation', 'NineDirections']]])(
    'stands in place of a query, not beside it or neither: %j',
    async (args) => {
      const { code, err } = await run(['query', ...args]);
      expect(code).toBe(2);
      expect(err).toContain('give either a query or --operation');
    },
  );
});

describe('a cache that cannot be written', () => {
  it.each([['query', nameOfJapan], ['stats'], ['coverage', '--articles', realData]])(
    'is told by %s, which does its work all the same',
    async (...args) => {
      const { out, err } = await run(args, { CACHE_FOLDER: join(program, 'no-folder') });
      expect(err).toContain('CACHE_UNWRITABLE');
      expect(out).not.toBe('');
    },
  );
});

describe('stats', () => {
  it('counts the same for people and for programs', async () => {
    const [people, programs] = await Promise.all([run(['stats']), run(['stats', '--json'])]);
    const { counts, statementsBySource } = JSON.parse(programs.out) as {
      counts: { statements: number };
      statementsBySource: { key: string }[];
    };
    expect(people.out).toMatch(new RegExp(`^statements +${counts.statements}$`, 'm'));
    expect(statementsBySource).toHaveLength(5);
    expect([people.code, programs.code]).toEqual([0, 0]);
  });
});

describe('verify and coverage', () => {
  it.each(['verify', 'coverage'])(
    '%s says that the folder of articles is missing',
    async (command) => {
      const none = await run([command]);
      expect(none.code).toBe(2);
      expect(none.err).toContain('--articles');
      const { code, err } = await run([command, '--articles', join(folder, 'nowhere')]);
      expect(code).toBe(2);
      expect(err).toContain('ARTICLES_FOLDER_UNREADABLE');
    },
  );

  it('fails where a text does not say what is cited', async () => {
    const articles = await mkdtemp(join(folder, 'articles-'));
    await writeFile(join(articles, '000_48bfeac794c30bbb.txt'), 'Một đoạn khác.\n'.repeat(10));
    const verified = await run(['verify', '--articles', articles]);
    expect(verified.code).toBe(1);
    expect(verified.err).toContain('EVIDENCE_NOT_FOUND');
    expect(verified.out).toMatch(/^terms +0 of \d+ verified \(0 %\)$/m);
    const covered = await run(['coverage', '--json', '--articles', articles]);
    expect(JSON.parse(covered.out)).toHaveProperty('tallies.name.found');
    expect(covered.code).toBe(1);
  });
});

describe('serve', () => {
  it('prints its address when it answers, and ends with 0 when told to stop', async () => {
    const { child, ended, printed } = start(['serve']);
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => {
        if (printed().includes('\n')) resolve();
      });
    });
    const address = printed().match(/^Cây Tre answers at (http:\/\/127\.0\.0\.1:\d+)\n$/)![1]!;
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('computes analytics in a thread beside', async () => {
    const { child, ended, printed } = start(['serve'], { LOG_LEVEL: 'info' });
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => {
        if (printed().includes('\n')) resolve();
      });
    });
    const [address] = printed().match(/http:\S+/)!;
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: howMade }),
    });
    expect(await response.json()).toMatchObject({
      data: { dataset: { analytics: { exact: true } } },
    });
    child.kill('SIGTERM');
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(err).toContain('"msg":"analytics computed"');
  });

  it('ends with 0 even when told to stop as soon as it prints its address', async () => {
    const { child, ended } = start(['serve']);
    child.stdout.once('data', () => child.kill('SIGTERM'));
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('lets its options go before the environment', async () => {
    // The environment alone would fail: no such port, no such folder.
    const { child, ended, printed } = start(
      ['serve', '--port', '0', '--host', 'localhost', '--data', realData],
      { PORT: 'many', HOST: '192.0.2.1', GRAPH_DATA: join(folder, 'nowhere') },
    );
    await new Promise<void>((resolve) => {
      child.stdout.on('data', () => {
        if (printed().includes('\n')) resolve();
      });
    });
    expect(printed()).toMatch(/^Cây Tre answers at http:\/\/(127\.0\.0\.1|\[::1\]):\d+\n$/);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('serves nothing while the data has problems', async () => {
    const data = await dataWith('ontology.yaml', (text) => text.replace('kinds:', 'kidns:'));
    const { code, out, err } = await run(['serve'], { GRAPH_DATA: data });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Nothing is served');
  });

  it('says which setting is wrong', async () => {
    const { code, err } = await run(['serve'], { PORT: 'many' });
    expect(code).toBe(2);
    expect(err).toContain('SETTING_INVALID');
  });
});

describe('every command', () => {
  it('ends quietly when its reader goes away', async () => {
    const { child, ended } = start(['stats']);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});
