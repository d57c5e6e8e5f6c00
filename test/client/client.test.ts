import { type DocumentNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { TypedDocument } from '../../src/client/document.ts';
import { CaytreError, createClient, operations } from '../../src/client/index.ts';
import { registry } from '../../src/errors/registry.ts';
import { type Running, startServer } from '../support/serve.ts';

const url = 'http://example.org/graphql';

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal | null | undefined;
}

/** A server that gives these answers one after another, and what it was sent. */
function server(...answers: readonly (object | string | Error)[]) {
  const sent: Sent[] = [];
  const fake: typeof fetch = async (address, { method, headers, body, signal } = {}) => {
    sent.push({
      url: String(address),
      method,
      headers: new Headers(headers),
      body: JSON.parse(String(body)),
      signal,
    });
    const answer = answers[sent.length - 1];
    if (answer instanceof Error) throw answer;
    const status = typeof answer === 'string' ? 502 : 'data' in answer! ? 200 : 400;
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status });
  };
  return { fetch: fake, sent };
}

/** The error that a question must come to. */
async function failed(question: Promise<unknown>): Promise<CaytreError> {
  const error = await question.then(
    (answer) => expect.fail(`an answer: ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  );
  if (!(error instanceof CaytreError)) expect.fail(`another error: ${error}`);
  return error;
}

type Named = { readonly name: string };
const text = 'query Named($id: ID!) { entity(id: $id) { name } }';
const named = parse(text) as TypedDocument<Named, { readonly id: string }>;
const trusted: typeof named = { ...named, __meta__: { hash: 'sha256:abc' } };
const unknown = { errors: [{ message: 'Unknown.', extensions: { code: 'DOCUMENT_UNKNOWN' } }] };

describe('a question', () => {
  it('is sent as GraphQL over HTTP wants it, and its data comes back', async () => {
    const { fetch, sent } = server({ data: { name: 'Huế' } });
    const answer = await createClient({ url, fetch }).query(named, { id: 'a:b' });
    expect(answer).toEqual({ name: 'Huế' });
    const [{ method, headers, body }] = sent as [Sent];
    expect({ ...sent[0], headers: undefined }).toMatchObject({ url, method: 'POST' });
    expect(method).toBe('POST');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('accept')).toMatch(/^application\/graphql-response\+json\b/);
    expect(headers.get('accept-language')).toBeNull();
    expect(parse(body.query as string, { noLocation: true })).toEqual(
      parse(text, { noLocation: true }),
    );
    expect(body.variables).toEqual({ id: 'a:b' });
  });

  it('may be a text, sent as it is', async () => {
    const { fetch, sent } = server({ data: { a: 1 } }, { data: { a: 2 } });
    const client = createClient({ url, fetch });
    expect(await client.query<{ a: number }>('{ a }')).toEqual({ a: 1 });
    expect(await client.query('query ($b: Int) { a(b: $b) }', { b: 2 })).toEqual({ a: 2 });
    expect(sent.map(({ body }) => body)).toEqual([
      { query: '{ a }' },
      { query: 'query ($b: Int) { a(b: $b) }', variables: { b: 2 } },
    ]);
  });

  it('goes in the language of the client, or in its own, with the headers of the client', async () => {
    const { fetch, sent } = server({ data: {} }, { data: {} });
    const client = createClient({ url, fetch, language: 'en', headers: { 'x-key': 'k' } });
    await client.query(named, { id: 'a:b' });
    await client.query(named, { id: 'a:b' }, { language: 'vi' });
    expect(sent.map(({ headers }) => headers.get('accept-language'))).toEqual(['en', 'vi']);
    expect(sent.map(({ headers }) => headers.get('x-key'))).toEqual(['k', 'k']);
  });

  it('ends with its signal, for the reason of that', async () => {
    const controller = new AbortController();
    const fake: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('ended')));
        controller.abort(new Error('No longer needed.'));
      });
    const client = createClient({ url, fetch: fake });
    await expect(client.query(named, { id: 'a' }, { signal: controller.signal })).rejects.toThrow(
      'No longer needed.',
    );
  });

  it('that nobody gives a reason to end is rejected with an AbortError', async () => {
    const controller = new AbortController();
    const fake: typeof fetch = async () => {
      controller.abort();
      // Not what the platform throws: some throw errors of their own.
      throw new TypeError('ended');
    };
    const { signal } = controller;
    const asked = createClient({ url, fetch: fake }).query(trusted, { id: 'a' }, { signal });
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a trusted operation', () => {
  it('is asked for by its id alone', async () => {
    const { fetch, sent } = server({ data: { name: 'Huế' } });
    await createClient({ url, fetch }).query(trusted, { id: 'a:b' });
    expect(sent.map(({ body }) => body)).toEqual([
      { documentId: 'sha256:abc', variables: { id: 'a:b' } },
    ]);
  });

  it('is sent as a text to a server that does not know it, and from then on at once', async () => {
    const { fetch, sent } = server(unknown, { data: { name: 'Huế' } }, { data: { name: 'Vinh' } });
    const client = createClient({ url, fetch });
    expect(await client.query(trusted, { id: 'a:b' })).toEqual({ name: 'Huế' });
    expect(await client.query(trusted, { id: 'a:c' })).toEqual({ name: 'Vinh' });
    expect(sent.map(({ body }) => Object.keys(body))).toEqual([
      ['documentId', 'variables'],
      ['query', 'variables'],
      ['query', 'variables'],
    ]);
  });

  it('is not asked twice where something else is wrong', async () => {
    const { fetch, sent } = server({ errors: [{ message: 'No.', extensions: { code: 'OTHER' } }] });
    const error = await failed(createClient({ url, fetch }).query(trusted, { id: 'a' }));
    expect(error.code).toBe('OTHER');
    expect(sent).toHaveLength(1);
  });
});

describe('an error', () => {
  it('has code, mend and path of the first that the API tells, all of them, and the data beside them', async () => {
    const errors = [
      { message: 'Too much.', path: ['a', 0], extensions: { code: 'LIMIT', mend: 'Ask less.' } },
      { message: 'Too little.' },
    ];
    const { fetch } = server({ data: { a: null }, errors });
    const error = await failed(createClient({ url, fetch }).query(named, { id: 'a' }));
    expect(error).toMatchObject({
      name: 'CaytreError',
      message: 'Too much.',
      code: 'LIMIT',
      mend: 'Ask less.',
      path: ['a', 0],
      data: { a: null },
      status: 200,
      errors,
    });
  });

  it('has a code and a mend also where what answers gives none', async () => {
    const coded = { message: 'No.', extensions: { code: 'DENIED' } };
    const { fetch } = server({ errors: [{ message: 'No.' }] }, { errors: [coded] });
    const client = createClient({ url, fetch });
    const { mend } = registry.ERROR_UNEXPLAINED;
    const error = await failed(client.query('{ a }'));
    expect(error).toMatchObject({ message: 'No.', code: 'ERROR_UNEXPLAINED', mend, status: 400 });
    expect(await failed(client.query('{ a }'))).toMatchObject({ code: 'DENIED', mend });
  });

  it.each([
    '<html>Bad gateway</html>',
    '',
    'null',
    '[]',
    '{"errors":[]}',
    '"data"',
    '{"message":"?"}',
  ])('says that %s is no answer', async (answer) => {
    const { fetch } = server(answer);
    const error = await failed(createClient({ url, fetch }).query('{ a }'));
    const { mend } = registry.ANSWER_UNREADABLE;
    expect(error).toMatchObject({ code: 'ANSWER_UNREADABLE', status: 502, mend, errors: [] });
    expect(error.message).toContain(`${url} answers (status 502)`);
  });

  it('says that nothing answers, and why', async () => {
    const cause = new TypeError('fetch failed');
    const { fetch } = server(cause);
    const error = await failed(createClient({ url: new URL(url), fetch }).query('{ a }'));
    expect(error).toMatchObject({ code: 'SERVER_UNREACHABLE', status: undefined, cause });
    expect(error.message).toBe(`Nothing answers at ${url}: fetch failed.`);
  });
});

describe('against the server', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startServer();
  });
  afterAll(() => running.stop());

  const client = (language?: 'vi' | 'en') =>
    createClient({ url: `${running.address}/graphql`, ...(language && { language }) });
  const entity = parse('query ($id: ID!) { entity(id: $id) { name } }') as TypedDocument<
    { readonly entity: Named | null },
    { readonly id: string }
  >;

  it('answers in the language asked for', async () => {
    const id = 'country:jpn';
    expect(await client().query(entity, { id })).toEqual({ entity: { name: 'Nhật Bản' } });
    expect(await client('en').query(entity, { id })).toEqual({ entity: { name: 'Japan' } });
  });

  it('tells the errors of the API with code and mend', async () => {
    const error = await failed(client().query('{ people(first: 101) { totalCount } }'));
    expect(error).toMatchObject({ code: 'ARGUMENT_OUT_OF_RANGE', path: ['people'] });
    expect(error.mend).toBe('Give a value between 1 and 100.');
    expect((await failed(client().query('{'))).code).toBe('GRAPHQL_PARSE_FAILED');
  });

  it('is left with an AbortError, before the answer and before the request', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const asked = client().query(entity, { id: 'country:jpn' }, { signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    const again = client().query(operations.NineDirections, {}, { signal });
    await expect(again).rejects.toMatchObject({ name: 'AbortError' });
    await expect(again).rejects.not.toBeInstanceOf(CaytreError);
  });

  it('knows every operation by the id that the client has for it', async () => {
    const sent: string[] = [];
    const spy: typeof fetch = (address, init) => {
      sent.push(String(init?.body));
      return fetch(address, init);
    };
    const client = createClient({ url: `${running.address}/graphql`, fetch: spy });
    const documents = Object.values(operations) as unknown as readonly TypedDocument[];
    for (const document of documents) {
      // Whatever is wrong with variables that are not there, the server has read the operation first.
      await client.query(document).catch(() => {});
    }
    expect(sent).toEqual(
      documents.map((document) => JSON.stringify({ documentId: document.__meta__?.hash })),
    );
  });
});

it('takes the documents of other tools, and gives them its own', () => {
  expectTypeOf<DocumentNode>().toExtend<TypedDocument>();
  expectTypeOf<TypedDocument>().toExtend<DocumentNode>();
});

it('knows the types of variables and answers', () => {
  const client = createClient({ url });
  const ask = () => client.query(named, { id: 'a:b' });
  expectTypeOf(ask).returns.resolves.toEqualTypeOf<Named>();
  // @ts-expect-error: a variable is missing
  void (() => client.query(named));
  // @ts-expect-error: a variable is of another type
  void (() => client.query(named, { id: 1 }));
  // @ts-expect-error: there is no such variable
  void (() => client.query(named, { id: 'a:b', lang: 'VI' }));
  const free = parse('{ a }') as TypedDocument<Named, { readonly lang?: 'VI' | 'EN' }>;
  void (() => client.query(free));
  void (() => client.query(free, undefined, { language: 'vi' }));
  // @ts-expect-error: an optional variable is of another type
  void (() => client.query(free, { lang: 'FR' }));
  for (const operation of Object.values(operations)) {
    expect(operation).toMatchObject({ kind: 'Document' });
  }
});
