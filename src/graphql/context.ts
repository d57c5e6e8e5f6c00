import type { GraphQLResolveInfo } from 'graphql';
import type { Entity, Language, Ontology, Statement } from '../ontology/model.ts';
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
  Meta,
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
import { createLoader, type Load, listed, type Manner, remembered } from './loader.ts';
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

type Path = GraphQLResolveInfo['path'];

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly load: Loaders;
  readonly meta: Meta;
  readonly ontology: Ontology;
  /** The language of texts where a field is not given one. */
  readonly language: Language;
  /** The date that this part of the answer is as of. */
  readonly asOf: string | undefined;
  /** Whether any field of the request has been waited for. */
  readonly pace: { waits: boolean };
  /** Asked before work that takes long without the store; a promise is to be waited for, for others are to have their turn. */
  readonly turn: () => Promise<void> | undefined;
  /** The context of a field: with the date that it is given, or else the one given nearest above it. */
  readonly under: (path: Path, asOf: string | null | undefined) => RequestContext;
}

export interface ContextParts {
  readonly store: GraphStore;
  readonly language: Language;
  /** The time that the request has, and its turns; without it, it goes on to the end without a pause. */
  readonly turns?: Turns;
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

const itself = (id: string): string => id;

/** The context of one request, over one version of the data. */
export function createContext({ store, language, turns }: ContextParts): RequestContext {
  const asking = <Request, Value>(method: Method) => {
    const ask = store[method] as (requests: readonly Request[], call?: Call) => Answers<Value>;
    return (requests: readonly Request[]): Answers<Value> =>
      turns === undefined ? ask(requests) : turns.told(ask(requests, turns.call));
  };
  const loader = <Request, Value>(
    method: Method,
    remember?: (request: Request) => string,
  ): Load<Request, Value> =>
    createLoader(asking<Request, Value>(method), mannerOf(store, method), remember, turns?.next);
  const listLoader = <Request, Value>(
    method: Method,
  ): Load<readonly Request[], readonly (Value | null)[]> =>
    createLoader(
      listed(asking<Request, Value>(method)),
      mannerOf(store, method),
      undefined,
      turns?.next,
    );
  // Joined in one, since a method asked by two loaders would be called twice at each depth.
  const statementPage = loader<StatementsRequest, Page<Statement>>('statementPages');
  const timeless: TimelessLoaders = {
    entity: loader('entities', itself),
    statement: loader('statements', itself),
    lastingStatements: remembered(statementPage, JSON.stringify),
    times: loader('times', itself),
    connectedness: loader('connectedness', itself),
    measures: loader('measures', itself),
    timesOfAll: listLoader('times'),
    measuresOfAll: listLoader('measures'),
    ranking: loader('rankings'),
    // The entities of one community all ask for it.
    communities: loader('communities', JSON.stringify),
    members: loader('members'),
    analytics: loader('analytics'),
    paragraphs: loader('paragraphs'),
  };
  const ofAnyTime: DatedLoaders = {
    counts: loader('counts'),
    entityPage: loader('entityPages'),
    statementPage,
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
    aggregate: loader('aggregates', JSON.stringify),
    disagreements: loader('disagreements'),
  };
  const meta = store.meta();
  const dated = new Map<Path, RequestContext>();
  const context: RequestContext = {
    meta,
    ontology: meta.ontology,
    language,
    pace: { waits: false },
    turn: turns?.next ?? (() => undefined),
    asOf: undefined,
    load: { ...timeless, ...ofAnyTime },
    under(path, asOf) {
      if (asOf !== null && asOf !== undefined) {
        const here = { ...context, asOf, load: { ...timeless, ...asOfDate(ofAnyTime, asOf) } };
        dated.set(path, here);
        return here;
      }
      if (dated.size === 0) return context;
      for (let above = path.prev; above !== undefined; above = above.prev) {
        const found = dated.get(above);
        if (found !== undefined) return found;
      }
      return context;
    },
  };
  return context;
}

/** The same loaders, each of whose requests is as of the date. */
const asOfDate = (loaders: DatedLoaders, asOf: string): DatedLoaders =>
  Object.fromEntries(
    Object.entries(loaders).map(([name, load]) => [
      name,
      (request: object) => load({ ...request, asOf } as never),
    ]),
  ) as unknown as DatedLoaders;
