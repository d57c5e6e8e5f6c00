import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '../support/application.ts';

let server: RunningApplication;
beforeAll(async () => {
  server = await startApplication();
});
afterAll(async () => {
  await server?.stop();
});

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
type Answer = any;

const get = async (path: string, init?: RequestInit) => {
  const response = await fetch(`${server.address}/grafana/${path}`, init);
  return { status: response.status, headers: response.headers, answer: await response.json() };
};
const rows = async (path: string): Promise<Answer> => {
  const { status, answer } = await get(path);
  expect([status, answer]).toEqual([200, answer]);
  return answer;
};

/** A frame as rows, once its columns are shown to be as long as one another. */
function rowsOfFrame({ schema, data }: Answer): Answer[] {
  const lengths = new Set(data.values.map(({ length }: Answer[]) => length));
  expect(lengths.size).toBe(1);
  expect(data.values).toHaveLength(schema.fields.length);
  return data.values[0].map((_: unknown, place: number) =>
    Object.fromEntries(
      schema.fields.map(({ name }: Answer, column: number) => [name, data.values[column][place]]),
    ),
  );
}

/** What the Node Graph panel asks of nodes and edges. */
function checkGraph(nodes: Answer[], edges: Answer[]): void {
  const ids = nodes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const node of nodes) {
    const arcs = Object.entries(node).filter(([name]) => /^arc__[a-z]+$/.test(name));
    expect(arcs.length).toBeGreaterThan(1);
    expect(arcs.reduce((sum, [, share]) => sum + (share as number), 0)).toBe(1);
    expect(typeof node.mainstat).toBe('number');
    expect(node.mainstat).toBeLessThanOrEqual(node.secondarystat);
  }
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  for (const { source, target, detail__statement, detail__source, detail__paragraph } of edges) {
    expect(ids).toEqual(expect.arrayContaining([source, target]));
    expect([detail__statement, detail__source]).not.toContain(null);
    expect(detail__paragraph).toBeGreaterThan(0);
  }
}

describe('frames for the Node Graph panel', () => {
  it.each([
    ['entity=country:jpn&depth=4&limit=20', 20],
    ['entity=document:chi-thi-25,person:bui-thanh-son&limit=500', undefined],
    ['limit=40', 40],
    ['limit=100&kinds=person,office&as-of=2021-12', undefined],
  ])('hold for %s', async (parameters, size) => {
    const frames = await rows(`frames?lang=en&${parameters}`);
    expect(frames.map(({ schema }: Answer) => schema.name)).toEqual(['nodes', 'edges']);
    for (const { schema } of frames)
      expect(schema.meta.preferredVisualisationType).toBe('nodeGraph');
    const [nodes, edges] = frames.map(rowsOfFrame);
    checkGraph(nodes, edges);
    expect(nodes.length).toBeGreaterThan(1);
    if (size !== undefined) {
      expect(nodes).toHaveLength(size);
      expect(frames[0].schema.meta.notices).toMatchObject([{ severity: 'info' }]);
    }
    // As rows they say the same, with the colours of arcs beside them.
    const flat = await rows(`nodes?lang=en&${parameters}`);
    expect(flat).toEqual(nodes.map((node: Answer) => expect.objectContaining(node)));
    const arc = frames[0].schema.fields.find(({ name }: Answer) => name === 'arc__people');
    expect(arc.config.color.fixedColor).toBe(flat[0].arc__people_color);
    expect(await rows(`edges?lang=en&${parameters}`)).toEqual(edges);
    const plugin = await rows(`api/graph/data?lang=en&${parameters}`);
    expect(plugin).toEqual({ nodes, edges });
  });

  it('say what each field is to the Node Graph API plugin', async () => {
    const { nodes_fields, edges_fields } = await rows('api/graph/fields?lang=en');
    const { nodes, edges } = await rows('api/graph/data?entity=country:jpn&lang=en');
    for (const [fields, list] of [
      [nodes_fields, nodes],
      [edges_fields, edges],
    ]) {
      expect(fields.map(({ field_name }: Answer) => field_name).toSorted()).toEqual(
        Object.keys(list[0]).toSorted(),
      );
      for (const { field_name, type } of fields) {
        for (const row of list) expect([type, 'object']).toContain(typeof row[field_name]);
      }
    }
    expect((await get('api/health')).status).toBe(200);
  });

  it('are of a date, narrowed by properties, and in the language asked for', async () => {
    const edges = await rows('edges?entity=person:bui-thanh-son&properties=holdsOffice&lang=en');
    expect(new Set(edges.map(({ mainstat }: Answer) => mainstat))).toEqual(
      new Set(['holds the office of']),
    );
    const titles = async (parameters: string, init?: RequestInit) =>
      (await get(`nodes?entity=country:jpn&${parameters}`, init)).answer[0].title;
    expect(await titles('')).toBe('Nhật Bản');
    expect(await titles('lang=en')).toBe('Japan');
    expect(await titles('', { headers: { 'accept-language': 'en' } })).toBe('Japan');
    const of = async (date: string) =>
      (await rows(`nodes?entity=country:jpn&as-of=${date}`)).length;
    expect(await of('2021')).toBeLessThan(await of(''));
  });
});

