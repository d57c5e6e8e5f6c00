import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import type { BlackBox } from './server.ts';

/** An object that has lists: how to come to it, and where the answer has it. */
interface Owner {
  readonly type: string;
  /** A root field and what leads from it, `#` for what is asked of the object. Empty: the root itself. */
  readonly way: string;
}

/** A list that can be paged. */
export interface List {
  readonly name: string;
  readonly owner: Owner;
  readonly field: string;
  /** The arguments beside those that page, as GraphQL writes them. */
  readonly given: readonly string[];
  readonly type: GraphQLObjectType;
}

const isConnection = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.name.endsWith('Connection');

const connectionsOf = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).flatMap((field) => {
    const connection = getNamedType(field.type);
    return isConnection(connection) ? [{ field, connection }] : [];
  });

/** What stands for the arguments that a list needs. */
const examples: Readonly<Record<string, string>> = {
  query: '"hoi nghi ngoai giao"',
  ids: '["country:vnm", "country:jpn"]',
  to: '"country:jpn"',
  document: '"conference:hoi-nghi-ngoai-giao-32"',
  metric: 'DEGREE',
};

/** Lists of other orders and dates than the usual ones. */
const variants: Readonly<Record<string, readonly string[]>> = {
  'Query.entities': ['order: DEGREE', 'order: LATEST', 'order: DATE', 'asOf: "2022"'],
  'Query.people': ['filter: { text: "bui" }, order: RELEVANCE'],
  'Query.timeline': ['backwards: true'],
  'Query.statements': ['filter: { about: ["country:jpn"] }'],
  'Query.ranking': ['kind: "person"'],
};

/** Ways to objects that have lists and are neither entities nor at the root. */
const ways: Readonly<Record<string, string>> = {
  Community: 'entity(id: "country:vnm") { community { # } }',
  RestingAlone: 'entity(id: "SOURCE") { ... on Source { alone { # } } }',
  SourceParagraph:
    'entity(id: "SOURCE") { ... on Source { contents(first: 1) { edges { node { # } } } } }',
};

const required = (type: string, { name, args }: GraphQLField<unknown, unknown>): string[] =>
  args.filter(isRequiredArgument).flatMap((argument) => {
    if (argument.defaultValue !== undefined) return [];
    const value = examples[argument.name];
    if (value === undefined)
      throw new Error(`${type}.${name} needs an example of ${argument.name}`);
    return [`${argument.name}: ${value}`];
  });

/** Every list of the schema, each of an object that has it; of an entity of each kind, the best connected one. */
export async function findLists({ schema, data }: BlackBox): Promise<List[]> {
  const { ontology } = await data('{ ontology { kinds { name } } }');
  const owners: Owner[] = [{ type: 'Query', way: '' }];
  let source = '';
  for (const { name } of ontology.kinds) {
    const found = await data(
      `{ entities(kinds: ["${name}"], order: DEGREE, first: 1) { nodes { __typename id } } }`,
    );
    for (const { __typename: type, id } of found.entities.nodes) {
      owners.push({ type, way: `entity(id: "${id}") { ... on ${type} { # } }` });
      if (type === 'Source') source = id;
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || connectionsOf(type).length === 0) continue;
    if (owners.some((owner) => owner.type === type.name)) continue;
    const way = ways[type.name];
    if (way === undefined) throw new Error(`nothing leads to the lists of ${type.name}`);
    owners.push({ type: type.name, way: way.replace('SOURCE', source) });
  }
  return owners.flatMap((owner) =>
    connectionsOf(schema.getType(owner.type) as GraphQLObjectType).flatMap(
      ({ field, connection }) => {
        const always = required(owner.type, field);
        return [undefined, ...(variants[`${owner.type}.${field.name}`] ?? [])].map((variant) => ({
          name: `${owner.type}.${field.name}${variant === undefined ? '' : ` (${variant})`}`,
          owner,
          field: field.name,
          given: [...always, ...(variant === undefined ? [] : [variant])],
          type: connection,
        }));
      },
    ),
  );
}

/** By what two items are told apart: the id, or what else an item says of itself. */
function identity(schema: GraphQLSchema, connection: GraphQLObjectType): string {
  const type = getNamedType(connection.getFields().nodes!.type);
  if (!isCompositeType(type) || isUnionType(type)) throw new Error(`${type.name} has no fields`);
  const fields = type.getFields();
  if (fields.id !== undefined) return '{ __typename id }';
  const parts = Object.values(fields).flatMap((field) => {
    const below = schema.getType(getNamedType(field.type).name);
    if (isLeafType(below)) return [field.name];
    return isCompositeType(below) && !isUnionType(below) && below.getFields().id !== undefined
      ? [`${field.name} { id }`]
      : [];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

/** A page of a list: the arguments that page. */
export interface Page {
  readonly list: List;
  readonly paging: Readonly<Record<string, string | number>>;
}

/** A page with all that Relay says of it. */
export const pageText = ({ list, paging }: Page): string => {
  const given = [
    ...list.given,
    ...Object.entries(paging).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ];
  const called = given.length === 0 ? list.field : `${list.field}(${given.join(', ')})`;
  return `${called} { ...${list.type.name} }`;
};

export const fragmentText = (schema: GraphQLSchema, type: GraphQLObjectType): string => {
  const node = identity(schema, type);
  const info = 'hasNextPage hasPreviousPage startCursor endCursor';
  return `fragment ${type.name} on ${type.name} { totalCount pageInfo { ${info} } edges { cursor node ${node} } nodes ${node} }`;
};

const PAGES = 40;
const OWNERS = 8;
const ROOT_PAGES = 18;

/** Parts that the limits let be asked at once: so many pages at the root, or of so many objects. */
function* inParts(pages: readonly Page[]): Generator<readonly Page[]> {
  let part: Page[] = [];
  const ways = new Set<string>();
  const types = new Set<string>();
  for (const page of pages) {
    const { way } = page.list.owner;
    ways.add(way);
    types.add(page.list.type.name);
    const full =
      ways.size > OWNERS ||
      types.size > 12 ||
      (ways.size > 1 && ways.has('')) ||
      part.length === (way === '' ? ROOT_PAGES : PAGES);
    if (full) {
      yield part;
      part = [];
      ways.clear();
      types.clear();
      ways.add(way);
      types.add(page.list.type.name);
    }
    part.push(page);
  }
  if (part.length > 0) yield part;
}

/** What is asked of an object, within all that leads to it. */
// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
function within(answer: any, alias: string): any {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if (alias in answer) return answer[alias];
  for (const below of Object.values(answer)) {
    const found = within(below, alias);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Asks for pages, many at once; the answers in the order of the pages. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export async function readPages(box: BlackBox, pages: readonly Page[]): Promise<any[]> {
  const answers: unknown[] = [];
  for (const part of inParts(pages)) {
    const byWay = new Map<string, string>();
    for (const [index, page] of part.entries()) {
      const { way } = page.list.owner;
      byWay.set(way, `${byWay.get(way) ?? ''} p${index}: ${pageText(page)}`);
    }
    const fields = [...byWay].map(([way, text], index) => {
      return way === '' ? text : `o${index}: ${way.replace('#', () => text)}`;
    });
    const types = new Set(part.map(({ list }) => list.type));
    const fragments = [...types].map((type) => fragmentText(box.schema, type));
    const data = await box.data(`{ ${fields.join(' ')} } ${fragments.join(' ')}`);
    for (const index of part.keys()) answers.push(within(data, `p${index}`));
  }
  return answers;
}
