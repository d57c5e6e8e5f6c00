import { type ApolloServer, HeaderMap } from '@apollo/server';
import { ProblemError } from '../../errors/problem.ts';
import { createContext, type RequestContext } from '../../graphql/context.ts';
import { after, isPromise, type Later } from '../../graphql/later.ts';
import { type Allowed, checkLimits } from '../../graphql/limits/limits.ts';
import { measureVariables } from '../../graphql/limits/variables.ts';
import type { Operations } from '../../graphql/operations.ts';
import { createTurns } from '../../graphql/turns.ts';
import type { Language } from '../../ontology/model.ts';
import type { GraphStore } from '../../store/port.ts';
import { type Learnt, type RequestWatch, unwatched } from '../watching/request-watch.ts';
import { documentOf } from './documents.ts';
import { bindFailures } from './failures.ts';
import type { KnownDocument, KnownDocuments, KnownQuery, Variables } from './known.ts';
import { extensionsOf, extensionsWriter, type HttpContext } from './limited.ts';
import {
  bodyWith,
  type DocumentParameters,
  fromBody,
  fromSearch,
  plainParameters,
  searchWith,
} from './parameters.ts';
import { type Format, toldErrors, writtenAnswer } from './planned.ts';

export interface AnsweringParts {
  readonly apollo: ApolloServer<HttpContext>;
  /** Where `planned` keeps what Apollo has found right. */
  readonly documents: KnownDocuments;
  readonly format: Format;
  readonly store: GraphStore;
  readonly operations: Operations;
  readonly trustedDocumentsOnly: boolean;
  readonly limits: Allowed;
}

/** A request of GraphQL over HTTP, as it came. */
export interface Question {
  readonly method: 'GET' | 'POST';
  /** The query string with its "?", or nothing. */
  readonly search: string;
  /** What the body says, read as JSON. */
  readonly body: unknown;
  /** How many bytes of JSON it came with. */
  readonly bodyLength: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly language: Language;
  /** The languages asked for, where the answer is in none of them. */
  readonly languagesMissed: readonly string[] | undefined;
  /** Calls the listener when the answer is sent, or when the client leaves before that. */
  readonly onEnd: (listener: () => void) => void;
  readonly watch?: RequestWatch;
}

export interface GivenAnswer {
  readonly status: number;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: string;
  /** Whether it tells of errors, where that is known without a look at its text. */
  readonly hasErrors?: boolean;
  /** What was learnt of the question, for whoever is given the same answer. */
  readonly learnt?: Learnt;
}

/** What was refused, with what the answer says of itself beside the error. */
export interface Refusal {
  readonly status: number;
  readonly problem: ProblemError;
  readonly extensions: object;
  readonly learnt?: Learnt;
}

/** Answers a question: finds its document, measures it, and only then lets it be parsed, checked and executed. */
export type AnswerGraphQL = (question: Question) => Later<GivenAnswer | Refusal>;

type Facts = Pick<HttpContext, 'language' | 'languagesMissed' | 'used' | 'coerced' | 'watch'>;

/** A query that can be executed as it is. */
interface Ready {
  readonly query: KnownQuery;
  readonly variables: Variables;
  readonly given: Variables;
  /** The header of that name. */
  readonly contentType: GivenAnswer['headers'];
}

/**
 * Every query goes to Apollo when it is asked for the first time, and whatever is wrong goes there each time: Apollo parses, checks,
 * refuses and negotiates. What it has found right, asked again in the plain way, is executed by its plan without Apollo and answered
 * as Apollo would: for a small answer, that takes several times as long as all the rest.
 */
