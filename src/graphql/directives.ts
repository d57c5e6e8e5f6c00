import {
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLSchema,
  getDirectiveValues,
  getNullableType,
  isObjectType,
} from 'graphql';
import type { Ontology } from '../ontology/model.ts';
import type { Direction } from '../store/port.ts';
import { type EnumerationName, fromEnumeration } from './enumeration.ts';
import { listField } from './list.ts';
import { shortField, statementsField } from './literal.ts';
import { relationField } from './relation.ts';
import type { Resolver } from './resolver.ts';

type Field = GraphQLField<unknown, unknown>;

/**
 * The resolvers of all fields that bear `@relation`, `@literal` or `@list`, by type and field.
 * @throws Error where a directive names what the ontology does not have
 */
export function directiveResolvers(
  schema: GraphQLSchema,
  ontology: Ontology,
): Record<string, Record<string, Resolver>> {
  const resolvers: Record<string, Record<string, Resolver>> = {};
  const read = reader(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolver = resolverOf(field, read, ontology, `${type.name}.${field.name}`);
      if (resolver === undefined) continue;
      resolvers[type.name] ??= {};
      resolvers[type.name]![field.name] = resolver;
    }
  }
  return resolvers;
}

type Read = (directive: string, field: Field) => Record<string, unknown> | undefined;

const reader = (schema: GraphQLSchema): Read => {
  const directives = new Map(schema.getDirectives().map((each) => [each.name, each]));
  const named = (name: string): GraphQLDirective => directives.get(name)!;
  return (name, { astNode }) => (astNode && getDirectiveValues(named(name), astNode)) ?? undefined;
};

function resolverOf(
  field: Field,
  read: Read,
  ontology: Ontology,
  place: string,
): Resolver | undefined {
  const relation = read('relation', field);
  if (relation !== undefined) {
    const property = relation.property as string;
    const { type } = declared(ontology.properties, property, place);
    if (type !== 'entity') throw new Error(`${place}: "${property}" is no relation.`);
    return relationField(
      property,
      fromEnumeration<Direction>(relation.direction as EnumerationName<Direction>),
    );
  }
  const literal = read('literal', field);
  if (literal !== undefined) {
    const property = literal.property as string;
    const { type } = declared(ontology.properties, property, place);
    if (type === 'entity') throw new Error(`${place}: "${property}" is no literal.`);
    return String(getNullableType(field.type)) === 'StatementConnection'
      ? statementsField(property)
      : shortField(property);
  }
  const list = read('list', field);
  if (list === undefined) return undefined;
  const kind = list.kind as string;
  declared(ontology.kinds, kind, place);
  return listField(kind);
}

function declared<Value>(known: ReadonlyMap<string, Value>, name: string, place: string): Value {
  const value = known.get(name);
  if (value !== undefined) return value;
  throw new Error(`schema.graphql, ${place}: the ontology has no "${name}".`);
}
