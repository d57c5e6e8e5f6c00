import type { Entity, Language, Ontology, Statement } from '../ontology/model.ts';
import type {
  AggregateRequest,
  AggregateRow,
  Answers,
  Disagreement,
  DisagreementsRequest,
  EntitiesRequest,
  GraphStore,
  Meta,
  Neighbor,
  Neighborhood,
  NeighborhoodRequest,
  NeighborsRequest,
  Page,
  PathAnswer,
  PathRequest,
  SearchHit,
  SearchRequest,
  StatementsRequest,
} from '../store/port.ts';
import type { Log } from './errors.ts';
import { createLoader, type Load, type Manner } from './loader.ts';

/** One way to ask for each thing that the port offers. Loaders live for one request. */
export interface Loaders {
  readonly entity: Load<string, Entity>;
  readonly statement: Load<string, Statement>;
  readonly entityPage: Load<EntitiesRequest, Page<Entity>>;
  readonly statementPage: Load<StatementsRequest, Page<Statement>>;
  readonly neighbors: Load<NeighborsRequest, Page<Neighbor>>;
  readonly search: Load<SearchRequest, Page<SearchHit>>;
  readonly neighborhood: Load<NeighborhoodRequest, Neighborhood>;
  readonly path: Load<PathRequest, PathAnswer>;
  readonly aggregate: Load<AggregateRequest, readonly AggregateRow[]>;
  readonly disagreements: Load<DisagreementsRequest, Page<Disagreement>>;
}

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly load: Loaders;
  readonly meta: Meta;
  readonly ontology: Ontology;
  /** The language of texts where a field is not given one. */
  readonly language: Language;
  readonly log: Log;
}

export interface ContextParts {
  readonly store: GraphStore;
  readonly language: Language;
  readonly log: Log;
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
export function createContext({ store, language, log }: ContextParts): RequestContext {
  const loader = <Request, Value>(
    method: Method,
    ask: (requests: readonly Request[]) => Answers<Value>,
    remember?: (request: Request) => string,
  ): Load<Request, Value> => createLoader(ask, mannerOf(store, method), remember);
  const meta = store.meta();
  return {
    meta,
    ontology: meta.ontology,
    language,
    log,
    load: {
      entity: loader('entities', (ids) => store.entities(ids), itself),
      statement: loader('statements', (ids) => store.statements(ids), itself),
      entityPage: loader('entityPages', (requests) => store.entityPages(requests)),
      statementPage: loader('statementPages', (requests) => store.statementPages(requests)),
      neighbors: loader('neighbors', (requests) => store.neighbors(requests)),
      search: loader('search', (requests) => store.search(requests)),
      neighborhood: loader('neighborhoods', (requests) => store.neighborhoods(requests)),
      path: loader('paths', (requests) => store.paths(requests)),
      aggregate: loader('aggregates', (requests) => store.aggregates(requests)),
      disagreements: loader('disagreements', (requests) => store.disagreements(requests)),
    },
  };
}
