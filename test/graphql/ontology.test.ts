import {
  type GraphQLField,
  type GraphQLObjectType,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Property, ValueType } from '../../src/ontology/model.ts';
import { ontology } from './support/ontology.ts';
import { schema } from './support/schema.ts';

const typeNameOf = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1);
const typeOf = (kind: string): GraphQLObjectType => {
  const type = schema.getType(typeNameOf(kind));
  if (!isObjectType(type)) throw new Error(`There is no type for the kind ${kind}.`);
  return type;
};
const kinds = [...ontology.kinds.keys()];
const properties = [...ontology.properties.values()];
const relations = properties.filter(({ type }) => type === 'entity');
const literals = properties.filter(({ type }) => type !== 'entity');

type Field = GraphQLField<unknown, unknown>;
const directiveOf = (field: Field | undefined, name: string) =>
  field?.astNode && getDirectiveValues(schema.getDirective(name)!, field.astNode);

/** The name of the type that a connection's edges lead to. */
const nodeTypeOf = (field: Field): string => {
  const connection = getNamedType(field.type) as GraphQLObjectType;
  const edge = getNamedType(connection.getFields().edges!.type) as GraphQLObjectType;
  return getNamedType(edge.getFields().node!.type).name;
};

const expectedNode = (ends: readonly string[] | null): string =>
  ends?.length === 1 ? typeNameOf(ends[0]!) : 'Entity';

describe('the schema and the ontology', () => {
  it.each(kinds)('has a type and a list for the kind %s', (kind) => {
    expect(typeOf(kind).getInterfaces().map(String)).toEqual(['Entity', 'Node']);
    const lists = Object.values(schema.getQueryType()!.getFields()).filter(
      (field) => directiveOf(field, 'list')?.kind === kind,
    );
    expect(lists.map(nodeTypeOf)).toEqual([typeNameOf(kind)]);
  });

  it('has no type of entities beyond the kinds', () => {
    const names = schema
      .getPossibleTypes(schema.getType('Entity') as never)
      .map(({ name }) => name);
    expect(names.toSorted()).toEqual(kinds.map(typeNameOf).toSorted());
  });

  it.each(relations.map((property) => [property.name, property] as const))(
    'has fields for the relation %s at both its ends',
    (name, { subjects, objects, inverse }) => {
      for (const kind of subjects ?? kinds) {
        const field = typeOf(kind).getFields()[name];
        expect(directiveOf(field, 'relation'), `${kind}.${name}`).toEqual({
          property: name,
          direction: 'OUT',
        });
        expect(nodeTypeOf(field!), `${kind}.${name}`).toBe(expectedNode(objects));
      }
      for (const kind of objects ?? kinds) {
        const field = typeOf(kind).getFields()[inverse!.name];
        expect(directiveOf(field, 'relation'), `${kind}.${inverse!.name}`).toEqual({
          property: name,
          direction: 'IN',
        });
        expect(nodeTypeOf(field!), `${kind}.${inverse!.name}`).toBe(expectedNode(subjects));
      }
    },
  );

  const shortTypes: Readonly<Record<ValueType, string>> = {
    entity: '',
    text: 'String',
    string: 'String',
    integer: 'Int',
    quantity: 'QuantityValue',
    date: 'PartialDate',
    url: 'URL',
    term: 'TermValue',
  };
  it.each(literals.map((property) => [property.name, property] as const))(
    'has fields for the literal %s',
    (name, { subjects, values, type }) => {
      for (const kind of subjects ?? kinds) {
        const field = typeOf(kind).getFields()[name];
        expect(directiveOf(field, 'literal'), `${kind}.${name}`).toEqual({ property: name });
        expect(String(getNullableType(field!.type)), `${kind}.${name}`).toBe(
          values === 'many' ? 'StatementConnection' : shortTypes[type],
        );
        const hasLanguage = field!.args.some((argument) => argument.name === 'lang');
        expect(hasLanguage, `${kind}.${name}`).toBe(type === 'text' && values !== 'many');
      }
    },
  );

  it('binds no field to a property that the kind cannot have', () => {
    const allowed = (ends: readonly string[] | null, kind: string) =>
      ends === null || ends.includes(kind);
    const wrong = kinds.flatMap((kind) =>
      Object.values(typeOf(kind).getFields()).filter((field) => {
        const bound = directiveOf(field, 'relation') ?? directiveOf(field, 'literal');
        if (!bound) return false;
        const { subjects, objects } = ontology.properties.get(bound.property as string) as Property;
        return !allowed(bound.direction === 'IN' ? objects : subjects, kind);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('gives a field one type wherever it has that name, so that fragments on several kinds go together', () => {
    const types = new Map<string, string>();
    for (const field of kinds.flatMap((kind) => Object.values(typeOf(kind).getFields()))) {
      types.set(field.name, types.get(field.name) ?? String(field.type));
      expect(String(field.type), field.name).toBe(types.get(field.name));
    }
  });

  it('has a type for every type of value', () => {
    const types = new Set<ValueType>(
      [...ontology.properties.values(), ...ontology.qualifiers.values()].map(({ type }) => type),
    );
    const names = schema.getPossibleTypes(schema.getType('Value') as never).map(String);
    for (const type of types) expect(names).toContain(`${typeNameOf(type)}Value`);
  });
});
