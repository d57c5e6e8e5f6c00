import type { Entity, Statement } from '../ontology/model.ts';
import type {
  AggregateAnswer,
  AggregateRequest,
  AnalyticsInfo,
  Answers,
  Call,
  CommonNeighbor,
  CommonNeighborsRequest,
  CommunitiesRequest,
  Community,
  Connectedness,
  Counts,
  CountsRequest,
  Disagreement,
  DisagreementsRequest,
  Drawing,
  DrawingRequest,
  EntitiesRequest,
  GraphStore,
  Measures,
  MembersRequest,
  Neighbor,
  Neighborhood,
  NeighborhoodRequest,
  NeighborsRequest,
  OwnTime,
  Page,
  Paragraph,
  ParagraphsRequest,
  PathRequest,
  PathsAnswer,
  Ranked,
  RankingRequest,
  RelatedEntity,
  RelatedRequest,
  SearchPage,
  SearchRequest,
  SeriesPoint,
  SeriesRequest,
  StatementsRequest,
  Suggestion,
  SuggestionsRequest,
  TimelineEntry,
  TimelineRequest,
  TracePage,
  TraceRequest,
} from '../store/port.ts';
import { lazily, type Makers } from '../util/lazily.ts';
import {
  createLoader,
  type Load,
  type LoaderOptions,
  listed,
  type Manner,
  remembered,
} from './loader.ts';
import type { Turns } from './turns.ts';

/** Ways to ask for what is the same whatever the date. */
export interface TimelessLoaders {
  readonly entity: Load<string, Entity>;
  readonly statement: Load<string, Statement>;
  /** Statements whatever the date: what an article is, say, does not change with it. Asks once for what is asked twice. */
  readonly lastingStatements: Load<StatementsRequest, Page<Statement>>;
  readonly times: Load<string, OwnTime>;
  readonly connectedness: Load<string, Connectedness>;
  readonly measures: Load<string, Measures>;
  /** Of all entities of a list in one question. */
  readonly timesOfAll: Load<readonly string[], readonly (OwnTime | null)[]>;
  readonly measuresOfAll: Load<readonly string[], readonly (Measures | null)[]>;
  readonly ranking: Load<RankingRequest, Page<Ranked>>;
  readonly communities: Load<CommunitiesRequest, Page<Community>>;
  readonly members: Load<MembersRequest, Page<Ranked>>;
  readonly analytics: Load<null, AnalyticsInfo>;
  readonly paragraphs: Load<ParagraphsRequest, Page<Paragraph>>;
}

/** Ways to ask for what depends on the date; whoever asks need not name it. */
export interface DatedLoaders {
  readonly counts: Load<CountsRequest, Counts>;
  readonly entityPage: Load<EntitiesRequest, Page<Entity>>;
  readonly statementPage: Load<StatementsRequest, Page<Statement>>;
  readonly neighbors: Load<NeighborsRequest, Page<Neighbor>>;
  readonly search: Load<SearchRequest, SearchPage>;
  readonly suggestions: Load<SuggestionsRequest, readonly Suggestion[]>;
  readonly neighborhood: Load<NeighborhoodRequest, Neighborhood>;
  readonly drawing: Load<DrawingRequest, Drawing>;
  readonly paths: Load<PathRequest, PathsAnswer>;
  readonly commonNeighbors: Load<CommonNeighborsRequest, Page<CommonNeighbor>>;
  readonly related: Load<RelatedRequest, Page<RelatedEntity>>;
  readonly trace: Load<TraceRequest, TracePage>;
  readonly timeline: Load<TimelineRequest, Page<TimelineEntry>>;
  readonly series: Load<SeriesRequest, Page<SeriesPoint>>;
  readonly aggregate: Load<AggregateRequest, AggregateAnswer>;
  readonly disagreements: Load<DisagreementsRequest, Page<Disagreement>>;
}

/** One way to ask for each thing that the port offers. Loaders live for one request. */
export type Loaders = TimelessLoaders & DatedLoaders;

/** What loaders are made of: they live for one request. */
export interface LoaderParts {
  readonly store: GraphStore;
  readonly turns: Turns | undefined;
}

type Method = Exclude<keyof GraphStore, 'meta'>;

/** How the methods of each store answer is a fact about the store, and so outlives a request; nothing else does. */
const manners = new WeakMap<GraphStore, Map<Method, Manner>>();

