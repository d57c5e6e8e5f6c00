import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { graphQLMends } from '../../src/errors/codes/graphql.ts';
import { ProblemError } from '../../src/errors/problem.ts';
import { createErrorFormatter } from '../../src/graphql/errors.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { ask, memoryStore } from './support/api.ts';

const format = (error: unknown) => {
  const logged: object[] = [];
  const formatted = createErrorFormatter({ error: (details) => void logged.push(details) })(
    error instanceof GraphQLError ? error.toJSON() : { message: 'from outside' },
    error,
  );
  return { formatted, logged };
};

describe('the exit for errors', () => {
  it('shows a problem of the registry, with where it was asked', () => {
    const problem = new ProblemError(
      'ARGUMENT_OUT_OF_RANGE',
      { argument: 'first', value: 0, least: 1, greatest: 100 },
      { argument: 'first' },
    );
    const error = new GraphQLError('wrapped', { path: ['people'], originalError: problem });
    expect(format(error)).toEqual({
      formatted: {
        message: 'The argument "first" is 0; it must be between 1 and 100.',
        path: ['people'],
        extensions: {
          code: 'ARGUMENT_OUT_OF_RANGE',
          mend: 'Give a value between 1 and 100.',
          where: { argument: 'first' },
        },
      },
      logged: [],
    });
  });

  it.each([
    new Error('password is hunter2 at /etc/secret'),
    new TypeError('cannot read properties of undefined'),
    'a string was thrown',
    undefined,
  ])('hides what nobody expected, and logs it under the id that the client sees: %s', (thrown) => {
    const { formatted, logged } = format(thrown);
    const { id } = formatted.extensions as { id: string };
    expect(formatted.extensions).toMatchObject({ code: 'INTERNAL' });
    expect(formatted.message).toContain(id);
    expect(JSON.stringify(formatted)).not.toMatch(/hunter2|secret|undefined|thrown|outside|\.ts/);
    expect(logged).toMatchObject([{ id, err: thrown }]);
  });

  it('gives each hidden error an id of its own', () => {
    const id = () => format(new Error('x')).formatted.extensions?.id;
    expect(id()).not.toBe(id());
  });

  it.each([
    new GraphQLError(`Int cannot represent "${'x'.repeat(200_000)}"; a number is needed`),
    new ProblemError('NAME_UNKNOWN', {
      argument: 'kinds',
      what: 'kind',
      name: 'x'.repeat(200_000),
    }),
  ])('does not repeat at length what was wrong', (error) => {
    const { message } = format(error).formatted;
    expect(message.length).toBeLessThanOrEqual(1_000);
    expect(message.slice(0, 10)).toBe(error.message.slice(0, 10));
    expect(message.slice(-10)).toBe(error.message.slice(-10));
  });

  it('leaves the code and message of an error that has its own, and says how to mend it', () => {
    const error = new GraphQLError('PersistedQueryNotFound', {
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
    expect(format(error)).toEqual({
      formatted: {
        message: 'PersistedQueryNotFound',
        extensions: {
          code: 'PERSISTED_QUERY_NOT_FOUND',
          mend: graphQLMends.PERSISTED_QUERY_NOT_FOUND,
        },
      },
      logged: [],
    });
  });

  it('hides a scalar that cannot hold our data', async () => {
    const near = memoryStore();
    const store: GraphStore = {
      ...near,
      entities: (ids) =>
        ids.map((id) => ({
          id,
          kind: 'country',
          names: { vi: 'Không', en: 'None' },
          codes: { alpha2: 'Việt', alpha3: 'VNM' },
        })),
    };
    const { data, errors, logged } = await ask(
      '{ entity(id: "country:x") { ... on Country { alpha2 alpha3 } } }',
      { store },
    );
    expect(data).toEqual({ entity: { alpha2: null, alpha3: 'VNM' } });
    expect(errors[0]?.extensions.code).toBe('INTERNAL');
    expect(logged).toHaveLength(1);
  });

  it('says that a variable is at fault where it is', async () => {
    const query = 'query ($first: Int) { people(first: $first) { totalCount } }';
    const { errors, logged } = await ask(query, { variables: { first: 'many' } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('$first'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(logged).toEqual([]);
  });

  it('says so too where a null variable meets an argument that takes none', async () => {
    const query = `query ($order: EntityOrder = NAME) { people(order: $order) { totalCount } }`;
    const { errors, logged } = await ask(query, { variables: { order: null } });
    expect(errors).toMatchObject([
      { message: expect.stringContaining('order'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(logged).toEqual([]);
  });

  it('hides a dataset that broke its promise', async () => {
    const near = memoryStore();
    const store: GraphStore = { ...near, entities: (ids) => ids.map(() => null) };
    const { errors, logged } = await ask('{ statements(first: 1) { nodes { subject { id } } } }', {
      store,
    });
    expect(errors[0]?.extensions.code).toBe('INTERNAL');
    expect(logged).toMatchObject([{ err: { message: expect.stringContaining('no answer') } }]);
  });
});
