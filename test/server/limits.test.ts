import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits, type LimitName, limitNames } from '../../src/graphql/limits/limits.ts';
import {
  getAddress,
  preflight,
  type RunningApplication,
  read,
  startApplication,
} from '../support/application.ts';

const allowed = {
  ...defaultLimits,
  tokens: 200,
  nesting: 8,
  directives: 5,
  depth: 7,
  aliases: 9,
  fragments: 4,
  spreads: 6,
  rootFields: 3,
  values: 20,
  cost: 500,
  body: 4_000,
};

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication({ limits: allowed });
});
afterAll(() => application?.stop());

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** Questions that use so much of one thing, and little of all others. */
const using: Record<Exclude<LimitName, 'values' | 'body' | 'time'>, (amount: number) => string> = {
  tokens: (amount) =>
    `{ statements(first: 1, filter: { subjects: [${'"a" '.repeat(amount - 19)}] }) { totalCount } }`,
  nesting: (amount) =>
    `{ entity(id: "a") { ${'... {'.repeat(amount - 2)} id ${'}'.repeat(amount - 2)} } }`,
  directives: (amount) =>
    `{ dataset { version ${times(amount, () => '... @skip(if: false) { version }')} } }`,
  depth: (amount) => `{ statements(first: 1) { nodes { ${nested(amount - 2)} } } }`,
  aliases: (amount) => `{ dataset { ${times(amount, (index) => `a${index}: version`)} } }`,
  fragments: (amount) =>
    `{ dataset { ${times(amount, (index) => `...F${index}`)} } } ${times(amount, (index) => `fragment F${index} on Dataset { version }`)}`,
  spreads: (amount) =>
    `{ dataset { ${times(amount, () => '...F')} } } fragment F on Dataset { version }`,
  rootFields: (amount) => `{ ${times(amount, (index) => `a${index}: __typename`)} }`,
  // Twice a connection with a hundred statements and their subjects, then as many more as are wanted.
  cost: (amount) =>
    `{ a: statements(first: 100) { ...S } b: statements(first: 100) { ...S } statements(first: ${amount - 403}) { nodes { id } } }
    fragment S on StatementConnection { nodes { subject { id } } }`,
};

/** Fields one below the other, the last a leaf. */
function nested(levels: number): string {
  const fields = ['subject', 'statements(first: 1)', 'nodes'];
  let text = '';
  for (let level = 0; level < levels - 1; level += 1) text += `${fields[level % 3]} { `;
  return `${text}__typename ${'}'.repeat(levels - 1)}`;
}

const nestedList = (levels: number): unknown => (levels === 0 ? 1 : [nestedList(levels - 1)]);

const cases = Object.entries(using) as [keyof typeof using, (amount: number) => string][];
const accepts = ['application/json', 'application/graphql-response+json'];

