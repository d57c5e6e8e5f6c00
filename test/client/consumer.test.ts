import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  buildSchema,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
} from 'graphql';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../src/server/package.ts';
import { installInto } from '../support/pack.ts';

const run = promisify(execFile);
const schema = buildSchema(readFileSync(packagePath('schema.graphql'), 'utf8'));
const operationsFolder = packagePath('src/graphql/operations');

/** The operations that come with the package, as they are written. */
const written = (existsSync(operationsFolder) ? readdirSync(operationsFolder) : []).map((name) => {
  const { definitions } = parse(readFileSync(join(operationsFolder, name), 'utf8'));
  return definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
});

/** Something that an input of the type may be. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type)]));
  }
  return { Boolean: true, Float: 0.5, Int: 1, PositiveInt: 1 }[getNamedType(type).name] ?? 'text';
}

/** Calls of an operation that must compile, and such as must not. */
function callsOf({ name, variableDefinitions = [] }: OperationDefinitionNode) {
  const variables = variableDefinitions.map(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node as never);
    if (!isInputType(type)) throw new Error(`${variable.name.value} has no input type.`);
    const required = isNonNullType(type) && defaultValue === undefined;
    return { name: variable.name.value, value: sample(type), required };
  });
  const call = (given: readonly { name: string; value: unknown }[]) =>
    `client.query(operations.${name!.value}, ${JSON.stringify(
      Object.fromEntries(given.map(({ name, value }) => [name, value])),
    )})`;
  const required = variables.filter(({ required }) => required);
  return {
    right: [
      call(variables),
      call(required),
      `${call(required)}.then((answer) => answer satisfies operations.${name!.value}Query)`,
    ],
    wrong: [
      call([...variables, { name: 'misspelt', value: 1 }]),
      ...variables.map(({ name }) => call([...required, { name, value: { not: 'this' } }])),
      ...required.map((left) => call(required.filter((each) => each !== left))),
      `${call(required)}.then((answer) => answer.misspelt)`,
    ],
  };
}

const own = {
  right: [
    "client.query(named, { id: 'a:b' }).then(({ name }) => name satisfies string)",
    "client.query(named, { id: 'a:b' }, { language: 'vi', signal: AbortSignal.timeout(1) })",
    'client.query(free)',
    "client.query<{ a: number }>('{ a }').then(({ a }) => a satisfies number)",
    "client.query('query ($b: Int) { a(b: $b) }', { b: 1 })",
    "createClient({ url: new URL('http://a'), fetch, language: 'en', headers: { a: 'b' } })",
    'client.query(free).catch((error) => error instanceof CaytreError && (error.mend satisfies string))',
  ],
  wrong: [
    'client.query(named)',
    'client.query(named, {})',
    'client.query(named, { id: 1 })',
    "client.query(named, { id: 'a:b', misspelt: 1 })",
    "client.query(named, { id: 'a:b' }).then(({ misspelt }) => misspelt)",
    "client.query(named, { id: 'a:b' }, { language: 'fr' })",
    "client.query(free, { lang: 'FR' })",
    "client.query('{ a }', 1)",
    'client.query(1)',
    'createClient({})',
    "createClient({ url: 'http://a', misspelt: 1 })",
  ],
};
const calls = [own, ...written.map(callsOf)];
const right = calls.flatMap((each) => each.right);
const wrong = calls.flatMap((each) => each.wrong);

const head = `import { CaytreError, createClient, operations, possibleTypes, type TypedDocument } from 'caytre/client';
const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });
const named = {} as TypedDocument<{ name: string }, { id: string }>;
const free = {} as TypedDocument<{ name: string }, { lang?: 'VI' | 'EN' | null }>;
void [CaytreError, operations, possibleTypes, client, named, free];
`;
const program = (lines: readonly string[]) =>
  `${head}${lines.map((line) => `void ${line};\n`).join('')}`;

describe('a program that depends on the package', () => {
  let folder: string;
  /** The programs of README: they are right too. */
  const examples: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caytre-consumer-'));
    await installInto(folder);
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'right.ts'), program(right));
    await writeFile(join(folder, 'wrong.ts'), program(wrong));
    const readme = readFileSync(packagePath('README.md'), 'utf8');
    for (const [, example] of readme.matchAll(/```ts\n(.+?)```/gs)) {
      examples.push(`readme-${examples.length + 1}.ts`);
      await writeFile(join(folder, examples.at(-1)!), example!);
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** What the compiler finds fault with: file and line. Declarations of the package are checked too. */
  async function faults(resolution: readonly string[]): Promise<ReadonlySet<string>> {
    const { stdout } = await run(
      process.execPath,
      [
        packagePath('node_modules/typescript/bin/tsc'),
        ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--pretty', 'false'],
        ...['--target', 'es2023', '--lib', 'es2023,dom', '--types', ''],
        ...resolution,
        ...['right.ts', 'wrong.ts', ...examples],
      ],
      { cwd: folder },
    ).catch((error: { stdout: string }) => error);
    return new Set(
      [...stdout.matchAll(/^(\S+\(\d+),\d+\): error/gm)].map(([, place]) => `${place})`),
    );
  }

  it.each([
    ['as Node does', ['--module', 'nodenext']],
    ['as bundlers do', ['--module', 'esnext', '--moduleResolution', 'bundler']],
  ])('compiles where it is right, and nowhere else, with modules found %s', async (_, options) => {
    const first = head.split('\n').length;
    expect(await faults(options)).toEqual(
      new Set(wrong.map((_, index) => `wrong.ts(${first + index})`)),
    );
  });

  it('runs with nothing but the package', async () => {
    await writeFile(
      join(folder, 'run.js'),
      `import { CaytreError, createClient, operations } from 'caytre/client';
      const fetch = async (url, { body }) => new Response(JSON.stringify({ data: { url, asked: JSON.parse(body) } }));
      const client = createClient({ url: 'http://example.org/graphql', fetch });
      const { asked } = await client.query('{ a }');
      console.log(JSON.stringify({ asked, names: Object.keys(operations), error: CaytreError.name }));`,
    );
    const { stdout } = await run(process.execPath, ['run.js'], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({
      asked: { query: '{ a }' },
      names: written.map(({ name }) => name!.value).sort(),
      error: 'CaytreError',
    });
  });

  it('becomes a few kilobytes in a page, without the operations that this does not ask', async () => {
    const entry = join(folder, 'page.js');
    await writeFile(entry, "export { CaytreError, createClient } from 'caytre/client';\n");
    const bundle = await rolldown({ input: entry, platform: 'browser' });
    const { output } = await bundle.generate({ format: 'esm', minify: true });
    expect(output).toHaveLength(1);
    expect(output[0].imports).toEqual([]);
    expect(output[0].code.length).toBeLessThan(5_000);
  });

  it('finds the schema, and nothing that the package does not offer', async () => {
    const found = async (name: string) => {
      const code = `console.log(import.meta.resolve(${JSON.stringify(name)}))`;
      const command = ['--input-type=module', '--eval', code];
      const { stdout } = await run(process.execPath, command, { cwd: folder });
      return stdout.trim();
    };
    expect(await found('caytre/schema.graphql')).toMatch(/\/caytre\/schema\.graphql$/);
    expect(await found('caytre/package.json')).toMatch(/\/caytre\/package\.json$/);
    await expect(found('caytre/dist/client/print.js')).rejects.toThrow(
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    );
  });
});
