import { beforeAll, describe, expect, it } from 'vitest';
import { readDataset } from '../../src/data/read.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { packagePath } from '../../src/server/package.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { GraphStore } from '../../src/store/port.ts';
import { ask, data } from './support/api.ts';

interface Edge {
  readonly node: { readonly id: string; readonly kind: string };
  readonly flow: string;
  readonly path: {
    readonly length: number;
    readonly entities: readonly { readonly id: string }[];
    readonly statements: readonly {
      readonly citations: readonly { readonly paragraph: number }[];
    }[];
  };
}

const trace = (args: string) =>
  `{ trace(${args}) {
    totalCount truncated { reason bound }
    edges { flow node { id kind } path { length entities { id } statements { citations { paragraph } } } }
  } }`;

const listed = (answer: { trace: { edges: readonly Edge[] } }): string[] =>
  answer.trace.edges.map(({ flow, node }) => `${flow} ${node.id}`);

describe('a trace', () => {
  it('leads both ways, the nearest first, each with the way to it', async () => {
    const answer = await data(trace('document: "metric:tham"'));
    expect(listed(answer)).toEqual(['FORWARD observation:tham-a', 'FORWARD observation:tham-b']);
    expect(answer.trace.truncated).toBeNull();
    expect(answer.trace.edges[0].path).toMatchObject({
      length: 1,
      entities: [{ id: 'metric:tham' }, { id: 'observation:tham-a' }],
    });
    const back = await data(trace('document: "partnership:vnm-jpn"'));
    expect(new Set(listed(back))).toEqual(
      new Set(['BACKWARD country:jpn', 'BACKWARD country:vnm']),
    );
  });

  it('is null where there is no such entity, and keeps its bounds', async () => {
    expect(await data(trace('document: "document:none"'))).toEqual({ trace: null });
    const bad = [
      ['maxHops: 0', 'ARGUMENT_OUT_OF_RANGE'],
      ['maxHops: 13', 'ARGUMENT_OUT_OF_RANGE'],
      ['kinds: ["metrik"]', 'NAME_UNKNOWN'],
    ];
    for (const [argument, code] of bad) {
      const { errors } = await ask(trace(`document: "metric:tham", ${argument}`));
      expect(errors[0]?.extensions).toMatchObject({ code });
    }
  });

  it('follows what the ontology says flows', async () => {
    const { ontology } = await data('{ ontology { properties { name flow } } }');
    const flows = new Map(
      ontology.properties.map(({ name, flow }: { name: string; flow: string }) => [name, flow]),
    );
    expect(flows.get('adopts')).toBe('FORWARD');
    expect(flows.get('implements')).toBe('BACKWARD');
    expect(flows.get('chairs')).toBeNull();
  });
});

describe('a trace on the data of the project', () => {
  const resolution = 'document:nghi-quyet-dai-hoi-xiii';
  let store: GraphStore;
  beforeAll(async () => {
    const reading = await readDataset(packagePath('graph-data'));
    if (!reading.ok) expect.fail(JSON.stringify(reading.problems.slice(0, 3)));
    store = createMemoryStore(buildGraph(reading.dataset));
  });
  const reached = async (args: string): Promise<readonly Edge[]> =>
    (await data(trace(`${args}, first: 100`), { store })).trace.edges;

  it.each(['direction', 'conference', 'task', 'partnership', 'observation'])(
    'leads from a resolution to each %s, and back, every step cited',
    async (kind) => {
      const found = await reached(`document: "${resolution}", flow: FORWARD, kinds: ["${kind}"]`);
      expect(found.length).toBeGreaterThan(0);
      for (const { node, flow, path } of found) {
        expect([flow, node.kind]).toEqual(['FORWARD', kind]);
        expect(path.entities.at(0)?.id).toBe(resolution);
        expect(path.entities.at(-1)?.id).toBe(node.id);
        for (const { citations } of path.statements) expect(citations).not.toEqual([]);
        const back = await reached(
          `document: "${node.id}", flow: BACKWARD, kinds: ["document"], maxHops: 6`,
        );
        const origin = back.find((edge) => edge.node.id === resolution);
        expect(origin?.path.length).toBe(path.length);
      }
    },
  );

  it('finds the nine directions and all partnerships', async () => {
    for (const kind of ['direction', 'partnership']) {
      const found = await reached(`document: "${resolution}", kinds: ["${kind}"]`);
      expect(found).toHaveLength(9);
    }
  });

  it('leads from a resolution back to the congress and who held it', async () => {
    const found = await reached(`document: "${resolution}", flow: BACKWARD`);
    expect(found.map(({ node }) => node.id)).toEqual([
      'event:dai-hoi-xiii',
      'body:dang-cong-san-viet-nam',
    ]);
  });

  it('leads one way, as far and to the kinds that are asked', async () => {
    const from = 'document: "conference:tong-ket-ngoai-giao-2024"';
    const ids = async (args: string): Promise<string[]> =>
      listed(await data(trace(from + args), { store }));
    const speech = 'FORWARD speech:chi-dao-tong-ket-ngoai-giao-2024-pham-minh-chinh';
    const all = await ids('');
    expect(all[0]).toBe(speech);
    expect(all).toHaveLength(5);
    expect(await ids(', flow: BACKWARD')).toEqual([]);
    expect(await ids(', kinds: ["assessment"]')).toEqual(all.slice(1));
    expect(await ids(', maxHops: 1')).toEqual([speech]);
    const near = await data(trace(`${from}, maxHops: 1`), { store });
    expect(near.trace.truncated).toEqual({ reason: 'HOPS', bound: 1 });
    expect((await data(trace(`${from}, first: 1`), { store })).trace.totalCount).toBe(5);
  });

  it('leads through nobody: what else somebody does comes of something else', async () => {
    const { ontology } = await data('{ ontology { kinds { name acts } } }', { store });
    const acting = ontology.kinds.flatMap(({ name, acts }: { name: string; acts: boolean }) =>
      acts ? [name] : [],
    );
    expect(acting).toContain('body');
    const found = await reached(`document: "${resolution}"`);
    expect(found.map(({ node }) => node.id)).toContain('body:nganh-ngoai-giao');
    for (const { path } of found) {
      for (const { id } of path.entities.slice(1, -1))
        expect(acting).not.toContain(id.split(':')[0]);
    }
    const issued = await reached(`document: "body:ban-bi-thu", flow: FORWARD, kinds: ["document"]`);
    expect(issued.map(({ node }) => node.id)).toContain('document:chi-thi-25');
  });
});
