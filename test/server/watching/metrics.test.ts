import fc from 'fast-check';
import { AggregatorRegistry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../../src/server/watching/metrics.ts';
import { samplesOf } from './samples.ts';

const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const answered = fc.record({
  route: fc.constantFrom('/graphql', '/entity/*'),
  operation: fc.option(fc.constantFrom('NineDirections', 'HowConnected'), { nil: undefined }),
  status: fc.constantFrom(200, 400, 503),
  seconds: fc.oneof(fc.constantFrom(...BOUNDS), fc.double({ min: 0, max: 20, noNaN: true })),
});

describe('requests', () => {
  it('are counted and timed as one by one, whichever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answered, { maxLength: 60 }), async (all) => {
        const metrics = createMetrics();
        for (const one of all) metrics.answered(one, one);
        const samples = samplesOf(await metrics.text());
        const operationOf = ({ route, operation }: (typeof all)[number]) =>
          route === '/graphql' ? (operation ?? 'other') : '';
        for (const one of all) {
          const labels = `operation="${operationOf(one)}"`;
          const alike = all.filter(
            (other) => other.route === one.route && operationOf(other) === operationOf(one),
          );
          const count = alike.filter(({ status }) => status === one.status).length;
          expect(
            samples.get(
              `caytre_requests_total{route="${one.route}",${labels},status="${one.status}"}`,
            ),
          ).toBe(count);
          const name = 'caytre_request_duration_seconds';
          const both = `route="${one.route}",${labels}`;
          expect(samples.get(`${name}_count{${both}}`)).toBe(alike.length);
          expect(samples.get(`${name}_sum{${both}}`)).toBeCloseTo(
            alike.reduce((sum, { seconds }) => sum + seconds, 0),
          );
          for (const bound of BOUNDS) {
            expect(samples.get(`${name}_bucket{le="${bound}",${both}}`)).toBe(
              alike.filter(({ seconds }) => seconds <= bound).length,
            );
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of several processes are told as one', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.answered({}, { route: '/graphql', status: 200, seconds: 0.002 });
    other.answered({}, { route: '/graphql', status: 200, seconds: 0.2 });
    for (const metrics of [one, other]) {
      metrics.shows({ version: 'v1', entities: 7, statements: 9 });
      metrics.read('requestsInProgress', () => 3);
    }
    const all = AggregatorRegistry.aggregate([
      (await one.registry.getMetricsAsJSON()) as object,
      (await other.registry.getMetricsAsJSON()) as object,
    ] as never);
    const samples = samplesOf(await all.metrics());
    const labels = 'route="/graphql",operation="other"';
    expect(samples.get(`caytre_requests_total{${labels},status="200"}`)).toBe(2);
    expect(samples.get(`caytre_request_duration_seconds_bucket{le="0.1",${labels}}`)).toBe(1);
    expect(samples.get(`caytre_request_duration_seconds_count{${labels}}`)).toBe(2);
    expect(samples.get('caytre_requests_in_progress')).toBe(6);
    expect(samples.get('caytre_dataset_entities')).toBe(7);
    expect(samples.get('caytre_dataset_info{version="v1"}')).toBe(1);
  });
});

it('tells what others count, and only the version that is shown', async () => {
  const metrics = createMetrics();
  metrics.shows({ version: 'v1', entities: 1, statements: 2 });
  metrics.shows({ version: 'v2', entities: 3, statements: 4 });
  metrics.reloaded('shown', 2);
  metrics.count('shed', 'waiting');
  metrics.count('rateLimited');
  const answer = { route: '/graphql', status: 200, seconds: 0 };
  metrics.answered({ cost: 25, cache: 'made' }, answer);
  // It was not executed once more.
  metrics.answered({ cost: 5, cache: 'kept' }, answer);
  metrics.read('eventStreams', () => 5);
  const samples = samplesOf(await metrics.text());
  expect(Object.fromEntries(samples)).toMatchObject({
    'caytre_dataset_info{version="v2"}': 1,
    caytre_dataset_statements: 4,
    'caytre_reloads_total{outcome="shown"}': 1,
    caytre_reload_duration_seconds_sum: 2,
    'caytre_requests_shed_total{reason="waiting"}': 1,
    caytre_requests_rate_limited_total: 1,
    'caytre_answer_cache_requests_total{result="kept"}': 1,
    'caytre_query_cost_bucket{le="30"}': 1,
    'caytre_query_cost_bucket{le="10"}': 0,
    caytre_event_streams: 5,
  });
  expect([...samples.keys()].filter((name) => name.includes('v1"'))).toEqual([]);
  expect(samples.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});
