import { computeInThread } from '../../graph/analytics/in-thread.ts';
import type { ComputeAnalytics } from '../../graph/analytics/model.ts';
import { plainGraph } from '../../graph/analytics/plain.ts';
import { type PreparedAnalytics, prepareAnalytics } from '../../graph/analytics/prepare.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import { eventual, type Outcome } from '../../util/eventual.ts';
import type { Answers, GraphStore } from '../port.ts';
import { answers } from './answers.ts';
import { communityPage, memberPage } from './communities.ts';
import { analyticsInfo, connectednessOf, measuresOf } from './measures.ts';
import { degreeOrder, orderBy, rankingPage } from './rankings.ts';

export interface AnalyticsOptions {
  /** Does the long work; in this thread when absent. */
  readonly compute?: ComputeAnalytics;
  /** A clock in milliseconds. */
  readonly now?: () => number;
}

/** How long a failure to compute holds before another question tries again, in milliseconds. */
const PAUSE = 60_000;

type AnalyticsMethods = Pick<
  GraphStore,
  'connectedness' | 'measures' | 'rankings' | 'communities' | 'members' | 'analytics'
>;

/**
 * What needs the measures of the graph as a whole has them computed when first asked, and answers by promise until they are
 * there; after that all methods answer at once.
 */
export function analyticsMethods(
  graph: KnowledgeGraph,
  { compute = computeInThread, now = () => performance.now() }: AnalyticsOptions,
): AnalyticsMethods {
  const prepared = eventual(
    async () => prepareAnalytics(graph, await compute(plainGraph(graph))),
    PAUSE,
    now,
  );
  const whenPrepared = <Request, Value>(
    requests: readonly Request[],
    answer: (analytics: Outcome<PreparedAnalytics>, request: Request) => Value | null,
  ): Answers<Value> => {
    const outcome = prepared();
    const answerAll = (analytics: Outcome<PreparedAnalytics>) =>
      answers(requests, (request) => answer(analytics, request));
    return outcome instanceof Promise ? outcome.then(answerAll) : answerAll(outcome);
  };
  return {
    connectedness: (ids) => answers(ids, (id) => connectednessOf(graph, id)),
    measures: (ids) => whenPrepared(ids, (analytics, id) => measuresOf(graph, analytics(), id)),
    rankings: (requests) =>
      requests.every(({ metric }) => metric === 'degree')
        ? answers(requests, (request) => rankingPage(graph, degreeOrder(graph), request))
        : whenPrepared(requests, (analytics, request) =>
            rankingPage(graph, orderBy(request.metric, graph, analytics), request),
          ),
    communities: (requests) =>
      whenPrepared(requests, (analytics, request) => communityPage(graph, analytics(), request)),
    members: (requests) =>
      whenPrepared(requests, (analytics, request) => memberPage(graph, analytics(), request)),
    analytics: (requests) => whenPrepared(requests, (analytics) => analyticsInfo(analytics())),
  };
}
