import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../src/generate.js', import.meta.url));

const schema = `
  scalar PartialDate
  scalar URL
  scalar PositiveInt
  scalar CountryCode
  interface Entity { id: ID! name(lang: Language): String! }
  type Person implements Entity { id: ID! name(lang: Language): String! born: PartialDate }
  enum Language { VI EN }
  type Query { person(id: ID!, lang: Language! = VI): Person }
`;
const operation = (name: string) =>
  `# en: Who is it?\n# vi: Ai đấy?\nquery ${name}($id: ID!) {\n  person(id: $id) { name born }\n}\n`;

describe('the generated types', () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  const operations = 'src/graphql/operations';
  const forResolvers = 'src/graphql/generated/schema.ts';
  const forClients = 'src/client/generated/operations.ts';
  const forCaches = 'src/client/generated/possible-types.ts';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caytre-generate-'));
    writeFileSync(path('schema.graphql'), schema);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const generate = () => {
    execFileSync(process.execPath, [script], { cwd: folder, stdio: 'pipe' });
    return { resolvers: read(forResolvers), client: read(forClients), caches: read(forCaches) };
  };
  const read = (name: string) => readFileSync(path(name), 'utf8');
  const write = (name: string, text: string) => {
    mkdirSync(path(operations), { recursive: true });
    writeFileSync(path(`${operations}/${name}.graphql`), text);
  };

  it('say what resolvers are given, and what an argument with a default always has', () => {
    const { resolvers } = generate();
    expect(resolvers).toMatch(
      /interface QueryPersonArgs \{\s+id: Scalars\['ID'\]\['input'\];\s+lang: Language;\s+\}/,
    );
    expect(resolvers).toMatch(/Person: \S*import\('\.\.\/\.\.\/ontology\/model\.ts'\)\.Entity/);
    expect(resolvers).toContain("import type { RequestContext } from '../context.ts';");
  });

  it('hold no operation where there is none', () => {
    expect(generate().client).not.toContain('Document');
    mkdirSync(path(operations), { recursive: true });
    expect(generate().client).not.toContain('Document');
  });

  it('hold each operation with its types, and the hash of its text without the comments', () => {
    write('WhoIsIt', operation('WhoIsIt'));
    const { client } = generate();
    expect(client).toContain('export type WhoIsItQueryVariables = Exact<{\n  id: string;\n}>;');
    expect(client).toMatch(/export const WhoIsIt = .* as unknown as DocumentNode<WhoIsItQuery, /);
    const text = operation('WhoIsIt').slice(operation('WhoIsIt').indexOf('query')).trim();
    const hash = createHash('sha256').update(text).digest('hex');
    expect(client).toContain(`{"hash":"sha256:${hash}"}`);
  });

  it('put fragments into the operations that use them', () => {
    write(
      'WhoIsIt',
      'query WhoIsIt { person(id: "a") { ...Named } } fragment Named on Entity { name }',
    );
    const { client } = generate();
    expect(client.match(/"kind":"FragmentDefinition"/g)).toHaveLength(1);
    expect(client.match(/^export const \w+/gm)).toEqual(['export const WhoIsIt']);
  });

  it('take a fragment that stands in several operations once, and refuse two of one name', () => {
    const asking = (name: string, fields: string) =>
      `query ${name} { person(id: "a") { ...Named } } fragment Named on Person { ${fields} }`;
    write('One', asking('One', 'name'));
    write('Two', asking('Two', 'name'));
    const { client } = generate();
    expect(client.match(/"kind":"FragmentDefinition"/g)).toHaveLength(2);
    expect(client.match(/^export type NamedFragment/gm)).toHaveLength(1);
    write('Two', asking('Two', 'born'));
    expect(generate).toThrow('Two.graphql: the fragment Named is another elsewhere.');
  });

  it('say which types an interface has', () => {
    expect(JSON.parse(generate().caches.match(/= (\{.*\});/s)![1]!)).toEqual({
      Entity: ['Person'],
    });
  });

  it('are written again only when something changed', () => {
    write('One', operation('One'));
    generate();
    const now = Date.now() / 1000;
    /** Lets files be of an hour to come, so that it does not matter how old the script is. */
    const date = (hour: number, ...names: readonly string[]) => {
      for (const name of names) utimesSync(path(name), now + hour * 3600, now + hour * 3600);
    };
    const outputs = [forResolvers, forClients, forCaches];
    for (const name of outputs) writeFileSync(path(name), 'untouched');
    date(1, ...outputs);
    const untouched = 'untouched';
    expect(generate()).toEqual({ resolvers: untouched, client: untouched, caches: untouched });

    write('One', operation('One').replace('name born', 'born'));
    date(2, `${operations}/One.graphql`);
    expect(generate().client).toContain('type OneQuery = { readonly person: { readonly born: ');

    date(3, ...outputs);
    write('Two', operation('Two'));
    rmSync(path(`${operations}/One.graphql`));
    date(4, operations);
    const { client } = generate();
    expect(client).toContain('export const Two');
    expect(client).not.toContain('export const One');

    date(5, ...outputs);
    rmSync(path(operations), { recursive: true });
    date(6, dirname(operations));
    expect(generate().client).not.toContain('export const');

    date(7, ...outputs);
    write('One', operation('One'));
    writeFileSync(path('schema.graphql'), schema.replace('born', 'birth'));
    date(8, 'schema.graphql');
    expect(generate).toThrow('Cannot query field "born" on type "Person".');
  });

  it('refuse a file of several operations, or of one without a name or with another', () => {
    const unnamed = '{ person(id: "a") { name } }';
    for (const text of [`${operation('One')}${operation('Two')}`, unnamed, operation('Two')]) {
      write('One', text);
      expect(generate).toThrow('One.graphql must hold one operation, of the name One.');
    }
  });
});
