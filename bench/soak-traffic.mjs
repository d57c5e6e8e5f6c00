// What is asked of a server that has mixed traffic: named operations and free queries, by POST and GET, pages and pictures; some of it
// again and again, some of it never before.

const JSON_HEADERS = 'accept: application/json\r\n';

const get = (path, headers = '') => `GET ${path} HTTP/1.1\r\nhost: soak\r\n${headers}\r\n`;
const post = (body) => {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  return `POST /graphql HTTP/1.1\r\nhost: soak\r\n${JSON_HEADERS}content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${text}`;
};
const getQuery = (parameters) =>
  get(
    `/graphql?${new URLSearchParams(parameters)}`,
    `${JSON_HEADERS}apollo-require-preflight: true\r\n`,
  );

const pick = (list) => list[Math.floor(Math.random() * list.length)];
const below = (count) => Math.floor(Math.random() * count);
const date = () =>
  `20${10 + below(15)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;

const ENTITY = `query ($id: ID!, $asOf: PartialDate) { entity(id: $id, asOf: $asOf) { id name statements(first: 20) { totalCount edges { node {
  id property citations { source { id } paragraph evidence } } } } neighbors(first: 20) { edges { node { id name } } } } }`;
const LIST = `query ($kinds: [String!], $first: Int) { entities(kinds: $kinds, first: $first) { totalCount edges { node { id kind name } } } }`;
const SEARCH = `query ($query: String!) { search(query: $query, first: 10) { totalCount edges { node { id name } } } }`;
const AROUND = `query ($ids: [ID!]!, $limit: Int) { neighborhood(ids: $ids, depth: 2, limit: $limit) { nodes { entity { id name } distance } truncated { reason } } }`;
const WORDS = [
  'viet nam',
  'nhật bản',
  'ngoai giao',
  'asean',
  'hội nghị',
  'bui thanh son',
  'phap',
  'speech',
  'doi tac',
];

/** @param known what the server said of itself: its named operations, and ids of entities with their kinds */
export function createTraffic({ operations, entities }) {
  const ids = entities.map(({ id }) => id);
  const kinds = [...new Set(entities.map(({ kind }) => kind))];
  const again = [
    ...operations.map(({ name, variables }) =>
      post({ documentId: name, ...(variables && { variables }) }),
    ),
    ...operations.map(({ name, variables }) =>
      getQuery({ documentId: name, ...(variables && { variables: JSON.stringify(variables) }) }),
    ),
    ...ids.slice(0, 20).map((id) => post({ query: ENTITY, variables: { id } })),
    get('/operations.json'),
  ];
  const anew = [
    [4, () => post({ query: ENTITY, variables: { id: pick(ids), asOf: date() } })],
    [
      2,
      () => getQuery({ query: ENTITY, variables: JSON.stringify({ id: pick(ids), asOf: date() }) }),
    ],
    [2, () => post({ query: LIST, variables: { kinds: [pick(kinds)], first: 1 + below(100) } })],
    [2, () => post({ query: SEARCH, variables: { query: `${pick(WORDS)} ${below(100_000)}` } })],
    [1, () => post({ query: AROUND, variables: { ids: [pick(ids)], limit: 20 + below(180) } })],
    // A document that nobody sent before has to be parsed and checked.
    [1, () => post({ query: `{ dataset { version } asked${below(1e9)}: __typename }` })],
  ].flatMap(([weight, make]) => Array.from({ length: weight }, () => make));
  const pages = [
    () => get(`/entity/${pick(ids)}?lang=${pick(['vi', 'en'])}`),
    () => get(`/entities?q=${encodeURIComponent(pick(WORDS))}`),
    () => get(`/grafana/timeline?limit=${1 + below(100)}`),
    () => get('/health/ready'),
  ];
  return {
    /** What is asked again and again, so that its answers can be compared. */
    again,
    next() {
      const share = Math.random();
      if (share < 0.5) return pick(again);
      return share < 0.9 ? pick(anew)() : pick(pages)();
    },
  };
}