export function createAnswering(parts: AnsweringParts): AnswerGraphQL {
  const { apollo, documents, format, store, operations, trustedDocumentsOnly, limits } = parts;
  const writeExtensions = extensionsWriter(limits);
  const contentTypes = new ContentTypes();
  /** What can be executed without Apollo; whatever gives a doubt cannot. */
  const readyOf = (
    { method, headers }: Question,
    asked: DocumentParameters,
    document: KnownDocument,
    { used }: Facts,
  ): Ready | undefined => {
    const plain = plainParameters(asked);
    const contentType = contentTypes.of(headers.accept);
    if (plain === undefined || contentType === undefined) return undefined;
    if (method === 'GET' && !showsPreflight(headers)) return undefined;
    const query = document.find(plain.operationName);
    const variables = query?.coerce(plain.variables);
    if (query === undefined || variables === undefined) return undefined;
    const cost = query.costOf(variables);
    if (cost > limits.cost) return undefined;
    used.cost = cost;
    return { query, variables, given: plain.variables, contentType };
  };

  const execute = (
    { query, variables, given, contentType }: Ready,
    facts: Facts,
    context: RequestContext,
  ): Later<GivenAnswer> =>
    after(query.plan({ context, variables, given }), ({ data, errors }) => {
      const serialised = facts.watch.stage('serialise');
      const told = toldErrors(errors, format);
      const bound = told && bindFailures(told, facts.watch);
      const body = writtenAnswer(data, bound, writeExtensions(facts));
      serialised();
      return { status: 200, headers: contentType, body, hasErrors: told !== undefined };
    });

  const askApollo = async (
    { method, headers, search, body }: Question,
    document: string | undefined,
    context: HttpContext,
  ): Promise<GivenAnswer> => {
    const isGet = method === 'GET';
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method,
        headers: headerMap(headers),
        body: document === undefined || isGet ? body : bodyWith(body, document),
        search: document === undefined || !isGet ? search : searchWith(search, document),
      },
      context: async () => context,
    });
    if (answer.body.kind !== 'complete') throw new Error('An answer came in parts.');
    const { status = 200 } = answer;
    if (status === 200) contentTypes.keep(headers.accept, answer.headers.get('content-type'));
    return { status, headers: answer.headers, body: answer.body.string };
  };

  return (question) => {
    const { method, search, body, language, languagesMissed, bodyLength, onEnd } = question;
    const { watch = unwatched } = question;
    const facts: Facts = { language, languagesMissed, used: {}, coerced: {}, watch };
    const found = watch.stage('find document');
    let text: string | undefined;
    let ready: Ready | undefined;
    let learnt: Learnt = {};
    try {
      if (method === 'POST') facts.used.body = bodyLength;
      const asked = method === 'GET' ? fromSearch(search) : fromBody(body);
      text = documentOf(asked, operations, trustedDocumentsOnly);
      const { values, nesting } = measureVariables(asked.variables);
      facts.used.values = values;
      facts.used.nesting = nesting;
      if (text === undefined) {
        checkLimits(facts.used, limits);
      } else {
        const document = documents.of(text);
        const { usage } = document;
        learnt = { ...document.name };
        Object.assign(facts.used, usage, { nesting: Math.max(usage.nesting ?? 0, nesting) });
        checkLimits(facts.used, limits);
        ready = readyOf(question, asked, document, facts);
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      watch.note(learnt);
      const status = error.problem.code === 'DOCUMENT_NOT_TRUSTED' ? 403 : 400;
      return { status, problem: error, extensions: extensionsOf(facts, limits) };
    } finally {
      found();
    }

    const executed = watch.stage('execute');
    const turns = createTurns({ time: limits.time });
    onEnd(turns.end);
    const tell = (answer: GivenAnswer | ProblemError): GivenAnswer | Refusal => {
      executed();
      learnt.cost = facts.used.cost;
      watch.note(learnt);
      if (!(answer instanceof ProblemError)) return { ...answer, learnt };
      const status = answer.problem.code === 'SERVER_BUSY' ? 503 : 400;
      return { status, problem: answer, extensions: extensionsOf(facts, limits) };
    };
    const answered = after(turns.begin(), () => {
      const context = createContext({ store, language, turns });
      return ready
        ? execute(ready, facts, context)
        : askApollo(question, text, { ...context, ...facts });
    });
    // Work that was told to stop in the midst of it ends at once, with less than was asked for.
    if (!isPromise(answered)) return tell(turns.ended() ?? answered);
    return Promise.race([answered, turns.over]).then(tell, (error) => {
      executed();
      throw error;
    });
  };
}

/** How many headers `accept` are remembered with what they lead to; there are few but for those made up. */
const ACCEPTS = 100;

/** The content types in which answers were given, by the header `accept`: negotiation is Apollo's, and always ends the same. */
class ContentTypes {
  readonly #known = new Map<string, GivenAnswer['headers']>();

  of(accept: Question['headers'][string]): GivenAnswer['headers'] | undefined {
    return typeof accept === 'object' ? undefined : this.#known.get(accept ?? '');
  }

  keep(accept: Question['headers'][string], contentType: string | undefined): void {
    if (typeof accept === 'object' || contentType === undefined) return;
    this.#known.set(accept ?? '', [['content-type', contentType]]);
    if (this.#known.size > ACCEPTS) this.#known.delete(this.#known.keys().next().value!);
  }
}

/** Whether a GET shows by a header that no form of another site sent it. */
const showsPreflight = (headers: Question['headers']): boolean =>
  headers['content-type'] === undefined && Boolean(headers['apollo-require-preflight']);

function headerMap(headers: Question['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return map;
}
