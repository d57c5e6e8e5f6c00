// Writes the types that schema.graphql and the operations stand for, before anything is compiled: those of resolvers,
// those of the client with its operations as documents, and which types an interface has, for caches of clients.
// Does nothing while what it would read has not changed since.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const definition = 'schema.graphql';
const folder = 'src/graphql/operations';
const forResolvers = 'src/graphql/generated/schema.ts';
const forClients = 'src/client/generated/operations.ts';
const forCaches = 'src/client/generated/possible-types.ts';

const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.graphql'));
const operations = names.sort().map((name) => join(folder, name));

const changed = async (file) => (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
const all = (files) => Promise.all(files.map(changed));
// A folder changes when something is taken away from it.
const read = [
  definition,
  (await changed(folder)) > 0 ? folder : dirname(folder),
  ...operations,
  'package-lock.json',
  fileURLToPath(import.meta.url),
];
const written = [forResolvers, forClients, forCaches];
if (Math.min(...(await all(written))) < Math.max(...(await all(read)))) {
  const { buildSchema, isEnumType, isInterfaceType, isObjectType, parse, print } = await import(
    'graphql'
  );
  const { codegen } = await import('@graphql-codegen/core');
  const plugins = {
    types: await import('@graphql-codegen/typescript'),
    resolvers: await import('@graphql-codegen/typescript-resolvers'),
    results: await import('@graphql-codegen/typescript-operations'),
    documents: await import('@graphql-codegen/typed-document-node'),
  };
  const text = await readFile(definition, 'utf8');
  const schema = buildSchema(text);
  const types = Object.values(schema.getTypeMap());
  const documents = [];
  /** A trusted document goes by the hash of its text: that of its file, without the comments above it. */
  const hashes = new Map();
  /** By name, as they print: those of one name are one, in whichever operations they stand. */
  const fragments = new Map();
  for (const location of operations) {
    const rawSDL = await readFile(location, 'utf8');
    const { kind, definitions } = parse(rawSDL);
    const [operation, ...more] = definitions.filter((each) => 'operation' in each);
    const [name] = basename(location).split('.');
    if (operation?.name?.value !== name || more.length > 0) {
      throw new Error(`${location} must hold one operation, of the name ${name}.`);
    }
    // An operation holds whole the fragments that it uses, so that it can be read and sent by itself.
    const unknown = definitions.filter((each) => {
      if ('operation' in each) return true;
      const known = fragments.get(each.name.value);
      fragments.set(each.name.value, print(each));
      if (known !== undefined && known !== print(each)) {
        throw new Error(`${location}: the fragment ${each.name.value} is another elsewhere.`);
      }
      return known === undefined;
    });
    documents.push({ location, rawSDL, document: { kind, definitions: unknown } });
    const bare = rawSDL.replace(/^(?:#.*\n)*/, '').trim();
    hashes.set(operation.name.value, createHash('sha256').update(bare).digest('hex'));
  }

  const scalars = {
    CountryCode: 'string',
    ID: 'string',
    PartialDate: 'string',
    PositiveInt: 'number',
    URL: 'string',
  };

  const model = (name) => `import('../../ontology/model.ts').${name}`;
  const records = [
    ...['Citation', 'Entity', 'Inverse', 'Kind', 'KindTime', 'Ontology', 'Property', 'Qualifier'],
    ...['Statement', 'Value', 'Vocabulary'],
  ];
  /** What resolvers are given as an object of a type, and may give; where nothing is said, what they like. */
  const mappers = {
    ...{ ...scalars, Boolean: 'boolean', Float: 'number', Int: 'number', String: 'string' },
    ...Object.fromEntries(records.map((name) => [name, model(name)])),
    Node: `${model('Entity')} | ${model('Statement')}`,
    LocalizedText: model('Localized'),
  };
  for (const type of types) {
    if (isEnumType(type) && !type.name.startsWith('__')) mappers[type.name] = type.name;
    const interfaces = isObjectType(type) ? type.getInterfaces().map(({ name }) => name) : [];
    if (interfaces.includes('Entity')) mappers[type.name] = model('Entity');
    if (interfaces.includes('Value')) {
      const word = type.name.replace('Value', '').toLowerCase();
      mappers[type.name] = `Extract<${model('Value')}, { readonly type: '${word}' }>`;
    }
  }

  const write = async (filename, documents, config, ...kinds) => {
    const output = await codegen({
      filename,
      schema: parse(text),
      documents,
      config: {
        scalars,
        strictScalars: true,
        useTypeImports: true,
        importExtension: '.ts',
        ...config,
      },
      plugins: kinds.map((name) => ({ [name]: {} })),
      pluginMap: plugins,
    });
    await mkdir(dirname(filename), { recursive: true });
    // Fragments stand in the documents that use them.
    const used = output.replace(/^export const \w+FragmentDoc = .*\n/gm, '');
    await writeFile(filename, `// Generated by src/generate.js.\n${used}\nexport {};\n`);
  };

  await write(
    forResolvers,
    [],
    {
      addInterfaceFieldResolverTypes: true,
      avoidOptionals: { defaultValue: true },
      contextType: '../context.ts#RequestContext',
      customResolverFn: '../resolver.ts#Resolve',
      declarationKind: 'interface',
      defaultMapper: 'any',
      disableDescriptions: true,
      enumsAsTypes: true,
      immutableTypes: true,
      inputMaybeValue: 'T | null',
      mappers,
      maybeValue: 'T | null | undefined',
      optionalResolveType: true,
      skipTypename: true,
    },
    'types',
    'resolvers',
  );
  await write(
    forClients,
    documents,
    {
      documentNodeImport: '../document.ts#TypedDocument',
      documentVariableSuffix: '',
      immutableTypes: true,
      namingConvention: 'keep',
      mergeFragmentTypes: true,
      unstable_onExecutableDocumentNode: ({ definitions: [operation] }) => ({
        hash: `sha256:${hashes.get(operation.name.value)}`,
      }),
    },
    'results',
    'documents',
  );

  const possibleTypes = Object.fromEntries(
    types
      .filter(isInterfaceType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  );
  await writeFile(
    forCaches,
    `// Generated by src/generate.js.
/** The types that each interface of the schema has, as the caches of clients want to know them. */
export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};
`,
  );
}