describe('the addresses of pages in frames and rows', () => {
  const pagesAt = async ({ address }: RunningApplication): Promise<string[]> =>
    (await (await fetch(`${address}/grafana/nodes?limit=2`)).json()).map(
      ({ detail__page }: Answer) => new URL(detail__page).origin,
    );

  it('are of the host that the request names', async () => {
    expect(new Set(await pagesAt(server))).toEqual(new Set([server.address]));
  });

  it('are of the address by which the server is known, where that is set', async () => {
    const known = await startApplication({ publicUrl: 'https://caytre.example' });
    const origins = await pagesAt(known);
    await known.stop();
    expect(new Set(origins)).toEqual(new Set(['https://caytre.example']));
  });
});

describe('rows for tables and charts', () => {
  it('tell of partnerships: with whom, of which level, and who says so', async () => {
    const all = await rows('partnerships?lang=en');
    const korea = all.find(({ id }: Answer) => id === 'partnership:viet-nam-han-quoc');
    expect(korea).toMatchObject({
      time: '2021-12-01T00:00:00Z',
      codes: 'KOR,VNM',
      levelLabel: 'Comprehensive Strategic Partnership',
      paragraph: 7,
    });
    for (const row of all) expect([row.source, row.paragraph]).not.toContain(null);
    const some = await rows('partnerships?entity=country:bra&lang=en');
    expect(some.map(({ id }: Answer) => id)).toEqual(['partnership:viet-nam-brazil']);
    const chosen = await rows('partnerships?levels=comprehensive-strategic&as-of=2023');
    expect(chosen).toHaveLength(3);
  });

  it('count partnerships by level and year, long and wide', async () => {
    const long = await rows('levels?lang=en');
    const wide = await rows('levels-by-year?lang=en');
    const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
    const total = sum(long.map(({ count }: Answer) => count));
    expect(total).toBe(9);
    expect(
      sum(wide.flatMap(({ year: _, yearLabel: __, ...counts }: Answer) => Object.values(counts))),
    ).toBe(total);
    expect(wide).toContainEqual(expect.objectContaining({ year: '2024', strategic: 1 }));
  });

  it('put dates in order, as moments, each with its citation', async () => {
    const path = 'timeline?entity=country:vnm&kinds=partnership&from=2021&to=2024&lang=en';
    const { answer, headers } = await get(`${path}&limit=3`);
    expect(answer).toHaveLength(3);
    expect(Number(headers.get('x-total-count'))).toBeGreaterThan(3);
    expect(answer.map(({ date }: Answer) => date)).toEqual(
      answer.map(({ date }: Answer) => date).toSorted(),
    );
    for (const { time, source, paragraph } of answer) {
      expect(new Date(time).toISOString()).toBe(time.replace('Z', '.000Z'));
      expect([source, paragraph]).not.toContain(null);
    }
  });

  it('page through lists that are longer than the API gives at once', async () => {
    const { answer, headers } = await get('statements?limit=230&lang=en');
    const ids = new Set(answer.map(({ statement }: Answer) => statement));
    expect(ids.size).toBe(230);
    expect(Number(headers.get('x-total-count'))).toBeGreaterThan(1000);
    for (const { evidence, source } of answer) expect([evidence, source]).not.toContain('');
  });

  it('give figures, articles and totals', async () => {
    const figures = await rows('figures?entity=metric:nuoc-co-quan-he-ngoai-giao&lang=en');
    expect(figures.map(({ amount, to }: Answer) => [amount, to])).toEqual([
      [193, '2023-12-19'],
      [194, '2024'],
    ]);
    const sources = await rows('sources?limit=500&lang=en');
    expect(sources[0]).toMatchObject({ kindLabel: 'Task', statements: 223 });
    const [now] = await rows('totals');
    const [then] = await rows('totals?as-of=2021');
    expect(then.statements).toBeLessThan(now.statements);
  });

  it.each([
    ['timeline?from=yesterday', 'PARAMETER_INVALID', 'from'],
    ['figures?limit=501', 'PARAMETER_INVALID', 'limit'],
    ['nodes?limit=101', 'PARAMETER_INVALID', 'limit'],
    ['nodes?entity=country:nowhere', 'PARAMETER_INVALID', 'entity'],
    ['partnerships?levels=great', 'PARAMETER_INVALID', 'levels'],
    ['levels?levels=great', 'PARAMETER_INVALID', 'levels'],
    ['edges?entity=country:jpn&properties=holdOffice', 'NAME_UNKNOWN', 'holdOffice'],
  ])('refuse %s, and say why', async (path, code, named) => {
    const { status, answer } = await get(path);
    expect(status).toBe(400);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0].extensions.code).toBe(code);
    expect(answer.errors[0].message).toContain(`"${named}"`);
    expect(answer.errors[0].extensions.mend).toBeTruthy();
  });

  it('are listed with their parameters', async () => {
    const { rows: list, graph } = await (await fetch(`${server.address}/grafana`)).json();
    expect(list.length).toBeGreaterThan(5);
    for (const { path } of list) {
      expect((await fetch(server.address + path)).status).toBe(200);
    }
    for (const path of [graph.frames, graph.nodes, graph.edges]) {
      expect((await fetch(`${server.address}${path}?limit=5`)).status).toBe(200);
    }
  });
});