describe('the limits of a request', () => {
  it('are all tried here', () => {
    expect([...Object.keys(using), 'values', 'body', 'time'].toSorted()).toEqual(
      limitNames.toSorted(),
    );
  });

  it.each(cases)('lets pass as many %s as are allowed', async (name, write) => {
    const { status, answer } = await application.ask({ query: write(allowed[name]) });
    expect(answer.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(answer.extensions.limits[name]).toEqual({ used: allowed[name], allowed: allowed[name] });
  });

  it.each(
    cases.flatMap(([name, write]) => accepts.map((accept) => [name, accept, write] as const)),
  )('refuses one more of %s, by POST and by GET, for %s', async (name, accept, write) => {
    const query = write(allowed[name] + 1);
    const headers = { accept, ...preflight };
    for (const { status, headers: given, answer } of [
      await application.ask({ query }, headers),
      await read(await fetch(getAddress(application.address, { query }), { headers })),
    ]) {
      expect(status).toBe(400);
      expect(given.get('content-type')).toContain(accept);
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors).toHaveLength(1);
      const limit = { name, allowed: allowed[name], amount: allowed[name] + 1 };
      expect(answer.errors[0].extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit });
      expect(answer.errors[0].message).toMatch(
        new RegExp(`needs ${limit.amount} .*"${name}" allows ${limit.allowed}\\.$`),
      );
      expect(answer.extensions.limits[name]).toEqual({
        used: limit.amount,
        allowed: limit.allowed,
      });
    }
  });

  it('hold for the body, whether or not the client says how long it is', async () => {
    const bodyOf = (length: number) =>
      JSON.stringify({ query: '{ __typename }', more: '' }).replace('""', (empty) =>
        empty.replace('""', `"${'x'.repeat(length - 36)}"`),
      );
    const send = async (body: string, chunked: boolean) => {
      const response = await fetch(`${application.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: chunked ? new Blob([body]).stream() : body,
        ...(chunked && { duplex: 'half' }),
      } as RequestInit);
      return read(response);
    };
    expect(bodyOf(100)).toHaveLength(100);
    for (const chunked of [false, true]) {
      const passed = await send(bodyOf(4_000), chunked);
      expect(passed.answer.data).toEqual({ __typename: 'Query' });
      expect(passed.answer.extensions.limits.body).toEqual({ used: 4_000, allowed: 4_000 });
      const { status, answer } = await send(bodyOf(4_001), chunked);
      expect(status).toBe(413);
      expect(answer.errors[0].extensions).toMatchObject({
        code: 'LIMIT_EXCEEDED',
        limit: { name: 'body', allowed: 4_000, ...(!chunked && { amount: 4_001 }) },
      });
    }
  });

  it.each([
    ['values', 20, (amount: number) => ({ ids: Array(amount - 1).fill('a') })],
    ['nesting', 8, (amount: number) => ({ ids: [], more: nestedList(amount - 1) })],
  ])('hold for the %s of variables, by POST and by GET', async (name, most, variablesOf) => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ask = async (amount: number) => {
      const variables = variablesOf(amount);
      const address = getAddress(application.address, { query, variables });
      return [
        await application.ask({ query, variables }),
        await read(await fetch(address, { headers: preflight })),
      ];
    };
    for (const { status, answer } of await ask(most)) {
      expect(answer.errors).toBeUndefined();
      expect(status).toBe(200);
      expect(answer.extensions.limits[name]).toEqual({ used: most, allowed: most });
    }
    for (const { status, answer } of await ask(most + 1)) {
      expect(status).toBe(400);
      expect(answer.errors).toMatchObject([
        {
          extensions: { code: 'LIMIT_EXCEEDED', limit: { name, allowed: most, amount: most + 1 } },
        },
      ]);
    }
  });

  it('price pages by the values of variables', async () => {
    const query =
      'query ($n: Int = 400) { statements(first: 50) { nodes { subject { statements(first: $n) { totalCount nodes { id } } } } } }';
    const ask = (n: number) => application.ask({ query, variables: { n } });
    expect((await ask(5)).answer.extensions.limits.cost.used).toBe(1 + 50 * (1 + 1 + 1 + 5));
    expect((await ask(50)).answer.errors[0].extensions.limit.name).toBe('cost');
    expect((await application.ask({ query })).answer.errors[0].extensions.limit.name).toBe('cost');
  });

  it('leave it to GraphQL to find fault with variables and names', async () => {
    const query = 'query ($n: Int) { statements(first: $n) { totalCount } }';
    const wrong = await application.ask({ query, variables: { n: 'many' } });
    expect(wrong.answer.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(wrong.answer.extensions.limits.cost).toEqual({ allowed: 500 });
    const huge = await application.ask({ query, variables: { n: 1_000_000 } });
    expect(huge.answer.errors[0].extensions.code).toBe('ARGUMENT_OUT_OF_RANGE');
  });
});

describe('the limits by default', () => {
  let usual: RunningApplication;
  beforeAll(async () => {
    usual = await startApplication();
  });
  afterAll(() => usual?.stop());

  it('let the whole schema be asked for, which clients do first', async () => {
    const query = getIntrospectionQuery({
      oneOf: true,
      specifiedByUrl: true,
      schemaDescription: true,
    });
    const { status, answer } = await usual.ask({ query });
    expect(status).toBe(200);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.__schema.types.length).toBeGreaterThan(100);
  });

  it.each([
    ['a hundred and one aliases', `{ ${times(101, (index) => `a${index}: __typename`)} }`],
    ['one field five hundred times', `{ ${times(500, () => '__typename')} }`],
    ['ten thousand directives', `{ __typename ${'@a'.repeat(10_000)} }`],
    ['brackets without end', `{ entity(id: ${'['.repeat(50_000)}`],
    [
      'four levels of a hundred',
      '{ statements(first: 100) { nodes { subject { relations(first: 100) { nodes { relations(first: 100) { nodes { relations(first: 100) { nodes { id } } } } } } } } } }',
    ],
    [
      'a fragment in a circle of a thousand',
      `{ ...F0 } ${times(100, (index) => `fragment F${index} on Query { ...F${(index + 1) % 100} }`)}`,
    ],
  ])('refuse %s', async (_name, query) => {
    const { status, answer } = await usual.ask({ query });
    expect(status).toBe(400);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });

  const bottomless = `${'{"not":'.repeat(30_000)}{}${'}'.repeat(30_000)}`;
  it.each([
    [400, `{"query":"query ($f: EntityFilter) { __typename }","variables":{"f":${bottomless}}}`],
    [200, `{"query":"{ __typename }","unknown":${bottomless}}`],
  ])('answer %i to a body without a bottom, however it comes', async (expected, body) => {
    for (const chunked of [false, true]) {
      const response = await fetch(`${usual.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: chunked ? new Blob([body]).stream() : body,
        ...(chunked && { duplex: 'half' }),
      } as RequestInit);
      const { status, answer } = await read(response);
      expect(status).toBe(expected);
      if (expected === 400) expect(answer.errors[0].extensions.limit.name).toBe('nesting');
      expect(answer.extensions.limits.body.used).toBe(body.length);
    }
    expect(usual.logged).toEqual([]);
  });

  it('refuse several requests in one', async () => {
    const response = await fetch(`${usual.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });

  it('tell few mistakes of a document at once', async () => {
    const { answer } = await usual.ask({ query: `{ ${times(40, (index) => `nothing${index}`)} }` });
    expect(answer.errors.length).toBeLessThan(10);
  });

  it('give the same request the same answer, to the byte', async () => {
    const text = async () =>
      (
        await fetch(`${usual.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ dataset { version } }"}',
        })
      ).text();
    expect(await text()).toBe(await text());
  });
});