function mannerOf(store: GraphStore, method: Method): Manner {
  let methods = manners.get(store);
  if (methods === undefined) {
    methods = new Map();
    manners.set(store, methods);
  }
  let manner = methods.get(method);
  if (manner === undefined) {
    manner = { atOnce: false };
    methods.set(method, manner);
  }
  return manner;
}

/** What has an id is found by it in no time. */
const byId: LoaderOptions<string> = { remember: (id) => id, isCheap: true };

type Ask<Request, Value> = (requests: readonly Request[]) => Answers<Value>;

function asking<Request, Value>(
  { store, turns }: LoaderParts,
  method: Method,
): Ask<Request, Value> {
  const ask = store[method] as (requests: readonly Request[], call?: Call) => Answers<Value>;
  return turns === undefined ? ask : (requests) => turns.told(ask(requests, turns.call));
}

const loader =
  <Request, Value>(method: Method, options: LoaderOptions<Request> = {}) =>
  (parts: LoaderParts): Load<Request, Value> =>
    createLoader(asking<Request, Value>(parts, method), mannerOf(parts.store, method), {
      ...options,
      next: parts.turns?.next,
    });

const listLoader =
  <Request, Value>(method: Method) =>
  (parts: LoaderParts): Load<readonly Request[], readonly (Value | null)[]> =>
    createLoader(listed(asking<Request, Value>(parts, method)), mannerOf(parts.store, method), {
      next: parts.turns?.next,
    });

const timeless: Makers<LoaderParts, TimelessLoaders, Loaders> = {
  entity: loader('entities', byId),
  statement: loader('statements', byId),
  // Joined with those of a date, since a method asked by two loaders would be called twice at each depth.
  lastingStatements: (_, { statementPage }) => remembered(statementPage, JSON.stringify),
  times: loader('times', byId),
  connectedness: loader('connectedness', byId),
  measures: loader('measures', byId),
  timesOfAll: listLoader('times'),
  measuresOfAll: listLoader('measures'),
  ranking: loader('rankings'),
  // The entities of one community all ask for it.
  communities: loader('communities', { remember: JSON.stringify }),
  members: loader('members'),
  analytics: loader('analytics'),
  paragraphs: loader('paragraphs'),
};

const ofAnyTime: Makers<LoaderParts, DatedLoaders, Loaders> = {
  counts: loader('counts'),
  entityPage: loader('entityPages'),
  statementPage: loader('statementPages'),
  neighbors: loader('neighbors'),
  search: loader('search'),
  suggestions: loader('suggestions'),
  neighborhood: loader('neighborhoods'),
  drawing: loader('drawings'),
  paths: loader('paths'),
  commonNeighbors: loader('commonNeighbors'),
  related: loader('related'),
  trace: loader('traces'),
  timeline: loader('timelines'),
  series: loader('series'),
  // Costly, and asked for again wherever a list or a group is shown twice, in two languages say.
  aggregate: loader('aggregates', { remember: JSON.stringify }),
  disagreements: loader('disagreements'),
};

/** Loaders whose requests name no date. */
export const createLoaders: (parts: LoaderParts) => Loaders = lazily<LoaderParts, Loaders>({
  ...timeless,
  ...ofAnyTime,
});

interface DatedParts {
  readonly undated: Loaders;
  readonly date: string;
}

const dated =
  (name: keyof DatedLoaders) =>
  ({ undated, date }: DatedParts) =>
  (request: object) =>
    undated[name]({ ...request, asOf: date } as never);

/** Loaders each of whose requests that depend on a date is as of this one, over loaders that name none. */
export const createDatedLoaders: (parts: DatedParts) => Loaders = lazily<DatedParts, Loaders>({
  ...byName(
    timeless,
    (name) =>
      ({ undated }: DatedParts) =>
        undated[name],
  ),
  ...byName(ofAnyTime, dated),
} as Makers<DatedParts, Loaders>);

/** The same keys with other values. */
function byName<Key extends string, Value>(
  keys: Readonly<Record<Key, unknown>>,
  value: (key: Key) => Value,
): Record<Key, Value> {
  return Object.fromEntries((Object.keys(keys) as Key[]).map((key) => [key, value(key)])) as Record<
    Key,
    Value
  >;
}