describe('the dashboard of examples/grafana', async () => {
  const folder = new URL('../../examples/grafana/', import.meta.url);
  const dashboard: Answer = JSON.parse(await readFile(new URL('dashboard.json', folder), 'utf8'));
  const values = new Map<string, string>(
    dashboard.templating.list.map(({ name, current }: Answer) => [name, current.value]),
  );
  /** As Grafana writes its variables into an address. */
  const filled = (url: string): string =>
    url.replace(/\$\{(\w+)(:percentencode)?\}/g, (_, name: string, coded?: string) => {
      const value = name === 'caytre' ? server.address : values.get(name);
      if (value === undefined) throw new Error(`The dashboard has no variable ${name}.`);
      return coded ? encodeURIComponent(value) : value;
    });
  const queries = dashboard.panels.flatMap(({ title, type, targets }: Answer) =>
    targets.map((target: Answer) => [`${title} ${target.refId}`, type, target] as const),
  );

  it('asks for a data source of the plugin, and uses no other', () => {
    const [input] = dashboard.__inputs;
    for (const [, , { datasource }] of queries) {
      expect(datasource).toEqual({ type: input.pluginId, uid: `\${${input.name}}` });
    }
    const types = dashboard.panels.map(({ type }: Answer) => type);
    expect(new Set(types)).toEqual(new Set(['stat', 'nodeGraph', 'barchart', 'table']));
    const required = dashboard.__requires.map(({ id }: Answer) => id);
    expect(required).toEqual(expect.arrayContaining(types));
  });

  it('lies on the grid without one panel over another', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }: Answer) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)} ${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of dashboard.panels)
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it.each(queries as [string, string, Answer][])(
    'has its columns answered: %s',
    async (_name, type, { url, columns, format }) => {
      const response = await fetch(filled(url));
      expect(response.status).toBe(200);
      const found: Answer[] = await response.json();
      expect(found.length).toBeGreaterThan(0);
      const is = { string: 'string', number: 'number', timestamp: 'string' } as const;
      for (const { selector, type: wanted } of columns) {
        const given = found.map((row) => row[selector]);
        expect([selector, given.every((value) => value === undefined)]).toEqual([selector, false]);
        for (const value of given) {
          if (value === null) continue;
          expect([selector, typeof value]).toEqual([selector, is[wanted as keyof typeof is]]);
        }
      }
      if (type === 'nodeGraph') {
        const asked = columns.map(({ selector }: Answer) => selector);
        expect(asked.toSorted()).toEqual(Object.keys(found[0]).toSorted());
        expect(['node-graph-nodes', 'node-graph-edges']).toContain(format);
      }
    },
  );

  it('draws nodes and edges that belong together', async () => {
    const [nodes, edges] = await Promise.all(
      queries
        .filter(([, type]: readonly [string, string]) => type === 'nodeGraph')
        .map(async ([, , { url }]: readonly [string, string, Answer]) =>
          (await fetch(filled(url))).json(),
        ),
    );
    checkGraph(nodes, edges);
  });

  it('is described: every address and parameter stands in its README', async () => {
    const readme = await readFile(new URL('README.md', folder), 'utf8');
    const { rows: list, graph } = await (await fetch(`${server.address}/grafana`)).json();
    const named = [...list.map(({ path }: Answer) => path), graph.frames, graph.nodes, graph.edges];
    for (const path of named) expect(readme).toContain(`\`${path}\``);
    const parameters = new Set(
      [graph, ...list].flatMap((each: Answer) => each.parameters as string[]),
    );
    for (const parameter of parameters) expect(readme).toContain(`\`${parameter}\``);
  });
});
