import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql';
import type { Entity, Ontology, Statement, Value } from '../ontology/model.ts';
import { aboutResolvers } from './about.ts';
import { aggregateResolvers } from './aggregate.ts';
import { analyticsResolvers } from './analytics.ts';
import { connectionResolvers } from './connections.ts';
import { directiveResolvers } from './directives.ts';
import { disagreementResolvers } from './disagreement.ts';
import { entityResolvers, entityTextResolvers, entityTypeName } from './entity.ts';
import { facetResolvers } from './facets.ts';
import { findingResolvers } from './finding.ts';
import { inherit } from './inherit.ts';
import { markLasting } from './lasting.ts';
import type { Resolvers } from './resolver.ts';
import { scalars } from './scalars.ts';
import { seriesResolvers } from './series.ts';
import { shownResolvers } from './shown.ts';
import { sourceResolvers } from './source.ts';
import { statementResolvers } from './statement.ts';
import { timeResolvers } from './time.ts';
import { valueResolvers, valueTypeName } from './value.ts';
import { walkResolvers } from './walks.ts';

/** What tells the type of an object where the schema has an interface. */
const typeNames: Readonly<Record<string, (object: never) => string>> = {
  Node: (object: Entity | Statement) => ('kind' in object ? entityTypeName(object) : 'Statement'),
  Entity: entityTypeName,
  Value: (value: Value) => valueTypeName(value),
};

/**
 * The schema that `definition` (schema.graphql, parsed) writes down, with its resolvers.
 * @throws Error where definition, resolvers and ontology do not fit together
 */
export function createSchema(definition: DocumentNode, ontology: Ontology): GraphQLSchema {
  // That the definition is valid is shown by the tests; to show it again would make every start slower.
  const schema = buildASTSchema(definition, { assumeValid: true });
  inherit(schema);
  for (const { name, serialize, parseValue, parseLiteral } of scalars) {
    const type = schema.getType(name);
    if (!isScalarType(type)) throw new Error(`schema.graphql has no scalar ${name}.`);
    Object.assign(type, { serialize, parseValue, parseLiteral });
  }
  for (const [name, resolveType] of Object.entries(typeNames)) {
    const type = schema.getType(name);
    if (!isAbstractType(type)) throw new Error(`schema.graphql has no interface ${name}.`);
    type.resolveType = resolveType as (object: unknown) => string;
  }
  attach(schema, directiveResolvers(schema, ontology));
  for (const resolvers of [
    connectionResolvers,
    findingResolvers,
    facetResolvers,
    aggregateResolvers,
    walkResolvers,
    analyticsResolvers,
    disagreementResolvers,
    timeResolvers,
    seriesResolvers,
    aboutResolvers,
    entityResolvers,
    shownResolvers,
    sourceResolvers,
  ]) {
    attach(schema, resolvers);
  }
  for (const resolvers of [entityTextResolvers, statementResolvers, valueResolvers]) {
    attach(schema, resolvers, markLasting);
  }
  return schema;
}

/** @param mark is called with each field */
function attach(
  schema: GraphQLSchema,
  resolvers: Resolvers,
  mark?: (field: GraphQLField<unknown, unknown>) => void,
): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    const types = isInterfaceType(type) ? schema.getImplementations(type).objects : [type];
    for (const each of types) {
      for (const [fieldName, resolver] of Object.entries(fields)) {
        const field = isObjectType(each) ? each.getFields()[fieldName] : undefined;
        if (field === undefined) {
          throw new Error(`schema.graphql has no field ${typeName}.${fieldName}.`);
        }
        field.resolve = resolver;
        mark?.(field);
      }
    }
  }
}
