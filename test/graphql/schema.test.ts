import {
  buildSchema,
  type GraphQLFieldMap,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import { ontology } from './support/ontology.ts';
import { definition, schema } from './support/schema.ts';

const changed = (from: string, to: string) => () => {
  expect(definition).toContain(from);
  return createSchema(parse(definition.replace(from, to)), ontology);
};

function fieldsOf(bound: GraphQLSchema, name: string): GraphQLFieldMap<unknown, unknown> {
  const type = bound.getType(name);
  if (isObjectType(type) || isInterfaceType(type)) return type.getFields();
  throw new Error(`${name} has no fields.`);
}

describe('the schema as it is bound', () => {
  it('is valid as it is written', () => {
    expect(() => buildSchema(definition)).not.toThrow();
  });

  it.each([
    ['@relation(property: "chairs")', '@relation(property: "chair")', 'no "chair"'],
    ['@relation(property: "chairs")', '@relation(property: "theme")', 'no relation'],
    ['@literal(property: "theme")', '@literal(property: "chairs")', 'no literal'],
    ['@list(kind: "person")', '@list(kind: "persona")', 'no "persona"'],
    ['scalar CountryCode', 'scalar Code\nscalar CountryCode2', 'CountryCode'],
    ['propertyLabel(lang: Language): String!', 'named(lang: Language): String!', 'propertyLabel'],
  ])('refuses %s turned into %s', (from, to, message) => {
    expect(changed(from, to)).toThrow(message);
  });

  it('takes from an interface what a type does not say itself', () => {
    const person = fieldsOf(schema, 'Person');
    const entity = fieldsOf(schema, 'Entity');
    for (const field of ['id', 'relations', 'mentionedIn']) {
      expect(person[field]!.description).toBe(entity[field]!.description);
    }
    expect(person.relations!.args.map(({ description }) => description)).toEqual(
      entity.relations!.args.map(({ description }) => description),
    );
  });

  it('lets a type describe a field in its own words', () => {
    const own = definition.replace(
      'type Person implements Entity & Node {\n  id: ID!',
      'type Person implements Entity & Node {\n  "Who it is."\n  id: ID!',
    );
    const person = fieldsOf(createSchema(parse(own), ontology), 'Person');
    expect(person.id!.description).toBe('Who it is.');
    expect(person.kind!.description).toBe(fieldsOf(schema, 'Entity').kind!.description);
  });
});
