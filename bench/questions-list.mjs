// The questions of bench/questions.mjs, over the data of bench/synthetic.mjs. Each is a method of the store, a request for
// every round, and what its answer must fulfil. Rounds differ in what is asked (`round` stands in a date, a number, or
// a name that nothing has), so that answers kept from the round before help none; what needs no difference has none.
import { strict as assert } from 'node:assert';

const HUB = 'country:vnm';
const FIRST = { first: 20 };
const LAST = { last: 20 };

/** A name that nothing has, another in each round. */
const other = (round) => `none-${round}`;
const dateIn = (round) => `20${String(1 + (round % 24)).padStart(2, '0')}-06`;

const isPage = (page) => assert(page.items.length > 0 && page.totalCount >= page.items.length);
const isList = (list) => assert(list.length > 0);
const hasRows = ({ rows, truncated }) =>
  assert(rows.length > 0 && (truncated === null || truncated.reason === 'limit'));
const hasPaths = ({ paths }) => assert(paths.length > 0);
const isSome = (answer) => assert(answer !== null);

const question = (name, method, ask, check) => ({ name, method, ask, check });

/** A list at its first page, its last, and where a page of ten thousand ends, or the half of a shorter list. */
const paged = (name, method, ask) => [
  question(`${name}, first page`, method, (round) => ({ ...ask(round), page: FIRST }), isPage),
  question(`${name}, last page`, method, (round) => ({ ...ask(round), page: LAST }), isPage),
  {
    name: `${name}, deep`,
    method,
    /** From an answer to the first request the request for the page. */
    ask: (_round, { deep }) => ({ ...ask(0), page: { ...FIRST, after: deep } }),
    prepare(answer) {
      const { totalCount } = answer({ ...ask(0), page: FIRST });
      const { items } = answer({
        ...ask(0),
        page: { first: Math.min(10_000, Math.ceil(totalCount / 2)) },
      });
      return { deep: items.at(-1).cursor };
    },
    check: isPage,
  },
];

const orders = ['name', 'degree', 'ordinal', 'date', 'latest'].flatMap((order) =>
  paged(`entities by ${order}`, 'entityPages', () => ({ order })),
);

const entityFilters = {
  'of kinds': (round) => ({ kinds: ['person', 'speech', other(round)] }),
  'of ids': (round) => ({ ids: [HUB, 'person:person-1', other(round)] }),
  'with text': (round) => ({ text: `hội nghị ${1 + round}` }),
  'with a frequent text': (round) => ({ text: ['phát biểu', 'nhiệm vụ', 'số liệu'][round % 3] }),
  'with a property': (round) => ({ properties: ['startDate', other(round)] }),
  'missing a property': (round) => ({ missing: ['startDate', other(round)] }),
  'with a value': (round) => ({ value: { property: 'taskType', anyOf: ['goal', other(round)] } }),
  'joined to a leaf': (round) => ({ related: { ids: ['person:person-1', other(round)] } }),
  'joined to a hub': (round) => ({ related: { ids: [HUB, other(round)] } }),
  'with dates': (round) => ({ dates: { from: dateIn(round), to: '2023' } }),
  'resting on a source': (round) => ({ restsOnlyOn: ['source:bai-1', other(round)] }),
  'of or, and, not': (round) => ({
    or: [
      { kinds: ['conference'], dates: { from: dateIn(round) } },
      { and: [{ kinds: ['speech'] }, { not: { related: { ids: [HUB] } } }] },
    ],
    not: { text: 'nhiệm vụ' },
  }),
};

const statementFilters = {
  'about a hub': (round) => ({ about: [HUB, other(round)] }),
  'about a leaf': (round) => ({ about: ['person:person-1', other(round)] }),
  'with a property': (round) => ({ properties: ['summary', other(round)] }),
  'with two properties and a rank': (round) => ({
    properties: ['summary', 'theme', other(round)],
    ranks: ['normal'],
  }),
  'of a kind': (round) => ({ kinds: ['task', other(round)] }),
  'of a source': (round) => ({ sources: ['source:bai-1', other(round)] }),
  'of a paragraph of a source': (round) => ({
    sources: ['source:bai-1'],
    paragraphs: [1 + (round % 40)],
  }),
  'of a rank': (round) => ({ ranks: ['normal', other(round)] }),
  inferred: () => ({ inferred: true }),
  'not inferred': () => ({ inferred: false }),
  'on a source alone': (round) => ({ restsOnlyOn: ['source:bai-1', other(round)] }),
};

const aggregate = (count, groupBy, more = () => ({})) => ({
  method: 'aggregates',
  ask: (round) => ({ count, groupBy, measure: { of: 'count' }, limit: 100, ...more(round) }),
  check: hasRows,
});

