import type { RandomRequest } from './random-query.ts';

/** A request as it goes over the wire. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const PIECES = [
  ...['{', '}', '(', ')', '[', ']', '"', '"""', '$', '$x', '@', '@skip(if: true)', '@skip', '...'],
  ...[':', '!', '#', '&', '|', '\0', '\ud800', '\ufeff', '-1', '1e99', '0x1', 'null', 'true', '""'],
  ...[
    '... on Nothing { id }',
    '...F',
    'fragment X on Query { ...X }',
    '__schema { nothing }',
    'on',
  ],
  ...['first: "1"', 'id: {}', 'asOf: 7', 'mutation { a }', 'subscription { a }', 'type A { a: A }'],
];
const ODD_VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    -1,
    1.5,
    1e99,
    2 ** 53,
    '',
    'x',
    '🎋',
    '\ud800',
    [],
    {},
    [[]],
    [null],
    { a: { b: [1] } },
  ],
  ...['x'.repeat(5_000), Array(50).fill('x'), { constructor: 1 }],
];
const USUAL = { accept: 'application/json', 'content-type': 'application/json' };
const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { accept: 'image/png' },
  { accept: ';;q=x' },
  { accept: 'application/graphql-response+json' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': '' },
  { 'content-encoding': 'gzip' },
  { 'accept-language': 'x'.repeat(3_000) },
  { 'accept-language': ',;q=9,vi;q=-1' },
  { 'x-http-method-override': 'DELETE' },
  { 'if-none-match': '*', range: 'bytes=0-1' },
  { cookie: 'a=b', authorization: 'Bearer x' },
];

/** Makes of a sound request one that is broken: in its document, its variables, its body, its method or its headers. */
export function broken({ query, variables }: RandomRequest, random: () => number): Sent {
  const number = (below: number): number => Math.floor(random() * below);
  const one = <T>(items: readonly T[]): T => items[number(items.length)]!;
  const chance = (likely: number): boolean => random() < likely;

  const documents: readonly (() => string)[] = [
    () => {
      const at = number(query.length);
      return query.slice(0, at) + one(PIECES) + query.slice(at + number(5));
    },
    () => query.slice(0, number(query.length)),
    () => {
      const words = query.split(/\b/);
      words.splice(number(words.length), 1, one(words));
      return words.join('');
    },
    () => query.replace(/\b(\w+) \{/, (_, name) => `${name}x {`),
    () =>
      query.replace(
        /: (\w+|"[^"]*")([,)])/,
        (_, _value, end) => `: ${one(['"x"', '7', '[[]]', '{ a: 1 }', 'NONE', 'null'])}${end}`,
      ),
    () => `${query} ${query}`,
    () => one(['', ' ', '#', '{', '{ }', 'query', 'nonsense', '\0', query.repeat(30)]),
  ];
  const wrongVariables = (): unknown => {
    const names = Object.keys(variables);
    if (names.length === 0 || chance(0.2))
      return chance(0.5) ? one(ODD_VALUES) : { more: one(ODD_VALUES) };
    const changed: Record<string, unknown> = { ...variables };
    const name = one(names);
    if (chance(0.2)) delete changed[name];
    else changed[name] = one(ODD_VALUES);
    return changed;
  };
  const body = (): Record<string, unknown> => {
    const found: Record<string, unknown> = { query, variables };
    if (chance(0.6)) found.query = one(documents)();
    else if (chance(0.7)) found.variables = wrongVariables();
    else found[one(['query', 'operationName', 'extensions', 'documentId', 'id'])] = one(ODD_VALUES);
    return found;
  };
  const headers = { ...USUAL, ...(chance(0.15) && one(ODD_HEADERS)) };

  if (chance(0.12)) {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(body())) {
      search.append(name, typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
    }
    if (chance(0.1)) search.append('query', '{ __typename }');
    const text = chance(0.1) ? String(search).slice(0, number(60)) : String(search);
    const { 'content-type': _, ...sent } = headers;
    const preflight = chance(0.9) ? { 'apollo-require-preflight': 'yes' } : {};
    return {
      method: 'GET',
      path: `/graphql?${text.slice(0, 8_000)}`,
      headers: { ...sent, ...preflight },
    };
  }
  if (chance(0.03)) {
    const path = one([
      '/graphql',
      '/graphql/',
      '/graphql?query={__typename}',
      '/nothing',
      '/%',
      '/%00',
      '/..%2f..%2fetc/passwd',
      '//graphql',
      '/__proto__',
    ]);
    return {
      method: one(['PUT', 'DELETE', 'PATCH', 'POST']),
      path,
      headers,
      body: '{"query":"{ __typename }"}',
    };
  }
  const text = JSON.stringify(body());
  if (chance(0.85)) return { method: 'POST', path: '/graphql', headers, body: text };
  const bodies: readonly (() => string | Uint8Array<ArrayBuffer>)[] = [
    () => text.slice(0, number(text.length)),
    () => `[${text}]`,
    () => `[${text},${text}]`,
    () => `\ufeff${text}`,
    () => text.replace('"query"', '"__proto__"'),
    () => text.replace('"query"', '"query":1,"query"'),
    () =>
      one([
        '',
        ' ',
        'null',
        '0',
        '"x"',
        'true',
        '[]',
        '{}',
        '{"query":}',
        'NaN',
        '{"query":{}}',
        '[null]',
      ]),
    () => Uint8Array.from({ length: 1 + number(60) }, () => number(256)),
    () =>
      new Uint8Array([
        ...Buffer.from('{"query":"{ entity(id: \\"'),
        0xc3,
        0x28,
        0xff,
        ...Buffer.from('\\") { id } }"}'),
      ]),
    () => JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(300_000) } }),
  ];
  return { method: 'POST', path: '/graphql', headers, body: one(bodies)() };
}
