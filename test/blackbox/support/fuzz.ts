import { connect } from 'node:net';
import fc from 'fast-check';

/** Pieces of documents, put together without any grammar; names of the schema among them. */
export const soup = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...names) },
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            ...['{', '}', '{', '}', '(', ')', '[', ']', ':', '!', '$a', '=', '|', '&', '...', '@'],
            ...['query', 'mutation', 'subscription', 'fragment', 'on', '@skip(if: $a)', '#', '\n'],
            ...[
              '"country:vnm"',
              '"""',
              '"\\u{D800}"',
              '1',
              '-0',
              '1e400',
              'null',
              'true',
              'first: 1',
            ],
          ),
        },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      ),
      { maxLength: 40 },
    )
    .map((pieces) => `{ ${pieces.join(' ')}`);

export const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom('country:vnm', 'x'.repeat(3_000), '2023-02-30', '\ud800', '__proto__', 2 ** 53),
);

const id = fc.constantFrom(
  ...['country:jpn', 'person:bui-thanh-son', 'metric:x', 'nothing', ':', '..', '%', 'a b', 'Đ'],
);

/** Paths of the server, with things of the graph and things that are none. */
const path = fc.oneof(
  fc.constantFrom(
    ...['/', '/playground', '/graphql', '/operations.json', '/entities', '/oembed', '/grafana'],
    ...['/sitemap.xml', '/sitemap/1.xml', '/robots.txt', '/embed.js', '/health/live', '/events/'],
    ...['/grafana/frames', '/grafana/timeline', '/grafana/nodes', '/grafana/api/graph/data'],
    ...[
      '/embed/card.svg',
      '/embed/card',
      '/embed/map.svg',
      '/embed/table.svg',
      '/embed/metric.svg',
    ],
    ...['/embed/timeline', '/embed/graph', '/embed/none', '/embed/card.gif', '/site/web/../x'],
    ...['/metrics', '/reload', '//', '/..%2f..%2fetc/passwd', '/site/fonts/%00', '/__proto__'],
  ),
  id.map((one) => `/entity/${encodeURIComponent(one)}`),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `/${encodeURIComponent(text)}`),
);

const parameter = fc.tuple(
  fc.constantFrom(
    ...['entity', 'depth', 'limit', 'kinds', 'properties', 'as-of', 'asOf', 'lang', 'theme', 'q'],
    ...['width', 'height', 'scale', 'from', 'to', 'levels', 'query', 'url', 'format', 'maxwidth'],
    ...['kind', 'after', 'direction', 'property', 'around', 'view', 'selected', '__proto__', ''],
    ...['variables', 'extensions', 'documentId', 'operationName'],
  ),
  fc.oneof(
    id,
    fc.constantFrom(
      ...['0', '1', '-1', '3', '400', '9'.repeat(40), '1e3', 'NaN', '2023', '2023-13', 'en', 'vi'],
      ...['dark', 'json', 'xml', '{}', '[', 'null', 'http://127.0.0.1/', 'javascript:alert(1)'],
      ...['country', 'a,b,,c', '<script>', '"', "'", '\0', '\r\nx: y', '../..', '{{7}}', '%s%n'],
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
);

/** A path with a query string: of names that are read and values that fit or do not, sometimes cut or not encoded. */
export const address = fc
  .tuple(path, fc.array(parameter, { maxLength: 4 }), fc.option(fc.nat(40), { freq: 8 }))
  .map(([base, parameters, cut]) => {
    const search = String(new URLSearchParams(parameters.map(([name, value]) => [name, value])));
    const whole = search === '' ? base : `${base}?${search}`;
    return cut === null ? whole : `${base}?${search.slice(0, cut)}%`;
  });

/** Requests as they go over the wire, of every sort that the server takes. */
const wire: fc.Arbitrary<string> = fc.constantFrom(
  'GET /health/ready HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
  'GET /entity/country:jpn?lang=en HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n',
  'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: a\r\napollo-require-preflight: 1\r\nConnection: close\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 26\r\nConnection: close\r\n\r\n{"query":"{ __typename }"}',
  'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n1a\r\n{"query":"{ __typename }"}\r\n0\r\n\r\n',
  'OPTIONS /graphql HTTP/1.1\r\nHost: a\r\nOrigin: https://b\r\nAccess-Control-Request-Method: POST\r\nConnection: close\r\n\r\n',
  'HEAD / HTTP/1.0\r\n\r\n',
);

const change = fc.record({
  at: fc.nat(300),
  cut: fc.nat(4),
  put: fc.oneof(
    fc.constantFrom(
      ...[
        '\0',
        '\r',
        '\n',
        '\r\n',
        ' ',
        '\t',
        ':',
        '/',
        '%',
        '\xff',
        '\x80',
        ',',
        ';',
        '"',
        'HTTP/9.9',
      ],
      ...['Content-Length: 0\r\n', 'Content-Length: -1\r\n', 'Transfer-Encoding: chunked\r\n'],
      ...['Expect: 100-continue\r\n', 'Upgrade: h2c\r\nConnection: upgrade\r\n', 'Host: b\r\n'],
      ...['Range: bytes=0-,0-\r\n', 'If-None-Match: *\r\n', 'Cookie: a=b\r\n', 'TRACE', 'CONNECT '],
      ...['Authorization: Basic \xff\r\n', 'X-Forwarded-For: ,\r\n', 'Accept: \xff,;q=\r\n'],
      ...['Content-Encoding: br\r\n', 'Content-Type: application/json; charset=utf-7\r\n'],
    ),
    fc.string({ unit: 'binary-ascii', maxLength: 4 }),
  ),
});

/** The same with a few bytes cut out or put in. */
export const bytes = fc.tuple(wire, fc.array(change, { maxLength: 3 })).map(([text, changes]) =>
  changes.reduce((whole, { at, cut, put }) => {
    const place = at % (whole.length + 1);
    return whole.slice(0, place) + put + whole.slice(place + cut);
  }, text),
);

/** All that the server says to these bytes, until it or the end of what we send ends the connection. */
export function converse(server: string, sent: string): Promise<string> {
  const { port, hostname } = new URL(server);
  return new Promise((resolve) => {
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: false });
    let all = '';
    socket.setEncoding('latin1').on('data', (part) => {
      all += part;
    });
    // Whatever the reason: what came until then is what is looked at.
    socket.on('error', () => {}).on('close', () => resolve(all));
    socket.end(Buffer.from(sent, 'latin1'));
  });
}
