// The questions of bench/answers.mjs. Each is a document and, from what the data holds, as many variables as there are
// different questions: whoever answers them meets none twice in a row.

/** What the questions are made of: entities by name, the best connected, and where each page of 50 begins. */
const MATERIAL = `
  query Material {
    named: entities(first: 100) { nodes { id name } }
    connected: entities(first: 20, order: DEGREE) { nodes { id } }
  }`;
const NEXT_PAGE =
  'query ($after: String) { entities(first: 50, after: $after) { pageInfo { endCursor hasNextPage } } }';
const PAGES = 8;
/** Types of what is joined to a topic that lead further. */
const BEYOND = ['Conference', 'Speech', 'Document', 'Task', 'Direction', 'Assessment'];

const unmarked = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
/** The same with a letter left out of the longest word. */
const mistyped = (text) => {
  const longest = text.split(' ').reduce((a, b) => (b.length > a.length ? b : a));
  return longest.length < 4 ? text : text.replace(longest, longest.slice(0, 2) + longest.slice(3));
};
const every = (step, list) => list.filter((_, index) => index % step === 0);

const queries = [
  {
    name: 'entity by id',
    document:
      'query ($id: ID!) { entity(id: $id) { id kind name description aliases begins degree } }',
    variables: ({ named }) => every(5, named).map(({ id }) => ({ id })),
  },
  {
    name: 'list of 50',
    document: `query ($after: String) {
      entities(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id kind name description } }
    }`,
    variables: ({ cursors }) => cursors.map((after) => ({ after })),
  },
  {
    name: 'three nested connections',
    // The innermost of named types: where it is of every type, Mercurius compiles all types within all types and runs out of memory.
    document: `query ($topics: Int, $joined: Int, $beyond: Int) {
      topics(first: $topics, order: DEGREE) { totalCount nodes { id name
        relations(first: $joined) { totalCount edges { direction node { id kind name
          ${BEYOND.map((type) => `... on ${type} { ...Beyond }`).join(' ')} } } } } }
    }
    fragment Beyond on Entity {
      relations(first: $beyond) { totalCount edges { direction node { id kind name } } }
    }`,
    variables: () =>
      [10, 11, 12].flatMap((topics) =>
        [6, 7].flatMap((joined) => [5, 6].map((beyond) => ({ topics, joined, beyond }))),
      ),
  },
  {
    name: 'search',
    document: `query ($query: String!) {
      search(query: $query, first: 10) { totalCount best edges { score grade node { id kind name description } } }
    }`,
    variables: ({ named }) =>
      every(5, named).map(({ name }, index) => ({
        query: [name, unmarked(name), mistyped(name)][index % 3],
      })),
  },
  {
    name: '2-hop subgraph of 200',
    document: `query ($ids: [ID!]!) {
      neighborhood(ids: $ids, depth: 2, limit: 200) {
        nodes { distance entity { id kind name } }
        edges { id property subject { id } value { ... on EntityValue { entity { id } } } }
        truncated { reason bound }
      }
    }`,
    variables: ({ connected }) => connected.map(({ id }) => ({ ids: [id] })),
  },
  {
    name: 'shortest path',
    document: `query ($from: ID!, $to: ID!) {
      path(from: $from, to: $to) {
        path { length hops { direction from { id name } to { id name } statement { id property } } }
        truncated { reason bound }
      }
    }`,
    variables: ({ named }) =>
      every(5, named).map(({ id }, index) => ({ from: id, to: named.at(-1 - index).id })),
  },
  {
    name: 'aggregate',
    // With a filter as variable, Mercurius compiles filters within filters until its minutes are gone.
    document: `query ($from: PartialDate) {
      aggregate(groupBy: [{ by: KIND }, { by: YEAR }], filter: { dates: { from: $from } }) { rows { group1 label1 group2 value count } }
    }`,
    variables: () => Array.from({ length: 20 }, (_, year) => ({ from: String(1999 + year) })),
  },
];

/**
 * Every query with its questions as bodies of requests.
 * @param ask answers the data of a query with variables
 */
export async function prepareQuestions(ask) {
  const { named, connected } = await ask(MATERIAL);
  const cursors = [null];
  for (let page = 1; page < PAGES; page += 1) {
    const { entities } = await ask(NEXT_PAGE, { after: cursors.at(-1) });
    if (!entities.pageInfo.hasNextPage) break;
    cursors.push(entities.pageInfo.endCursor);
  }
  const material = { named: named.nodes, connected: connected.nodes, cursors };
  return queries.map(({ name, document, variables }) => {
    const query = document.replace(/\s+/g, ' ');
    return { name, questions: variables(material).map((given) => ({ query, variables: given })) };
  });
}

export const queryNames = queries.map(({ name }) => name);
