import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse, print } from 'graphql';
import { expect, it } from 'vitest';
import { packagePath } from '../../src/server/package.ts';
import { documentOf } from '../../src/server/schema.ts';
import { definition } from '../graphql/support/schema.ts';

const text = 'type Query { nothing: Boolean }';
const elsewhere = parse('type Query { elsewhere: Boolean }', { noLocation: true });
const parsedOf = (of: string): string =>
  JSON.stringify({ sha256: createHash('sha256').update(of).digest('hex'), document: elsewhere });

it('takes a schema as it was parsed before, when it was parsed from the same text', () => {
  expect(print(documentOf(text, parsedOf(text)))).toBe(print(elsewhere));
  for (const parsed of [undefined, parsedOf(`${text}\n`)]) {
    expect(print(documentOf(text, parsed))).toBe(print(parse(text)));
  }
});

it('the build leaves the schema parsed', async () => {
  const file = packagePath('dist/bundle/schema.json');
  expect(existsSync(file)).toBe(true);
  const parsed = await readFile(file, 'utf8');
  const { sha256 } = JSON.parse(parsed) as { sha256: string };
  expect(sha256).toBe(createHash('sha256').update(definition).digest('hex'));
  expect(print(documentOf(definition, parsed))).toBe(print(parse(definition)));
});
