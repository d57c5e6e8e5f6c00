import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CodeEntry } from '../../src/errors/codes/entry.ts';
import { graphQLCodes } from '../../src/errors/codes/graphql.ts';
import { ProblemError, problem } from '../../src/errors/problem.ts';
import { registry } from '../../src/errors/registry.ts';

const entries: readonly (readonly [string, CodeEntry])[] = Object.entries(registry);
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe('the registry', () => {
  test('is in the order of areas and codes', () => {
    const keys = entries.map(([code, { area }]) => `${area} ${code}`);
    expect(keys).toEqual([...keys].sort());
  });

  test.each(entries)('%s says what is wrong and how to mend it, in sentences', (code, entry) => {
    expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    expect(entry.message).toMatch(/^["{A-Z].*\.$/);
    expect(entry.mend).toMatch(/^(?:[A-Z{].*[.}]|\{advice\}|Quote it: .*)$/);
  });
});

describe('the page of codes', () => {
  const page = readFileSync(folder('../../src/errors/codes.md'), 'utf8');
  const titles = {
    data: 'Data',
    api: 'Questions to the API',
    client: 'The client',
    run: 'Running',
  };

  test.each(Object.entries(titles))(
    'has every code of the area %s, and no other, in order',
    (area, title) => {
      const section = page.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
      const documented = [...section.matchAll(/^### (.*)$/gm)].map(([, code]) => code);
      expect(documented).toEqual(
        entries.filter(([, entry]) => entry.area === area).map(([code]) => code),
      );
    },
  );

  test('has every code that GraphQL itself gives, and no other, in order', () => {
    const section = page.split(/^## /m).find((part) => part.startsWith('From GraphQL itself\n'));
    const documented = [...(section ?? '').matchAll(/^### (.*)$/gm)].map(([, code]) => code);
    expect(documented).toEqual([...graphQLCodes]);
  });

  test.each([...entries.map(([code]) => code), ...graphQLCodes])(
    'says something about %s',
    (code) => {
      const text = page.split(`### ${code}\n`)[1]?.split(/^##/m)[0]?.trim() ?? '';
      expect(text).toMatch(/^[A-Z`].{20,}\.$/s);
    },
  );
});

describe('every code of data', () => {
  const sources = readdirSync(folder('..'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('errors'))
    .map((path) => readFileSync(join(folder('..'), path), 'utf8'));

  test.each(entries.filter(([, { area }]) => area === 'data').map(([code]) => code))(
    '%s is seen in a test',
    (code) => {
      const word = new RegExp(`\\b${code}\\b`);
      expect(sources.some((source) => word.test(source))).toBe(true);
    },
  );
});

describe('a problem', () => {
  test('has its parameters filled in, and a suggestion before the way to mend it', () => {
    expect(
      problem('KIND_UNKNOWN', { kind: 'persn' }, { file: 'a.yaml', line: 2 }, '"person"'),
    ).toEqual({
      code: 'KIND_UNKNOWN',
      message: 'The ontology has no kind "persn".',
      mend: 'Did you mean "person"? Mend the name, or add the kind to ontology.yaml.',
      where: { file: 'a.yaml', line: 2 },
    });
  });

  test('can be thrown', () => {
    const error = new ProblemError('FILE_EMPTY');
    expect(error.message).toBe('The file holds nothing.');
    expect(error.problem.where).toEqual({});
  });
});