const value = (property, direction) => ({ by: 'value', property, ...(direction && { direction }) });

const aggregates = {
  'entities by kind': aggregate('entities', [{ by: 'kind' }]),
  'entities by source': aggregate('entities', [{ by: 'source' }]),
  'entities by year': aggregate('entities', [{ by: 'year' }]),
  'statements by property': aggregate('statements', [{ by: 'property' }]),
  'statements by kind, property, year': aggregate('statements', [
    { by: 'kind' },
    { by: 'property' },
    { by: 'year' },
  ]),
  'entities by year, kind, value': aggregate('entities', [
    { by: 'year' },
    { by: 'kind' },
    value('concerns'),
  ]),
  'conferences by those who attend': aggregate('entities', [value('attends', 'in')], (round) => ({
    entities: { kinds: ['conference', other(round)] },
  })),
  'sum of figures by metric': aggregate('entities', [value('observationOf')], (round) => ({
    entities: { kinds: ['observation', other(round)] },
    measure: { of: 'sum', property: 'amount' },
  })),
  'facets: kinds of what a text finds': aggregate('entities', [{ by: 'kind' }], (round) => ({
    entities: { text: `hội nghị ${1 + round}` },
  })),
  'facets: kinds of what a frequent text finds': aggregate(
    'entities',
    [{ by: 'kind' }],
    (round) => ({ entities: { text: ['phát biểu', 'nhiệm vụ', 'số liệu'][round % 3] } }),
  ),
  'facets: years of what is joined to a hub': aggregate('entities', [{ by: 'year' }], (round) => ({
    entities: { related: { ids: [HUB, other(round)] } },
  })),
  'facets: kinds of a list of all kinds': aggregate('entities', [{ by: 'kind' }], (round) => ({
    entities: { not: { ids: [other(round)] } },
  })),
  'statements of a source by property': aggregate('statements', [{ by: 'property' }], (round) => ({
    statements: { sources: ['source:bai-1', other(round)] },
  })),
  'statements on conferences by property': aggregate(
    'statements',
    [{ by: 'property' }],
    (round) => ({ entities: { kinds: ['conference', other(round)] } }),
  ),
  'entities by kind as of a date': aggregate('entities', [{ by: 'kind' }], (round) => ({
    asOf: dateIn(round),
  })),
};

const path = (count, by, more = {}) => ({
  method: 'paths',
  ask: (round) => ({
    from: `person:person-${1 + round}`,
    to: `metric:metric-${1 + 10 * round}`,
    maxHops: 6,
    count,
    by,
    direction: 'both',
    ...more,
  }),
  check: hasPaths,
});

const walks = {
  'neighbors of a leaf': {
    method: 'neighbors',
    ask: (round) => ({ id: `person:person-${1 + round}`, direction: 'both', page: FIRST }),
    check: isPage,
  },
  'neighborhood of 200 around a hub': {
    method: 'neighborhoods',
    ask: () => ({ ids: [HUB], depth: 2, direction: 'both', limit: 200 }),
    check: ({ nodes }) => assert.equal(nodes.length, 200),
  },
  'neighborhood of 200 around a leaf': {
    method: 'neighborhoods',
    ask: (round) => ({
      ids: [`person:person-${1 + round}`],
      depth: 3,
      direction: 'both',
      limit: 200,
    }),
    check: ({ nodes }) => assert.equal(nodes.length, 200),
  },
  'drawing of 20,000': {
    method: 'drawings',
    ask: () => ({ limit: 20_000 }),
    check: ({ entities, edges }) => assert(entities.length > 0 && edges.length > 0),
  },
  'drawing of 1,000 of a kind': {
    method: 'drawings',
    ask: (round) => ({ filter: { kinds: ['task', other(round)] }, limit: 1000 }),
    check: ({ entities }) => assert(entities.length > 0),
  },
  'path, 1 by hops': path(1, 'hops'),
  'paths, 3 by hops': path(3, 'hops'),
  'path, 1 by weight': path(1, 'weight'),
  'paths, 3 by weight': path(3, 'weight'),
  'paths, 3 by weight without hubs': path(3, 'weight', {
    avoidHubs: true,
    to: 'person:person-20',
  }),
  'commonNeighbors with a hub': {
    method: 'commonNeighbors',
    ask: (round) => ({
      ids: [HUB, `metric:metric-${1 + 10 * round}`],
      direction: 'both',
      page: FIRST,
    }),
    check: isPage,
  },
  'related of a hub': {
    method: 'related',
    ask: () => ({ id: HUB, page: FIRST }),
    check: isPage,
  },
  'related of a leaf': {
    method: 'related',
    ask: (round) => ({ id: `conference:conference-${1 + round}`, page: FIRST }),
    check: isPage,
  },
  'trace of a task': {
    method: 'traces',
    ask: (round) => ({ id: `task:task-${1 + round}`, maxHops: 6, page: FIRST }),
    check: isPage,
  },
};

