import { type ApolloServer, HeaderMap } from '@apollo/server';
import { ProblemError } from '../../errors/problem.ts';
import { createContext } from '../../graphql/context.ts';

import { createDocumentMeasure } from '../../graphql/limits/document.ts';
import { type Allowed, checkLimits } from '../../graphql/limits/limits.ts';
import { measureVariables } from '../../graphql/limits/variables.ts';
import type { Operations } from '../../graphql/operations.ts';
import { createTurns } from '../../graphql/turns.ts';
import type { Language } from '../../ontology/model.ts';
import type { GraphStore } from '../../store/port.ts';
import { sha256 } from '../../util/hash.ts';
import { type RequestWatch, unwatched } from '../watching/request-watch.ts';
import { documentOf } from './documents.ts';
import { extensionsOf, type HttpContext } from './limited.ts';
import { bodyWith, fromBody, fromSearch, searchWith } from './parameters.ts';

export interface AnsweringParts {
  readonly apollo: ApolloServer<HttpContext>;
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
}

/** What was refused, with what the answer says of itself beside the error. */
export interface Refusal {
  readonly status: number;
  readonly problem: ProblemError;
  readonly extensions: object;
}

/** Answers a question: finds its document, measures it, and only then lets it be parsed, checked and executed. */
export type AnswerGraphQL = (question: Question) => Promise<GivenAnswer | Refusal>;

export function createAnswering({
  apollo,
  store,
  operations,
  trustedDocumentsOnly,
  limits,
}: AnsweringParts): AnswerGraphQL {
  const measure = createDocumentMeasure(limits);

  return async ({ method, headers, language, languagesMissed, bodyLength, onEnd, ...question }) => {
    let { search, body } = question;
    const { watch = unwatched } = question;
    const facts = { language, languagesMissed, used: {} as HttpContext['used'], watch };
    const found = watch.stage('find document');
    try {
      if (method === 'POST') facts.used.body = bodyLength;
      const asked = method === 'GET' ? fromSearch(search) : fromBody(body);
      const document = documentOf(asked, operations, trustedDocumentsOnly);
      const variables = measureVariables(asked.variables);
      Object.assign(facts.used, variables);
      if (document !== undefined) {
        if (method === 'GET') search = searchWith(search, document);
        else body = bodyWith(body, document);
        const { nesting = 0, ...rest } = measure(document);
        const hash = sha256(document);
        watch.note({ document: hash, operation: operations.byHash(hash)?.name });
        Object.assign(facts.used, rest, { nesting: Math.max(nesting, variables.nesting) });
      }
      checkLimits(facts.used, limits);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const status = error.problem.code === 'DOCUMENT_NOT_TRUSTED' ? 403 : 400;
      return { status, problem: error, extensions: extensionsOf(facts, limits) };
    } finally {
      found();
    }

    const executed = watch.stage('execute');
    const turns = createTurns({ time: limits.time });
    onEnd(turns.end);
    const answered = turns.begin().then(() =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers: headerMap(headers), body, search },
        context: async () => ({ ...createContext({ store, language, turns }), ...facts }),
      }),
    );
    const answer = await Promise.race([answered, turns.over]).finally(executed);
    watch.note({ cost: facts.used.cost });
    if (answer instanceof ProblemError) {
      const status = answer.problem.code === 'SERVER_BUSY' ? 503 : 400;
      return { status, problem: answer, extensions: extensionsOf(facts, limits) };
    }
    if (answer.body.kind !== 'complete') throw new Error('An answer came in parts.');
    return { status: answer.status ?? 200, headers: answer.headers, body: answer.body.string };
  };
}

function headerMap(headers: Question['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, typeof value === 'string' ? value : value.join(', '));
  }
  return map;
}
