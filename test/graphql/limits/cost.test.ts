import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureCost } from '../../../src/graphql/limits/cost.ts';
import { createDocumentMeasure } from '../../../src/graphql/limits/document.ts';
import { checkLimits, defaultLimits, limitExceeded } from '../../../src/graphql/limits/limits.ts';
import { lengths, prices } from '../../../src/graphql/limits/prices.ts';
import { schema } from '../support/schema.ts';

function cost(text: string, given: Record<string, unknown> = {}): number {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  return measureCost({ schema, document, operation, variables: coerced! });
}

describe('the cost of an operation', () => {
  it.each([
    ['{ __typename }', 0],
    ['{ entity(id: "country:jpn") { id name kind } }', 1],
    ['{ entity(id: "country:jpn") { names { vi en } } }', 2],
    // The connection and a page of 20 nodes.
    ['{ people { nodes { name } } }', 21],
    ['{ people(first: 7) { nodes { name } } }', 8],
    ['{ people(last: 7) { totalCount edges { cursor node { name } } } }', 15],
    ['{ people(first: 7) { pageInfo { endCursor } } }', 2],
    // Each of 5 people, with a connection of 3.
    [
      '{ people(first: 5) { nodes { speeches(first: 3) { nodes { name } } } } }',
      1 + 5 * (1 + 1 + 3),
    ],
    [
      '{ people(first: 5) { nodes { related(first: 3) { nodes { name } } } } }',
      1 + 5 * (1 + 100 + 1 + 3),
    ],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['{ suggest(prefix: "a", limit: 4) { entity { id } } }', 20 + 4 * 2],
    [
      '{ neighborhood(ids: ["a", "b"], limit: 10) { nodes { entity { id } } edges { id } } }',
      200 + 1 + 20 + 20,
    ],
    ['{ neighborhood(ids: ["a"]) { nodes { distance } } }', 200 + 1 + 50],
    ['{ commonNeighbors(ids: ["a", "b"], first: 4) { nodes { id } } }', 50 + 1 + 4],
    ['{ commonNeighbors(ids: ["a", "b"]) { nodes { id } } }', 50 + 1 + 20],
    [
      '{ paths(from: "a", to: "b", count: 2, maxHops: 5) { paths { entities { id } } } }',
      200 + 1 + 2 * (1 + 6),
    ],
    ['{ path(from: "a", to: "b") { path { statements { id } } } }', 100 + 1 + 1 + 6],
    ['{ aggregate(limit: 9) { rows { value } } }', 500 + 1 + 9],
    ['{ drawing { totalCount } }', 200 + 1000 + 1],
    [
      '{ drawing(limit: 10) { entities { ids names(lang: EN) } edges { ids } } }',
      200 + 10 + 1 + (1 + 1 + 1) + (1 + 3),
    ],
    ['{ people(first: 1) { facets { kinds { key } } } }', 1 + 1 + 200 + 40],
  ])('of %s is %d', (text, expected) => {
    expect(cost(text)).toBe(expected);
  });

  it('goes by the values of variables and by their defaults', () => {
    const text = 'query ($n: Int = 30) { people(first: $n) { nodes { id } } }';
    expect(cost(text)).toBe(31);
    expect(cost(text, { n: 40 })).toBe(41);
    expect(cost(text, { n: null })).toBe(21);
    const ids = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(cost(ids, { ids: ['a', 'b'] })).toBe(2);
  });

  it('leaves it to the argument to refuse a value beyond its bounds', () => {
    expect(cost('{ people(first: 1000000) { nodes { id } } }')).toBe(101);
    expect(cost('{ people(first: -5) { nodes { id } } }')).toBe(1);
  });

  it('leaves out what is skipped', () => {
    const text =
      'query ($yes: Boolean!) { a: people @include(if: $yes) { totalCount } ... @skip(if: $yes) { b: people { nodes { id } } } }';
    expect(cost(text, { yes: true })).toBe(1);
    expect(cost(text, { yes: false })).toBe(21);
  });

  it('counts a fragment wherever it is spread', () => {
    const text = `{ people(first: 2) { ...Page } a: people(first: 3) { ...Page } }
      fragment Page on PersonConnection { nodes { ...Facts } }
      fragment Facts on Person { names { vi } ... on Entity { n: names { en } } }`;
    expect(cost(text)).toBe(1 + 2 * 3 + 1 + 3 * 3);
  });

  it('is found in no time where fragments double at every step', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) =>
        `fragment F${index} on Statement { l: subject { statements(first: 1) { nodes { ...F${index + 1} } } } r: subject { statements(first: 1) { nodes { ...F${index + 1} } } } }`,
    );
    const text = `{ statements(first: 1) { nodes { ...F0 } } } ${fragments.join(' ')} fragment F60 on Statement { id }`;
    const document = parse(text);
    const operation = getOperationAST(document)!;
    const found = measureCost({ schema, document, operation, variables: {} });
    expect(found).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('the tables of prices', () => {
  const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).map((field) => ({ type, field }))
      : [],
  );

  it('name only what the schema has', () => {
    const names = new Set(fields.map(({ type, field }) => `${type.name}.${field.name}`));
    expect(Object.keys({ ...lengths, ...prices }).filter((name) => !names.has(name))).toEqual([]);
  });

  it('say how long each list of objects is that has no page of its own', () => {
    const connection = schema.getType('Connection');
    const unsaid = fields.filter(
      ({ type, field }) =>
        isListType(getNullableType(field.type)) &&
        isCompositeType(getNamedType(field.type)) &&
        type !== connection &&
        !type.getInterfaces().some((each) => each === connection) &&
        lengths[`${type.name}.${field.name}`] === undefined,
    );
    expect(unsaid.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
  });
});

