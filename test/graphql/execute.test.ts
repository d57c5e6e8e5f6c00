import { describe, expect, it } from 'vitest';
import { executeLocally } from '../../src/graphql/execute.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { memoryStore } from './support/api.ts';
import { schema } from './support/schema.ts';

const store = memoryStore();

describe('local execution', () => {
  it('answers a query with variables in the language asked for', async () => {
    const query = 'query ($id: ID!) { entity(id: $id) { name } }';
    const variables = { id: 'country:vnm' };
    expect(await executeLocally(schema, store, { query, variables, language: 'en' })).toEqual({
      data: { entity: { name: 'Viet Nam' } },
    });
    expect(await executeLocally(schema, store, { query, variables, language: 'vi' })).toEqual({
      data: { entity: { name: 'Việt Nam' } },
    });
  });

  it.each([
    ['{ people', 'GRAPHQL_PARSE_FAILED'],
    ['{ peopel { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query ($id: ID!) { entity(id: $id) { name } }', 'BAD_USER_INPUT'],
    ['{ statements(filter: { paragraphs: [0] }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['query A { __typename } query B { __typename }', 'BAD_USER_INPUT'],
    ['{ people(first: 0) { totalCount } }', 'ARGUMENT_OUT_OF_RANGE'],
  ])('tells what is wrong with %s', async (query, code) => {
    const { errors } = await executeLocally(schema, store, { query, language: 'vi' });
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toMatchObject({ code });
  });

  it('throws what nobody expected', async () => {
    const broken: GraphStore = {
      ...store,
      entities: () => {
        throw new Error('the disk is gone');
      },
    };
    const query = '{ entity(id: "country:vnm") { name } }';
    await expect(executeLocally(schema, broken, { query, language: 'vi' })).rejects.toThrow(
      'the disk is gone',
    );
  });
});
