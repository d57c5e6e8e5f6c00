import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfiguration } from '../../../src/server/configuration.ts';
import { openWatching, type Watching } from '../../../src/server/watching/watching.ts';
import { type RunningApplication, startApplication } from '../../support/application.ts';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { key: string; value: Record<string, unknown> }[];
  readonly status: { readonly code?: number };
}

/** What a collector was sent. */
const spans: Span[] = [];
let collector: Server;
let watching: Watching;
let application: RunningApplication;
const warn = vi.fn();

const watch = (endpoint: string, sampled = '1') =>
  openWatching(
    readConfiguration({
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_TRACES_SAMPLER_ARG: sampled,
      LOG_LEVEL: 'silent',
    }),
    { warn },
  );
const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    if (request.url === '/v1/traces') {
      const told = (await json(request)) as {
        resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
      };
      for (const { scopeSpans } of told.resourceSpans) {
        for (const scope of scopeSpans) spans.push(...scope.spans);
      }
    }
    response.setHeader('content-type', 'application/json').end('{}');
  });
  watching = await watch(await listening(collector));
  application = await startApplication({}, undefined, { watching });
});
afterAll(async () => {
  await application?.stop();
  collector?.close();
  collector?.closeAllConnections();
});

const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe('traces', () => {
  const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };

  it('tell of a request, under that of whoever asks, and of its stages; all are sent by the end', async () => {
    await application.ask(
      { documentId: 'FindEntities', variables: { query: 'hunter2' } },
      { traceparent: `00-${caller.traceId}-${caller.spanId}-01`, 'x-request-id': 'traced' },
    );
    await application.ask({ query: '{' }, { traceparent: 'nothing of the kind' });
    // Not sampled by whoever asks.
    await application.ask(
      { query: '{ __typename }' },
      { traceparent: `00-${'c'.repeat(32)}-${caller.spanId}-00` },
    );
    await expect(watching.work('check data', async () => 7)).resolves.toBe(7);
    await application.stop();
    await watching.close();

    const [request, other, ...more] = spans.filter(({ kind }) => kind === 2);
    expect(more).toEqual([]);
    expect(request).toMatchObject({
      name: 'POST /graphql',
      traceId: caller.traceId,
      parentSpanId: caller.spanId,
    });
    expect(attributesOf(request!)).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': expect.anything(),
      'graphql.operation.name': 'FindEntities',
      'caytre.request.id': 'traced',
    });
    expect(other!.traceId).toMatch(/^(?!a{32})[\da-f]{32}$/);
    expect(other!.parentSpanId ?? '').toBe('');
    const stages = spans.filter(({ parentSpanId }) => parentSpanId === request!.spanId);
    expect(stages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['find document', 'execute']),
    );
    expect(spans.map(({ name }) => name)).toContain('check data');
    expect(JSON.stringify(spans)).not.toContain('hunter2');
  });
});

it('a collector that is away, or that never answers, hurts nobody', async () => {
  const silent = createServer(() => undefined);
  const addresses = [await listening(silent), 'http://127.0.0.1:9'];
  for (const address of addresses) {
    const lost = await watch(address);
    const span = lost.tracing!.request('POST', '/graphql', {});
    span.stage('execute')();
    span.end();
    await lost.close();
  }
  silent.closeAllConnections();
  silent.close();
});

it('traces no more than the part that is asked for', async () => {
  const none = await watch('http://127.0.0.1:9', '0');
  const before = spans.length;
  none.tracing!.request('POST', '/graphql', {}).end();
  await none.close();
  expect(spans.length).toBe(before);
});