const AS_OF = {
  'entities as of a date, by name': ['entityPages', {}],
  'entities as of a date, by kind': ['entityPages', { filter: { kinds: ['person'] } }],
  'statements as of a date': ['statementPages', {}],
  'neighbors of a hub as of a date': ['neighbors', { id: HUB, direction: 'both' }],
  'timeline as of a date': ['timelines', {}],
  'search as of a date': ['search', { query: 'hội nghị 12' }],
};

/** Every question with the date of its round, which nothing has asked about before, and with one that is known. */
const asOf = Object.entries(AS_OF).flatMap(([name, [method, request]]) => [
  question(
    `${name}, a new one`,
    method,
    (round) => ({ ...request, asOf: `2021-06-${10 + round}`, page: FIRST }),
    isPage,
  ),
  question(name, method, () => ({ ...request, asOf: '2020', page: FIRST }), isPage),
]);

const named = (questions) => Object.entries(questions).map(([name, rest]) => ({ name, ...rest }));
const filtered = (list, method, filters) =>
  Object.entries(filters).map(([name, filter]) =>
    question(
      `${list} ${name}`,
      method,
      (round) => ({ filter: filter(round), page: FIRST }),
      isPage,
    ),
  );

export const questions = [
  question('entity', 'entities', (round) => `person:person-${1 + round}`, isSome),
  ...orders,
  ...filtered('entities', 'entityPages', entityFilters),
  question(
    'entities by relevance',
    'entityPages',
    (round) => ({ filter: { text: `hội nghị ${1 + round}` }, order: 'relevance', page: FIRST }),
    isPage,
  ),
  ...paged('statements', 'statementPages', () => ({})),
  ...filtered('statements', 'statementPages', statementFilters),
  question(
    'search, two words and a number',
    'search',
    (round) => ({ query: `hoi nghi ${1 + round}`, page: FIRST }),
    isPage,
  ),
  question(
    'search, frequent words',
    'search',
    (round) => ({ query: ['phát biểu', 'nhiệm vụ', 'số liệu'][round % 3], page: FIRST }),
    isPage,
  ),
  question(
    'search, mistyped',
    'search',
    (round) => ({ query: `conferemce ${1 + round}`, page: FIRST }),
    isPage,
  ),
  question(
    'search, any of the words',
    'search',
    (round) => ({ query: `xyzzy hội nghị ${other(round)}`, page: FIRST }),
    isPage,
  ),
  question(
    'suggest, one letter',
    'suggestions',
    (round) => ({ prefix: 'cnpt'[round % 4], limit: 10 }),
    isList,
  ),
  question(
    'suggest, a name',
    'suggestions',
    (round) => ({ prefix: `nguyen ${'adh'[round % 3]}`, limit: 10 }),
    isList,
  ),
  ...paged('neighbors of a hub', 'neighbors', () => ({ id: HUB, direction: 'both' })),
  question(
    'neighbors of a hub, of a kind',
    'neighbors',
    (round) => ({ id: HUB, direction: 'both', kinds: ['speech', other(round)], page: FIRST }),
    isPage,
  ),
  ...named(walks),
  ...paged('timeline', 'timelines', () => ({})),
  ...paged('timeline about a hub', 'timelines', () => ({ about: [HUB] })),
  question(
    'timeline of kinds in a year',
    'timelines',
    (round) => ({
      kinds: ['conference', other(round)],
      from: dateIn(round),
      to: '2024',
      page: FIRST,
    }),
    isPage,
  ),
  question(
    'series',
    'series',
    (round) => ({ metric: `metric:metric-${1 + 10 * round}`, page: FIRST }),
    isPage,
  ),
  ...named(aggregates),
  ...asOf,
  question('counts as of a date', 'counts', (round) => ({ asOf: `2019-06-${10 + round}` }), isSome),
  ...paged('disagreements', 'disagreements', () => ({})),
  question(
    'disagreements about a metric',
    'disagreements',
    () => ({ about: ['observation:observation-20', 'metric:metric-11'], page: FIRST }),
    isSome,
  ),
  question('paragraphs', 'paragraphs', () => ({ source: 'source:bai-1', page: FIRST }), isPage),
  question('ranking by degree', 'rankings', () => ({ metric: 'degree', page: FIRST }), isPage),
];
