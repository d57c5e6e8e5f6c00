import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/errors/problem.ts';
import { computeAnalytics } from '../../src/graph/analytics/compute.ts';
import type { PlainGraph } from '../../src/graph/analytics/model.ts';
import { analyticsThread } from '../../src/server/analytics/thread.ts';
import { type Running, startServer } from '../support/serve.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-analytics-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A log that keeps what it is told. */
function keeping() {
  const lines: { level: string; details: object; message: string }[] = [];
  const at = (level: string) => (details: unknown, message?: string) => {
    lines.push({ level, details: details as object, message: message ?? '' });
  };
  return { log: { info: at('info'), error: at('error') }, lines };
}

const ring = (nodes: number): PlainGraph => ({
  nodes,
  from: Uint32Array.from({ length: nodes }, (_, node) => node),
  to: Uint32Array.from({ length: nodes }, (_, node) => (node + 1) % nodes),
  rankOf: Uint32Array.from({ length: nodes }, (_, node) => node),
});

const unavailable = async (analytics: Promise<unknown>): Promise<void> => {
  const error = await analytics.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProblemError);
  expect((error as ProblemError).problem.code).toBe('ANALYTICS_UNAVAILABLE');
};

describe('the thread of analytics', () => {
  it('computes what would be computed here, and takes the graph over', async () => {
    const { log, lines } = keeping();
    const thread = analyticsThread(log);
    const graph = ring(50);
    expect(await thread.compute(graph)).toEqual(computeAnalytics(ring(50)));
    expect(graph.from.length).toBe(0);
    expect(lines).toMatchObject([
      {
        level: 'info',
        details: { exact: true, pivots: 50, communities: expect.any(Number) },
        message: 'analytics computed',
      },
    ]);
    await thread.close();
  });

  it.each([
    ['throws', 'throw new Error("no memory");', /no memory/],
    ['cannot be read', 'this is no program', /identifier|Unexpected/],
    ['ends without a word', 'process.exit(3);', /ended with code 3/],
  ])('that %s says that it cannot, and the log says why', async (name, text, why) => {
    const program = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
    await writeFile(program, text);
    const { log, lines } = keeping();
    await unavailable(analyticsThread(log, program).compute(ring(3)));
    expect(lines).toMatchObject([
      {
        level: 'error',
        details: { err: { message: expect.stringMatching(why) } },
        message: 'analytics could not be computed',
      },
    ]);
  });

  it('ends when it is told to, whatever it is doing', async () => {
    const program = join(folder, 'endless.mjs');
    await writeFile(program, 'for (;;);');
    const { log, lines } = keeping();
    const thread = analyticsThread(log, program);
    const answer = unavailable(thread.compute(ring(3)));
    await thread.close();
    await answer;
    await unavailable(thread.compute(ring(3)));
    expect(lines).toEqual([]);
  });
});

const asking =
  ({ address }: Running) =>
  async (query: string) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
    return await response.json();
  };

describe('a server', () => {
  it('answers other questions while analytics are computed, then those that waited; ends the thread', async () => {
    const real = analyticsThread(keeping().log);
    let computed = 0;
    let isClosed = false;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const server = await startServer(
      {},
      {
        analytics: () => ({
          async compute(graph) {
            computed += 1;
            const analytics = await real.compute(graph);
            await gate;
            return analytics;
          },
          async close() {
            await real.close();
            isClosed = true;
          },
        }),
      },
    );
    const ask = asking(server);
    let isAnswered = false;
    const waiting = ask(`{
      entity(id: "country:vnm") { name community { size } }
      dataset { analytics { exact pivots communities } }
      ranking(metric: PAGE_RANK, first: 1) { nodes { id } }
    }`).then((answer) => {
      isAnswered = true;
      return answer;
    });
    expect(await ask('{ entity(id: "country:jpn") { name } }')).toMatchObject({
      data: { entity: { name: 'Japan' } },
    });
    const byDegree = '{ ranking(metric: DEGREE, first: 1) { nodes { id hub } } }';
    expect(await ask(byDegree)).toMatchObject({
      data: { ranking: { nodes: [{ id: 'country:vnm', hub: true }] } },
    });
    expect(isAnswered).toBe(false);
    go();
    expect(await waiting).toMatchObject({
      data: {
        entity: { name: 'Viet Nam', community: { size: expect.any(Number) } },
        dataset: { analytics: { exact: true, communities: expect.any(Number) } },
        ranking: { nodes: [{ id: 'country:vnm' }] },
      },
    });
    expect(computed).toBe(1);
    await server.stop();
    expect(isClosed).toBe(true);
  });
});

describe('a server whose analytics fail', () => {
  it('goes on serving all else, and says so where they are asked for', async () => {
    const program = join(folder, 'failing.mjs');
    await writeFile(program, 'throw new Error("no");');
    const server = await startServer(
      {},
      { analytics: () => analyticsThread(keeping().log, program) },
    );
    const query = `{
      measured: entity(id: "country:jpn") { pageRank }
      plain: entity(id: "country:jpn") { name degree }
    }`;
    expect(await asking(server)(query)).toMatchObject({
      data: { measured: null, plain: { name: 'Japan' } },
      errors: [
        {
          path: ['measured', 'pageRank'],
          extensions: { code: 'ANALYTICS_UNAVAILABLE', mend: expect.stringContaining('minute') },
        },
      ],
    });
    await server.stop();
  });
});