describe('the limits by default', () => {
  const used = (text: string) => ({
    ...createDocumentMeasure(defaultLimits)(text),
    cost: cost(text),
  });
  const details = `id name statement: statements(first: 1) { nodes { id } }`;
  const level = (size: number, below: string) =>
    `relations(first: ${size}) { edges { node { id name ${below} } statement { text citations { source { name } paragraph evidence } qualifiers { label value { label } } } } }`;

  it('let pass three levels of twenty with their statements and citations', () => {
    const text = `{ countries(first: 20) { nodes { ${details} ${level(20, level(20, ''))} } } }`;
    expect(() => checkLimits(used(text), defaultLimits)).not.toThrow();
  });

  it('let pass the introspection of the whole schema', () => {
    const text = getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      oneOf: true,
    });
    expect(() => checkLimits(used(text), defaultLimits)).not.toThrow();
  });

  it('let pass two drawings of all that a drawing can hold, and not three', () => {
    const columns = `entities { ids kinds names degrees pageRanks communities begins }
      edges { ids properties subjects objects }`;
    const drawings = (count: number): string => {
      const each = Array.from(
        { length: count },
        (_, index) => `d${index}: drawing(limit: 20000) { ${columns} }`,
      );
      return `{ ${each.join(' ')} }`;
    };
    expect(() => checkLimits(used(drawings(2)), defaultLimits)).not.toThrow();
    expect(limitExceeded(used(drawings(3)), defaultLimits)).toBe('cost');
  });

  it.each([
    ['four levels of a hundred', 100, 4],
    ['three levels of a hundred', 100, 3],
    ['five levels of twenty', 20, 5],
  ])('refuse %s', (_name, size, levels) => {
    let text = 'id';
    for (let each = 1; each < levels; each += 1) {
      text = `relations(first: ${size}) { nodes { ${text} } }`;
    }
    expect(
      limitExceeded(used(`{ countries(first: ${size}) { nodes { ${text} } } }`), defaultLimits),
    ).toBe('cost');
  });
});
