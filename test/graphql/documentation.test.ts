import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { bounds, defaultPageSize, mostGroups } from '../../src/graphql/bounds.ts';
import { schema } from './support/schema.ts';

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const composite = types.filter((type) => isObjectType(type) || isInterfaceType(type));

function* described(): Generator<readonly [place: string, description: string | null | undefined]> {
  for (const directive of schema.getDirectives()) {
    yield [`@${directive.name}`, directive.description];
    for (const argument of directive.args) {
      yield [`@${directive.name}(${argument.name})`, argument.description];
    }
  }
  for (const type of types) {
    yield [type.name, type.description];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const argument of field.args) {
          yield [`${type.name}.${field.name}(${argument.name})`, argument.description];
        }
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        yield [`${type.name}.${field.name}`, field.description];
      }
    } else if (isEnumType(type)) {
      for (const value of type.getValues()) {
        yield [`${type.name}.${value.name}`, value.description];
      }
    } else if (!isScalarType(type)) {
      throw new Error(`What is ${type.name}?`);
    }
  }
}

describe('the documentation of the schema', () => {
  it('leaves nothing undescribed', () => {
    const all = [...described()];
    expect(all.length).toBeGreaterThan(2000);
    expect(all.filter(([, description]) => !description?.trim()).map(([place]) => place)).toEqual(
      [],
    );
  });

  it('states every bound', () => {
    const query = schema.getQueryType()!.getFields();
    const argument = (field: string, name: string) => {
      const { description } = query[field]!.args.find((each) => each.name === name)!;
      return description!.replaceAll('\n', ' ');
    };
    const range = ({ least, greatest }: { least: number; greatest: number }) =>
      `${least} to ${greatest}`;
    expect(argument('people', 'first')).toContain(range(bounds.page));
    expect(argument('people', 'first')).toContain(`by default ${defaultPageSize}`);
    expect(argument('people', 'last')).toContain(range(bounds.page));
    expect(argument('nodes', 'ids')).toContain(`at most ${bounds.ids.greatest}`);
    expect(argument('timeline', 'about')).toContain(`at most ${bounds.ids.greatest}`);
    expect(argument('neighborhood', 'ids')).toContain(range(bounds.starts));
    expect(argument('neighborhood', 'depth')).toContain(range(bounds.depth));
    expect(argument('neighborhood', 'limit')).toContain(range(bounds.limit));
    expect(argument('drawing', 'limit')).toContain(range(bounds.drawn));
    expect(argument('suggest', 'limit')).toContain(range(bounds.suggestions));
    expect(argument('aggregate', 'limit')).toContain(range(bounds.rows));
    expect(argument('aggregate', 'groupBy')).toContain(`at most ${bounds.dimensions.greatest}`);
    const described = (type: string, field?: string) => {
      const found = schema.getType(type);
      if (!isInputObjectType(found) && !isObjectType(found)) throw new Error(`What is ${type}?`);
      return field === undefined ? found.description : found.getFields()[field]!.description;
    };
    for (const field of ['and', 'or']) {
      expect(described('EntityFilter', field)).toContain(
        `at most ${bounds.filterDepth.greatest} deep`,
      );
      expect(described('EntityFilter', field)).toContain(
        `at most ${bounds.filters.greatest} in all`,
      );
    }
    expect(described('EntityFilter', 'text')).toContain(`at most ${bounds.filterTexts.greatest}`);
    const longest = `At most ${bounds.text.greatest} characters`;
    expect(described('EntityFilter', 'text')).toContain(longest);
    expect(argument('search', 'query')).toContain(longest);
    expect(argument('suggest', 'prefix')).toContain(longest);
    expect(described('EntityFacets')).toContain(`at most ${mostGroups} groups`);
    expect(described('StatementFacets')).toContain(`at most ${mostGroups} groups`);
    expect(described('Dataset', 'statementsBySource')).toContain(
      `the ${bounds.rows.greatest} most`,
    );
    for (const field of ['path', 'paths', 'trace']) {
      expect(argument(field, 'maxHops')).toContain(range(bounds.hops));
    }
    expect(argument('paths', 'count')).toContain(range(bounds.paths));
    expect(argument('commonNeighbors', 'ids')).toContain(range(bounds.common));
  });
});

describe('lists', () => {
  /** Lists of graph objects that are bounded otherwise than by paging. */
  const bounded = [
    'Query.nodes', // as long as `ids`
    'Neighborhood.nodes', // `limit`
    'Neighborhood.edges', // among the nodes
    'Path.entities', // `maxHops`
    'Path.statements',
    'Community.leading', // at most 5
    'CommonNeighborEdge.statements', // one for each of `ids`
    'RelatedEdge.shared', // at most 5
    'Disagreement.statements', // the rivals on one property of one thing
  ];
  const graphTypes = new Set([
    'Node',
    'Entity',
    'Statement',
    'NeighborhoodNode',
    ...schema.getPossibleTypes(schema.getType('Entity') as never).map(({ name }) => name),
  ]);

  it('of entities and statements are paged', () => {
    const unpaged = composite
      .filter(({ name }) => !name.endsWith('Connection'))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(
            (field) =>
              isListType(getNullableType(field.type)) &&
              graphTypes.has(getNamedType(field.type).name),
          )
          .map((field) => `${type.name}.${field.name}`),
      );
    expect(unpaged.toSorted()).toEqual(bounded.toSorted());
  });

  it('are paged by the same four arguments everywhere', () => {
    const fields = composite.flatMap((type) =>
      Object.values(type.getFields()).filter((field) =>
        getNamedType(field.type).name.endsWith('Connection'),
      ),
    );
    expect(fields.length).toBeGreaterThan(400);
    for (const field of fields) {
      const names = field.args.map(({ name, type }) => `${name}: ${type}`);
      expect(names).toEqual(
        expect.arrayContaining(['first: Int', 'after: String', 'last: Int', 'before: String']),
      );
    }
  });

  it('have connections and edges of one shape', () => {
    const connections = types.filter(
      (type) => isObjectType(type) && type.name.endsWith('Connection'),
    );
    for (const type of connections) {
      if (!isObjectType(type)) continue;
      expect(type.getInterfaces().map(String)).toEqual(['Connection']);
      const edge = getNamedType(type.getFields().edges!.type);
      if (!isObjectType(edge)) throw new Error(`${edge.name} is no type of edges.`);
      expect(Object.keys(edge.getFields())).toEqual(expect.arrayContaining(['cursor', 'node']));
      expect(String(type.getFields().nodes!.type)).toBe(`[${edge.getFields().node!.type}]!`);
    }
  });
});
