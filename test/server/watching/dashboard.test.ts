import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../../src/server/package.ts';
import { createMetrics } from '../../../src/server/watching/metrics.ts';

interface Panel {
  readonly title: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly targets: readonly { readonly expr: string }[];
}

let panels: readonly Panel[];
let whole: string;
beforeAll(async () => {
  whole = await readFile(packagePath('examples/grafana/server.json'), 'utf8');
  panels = JSON.parse(whole).panels;
});

/** All metrics of one who has seen everything once: names and labels. */
async function scraped(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const metrics = createMetrics();
  metrics.answered({ cost: 1, cache: 'made' }, { route: '/graphql', status: 200, seconds: 1 });
  metrics.shows({ version: 'v1', entities: 1, statements: 1 });
  metrics.reloaded('reloaded', 1);
  metrics.count('shed', 'waiting');
  // Something to collect, so that the metrics of the collector are there.
  for (let each = 0; each < 50; each += 1) Array.from({ length: 100_000 }, () => ({}));
  await expect.poll(() => metrics.text()).toContain('nodejs_gc_duration_seconds_sum{');
  const found = new Map<string, Set<string>>();
  for (const [, name = '', labels = ''] of (await metrics.text()).matchAll(/^(\w+)(\{.*\})? /gm)) {
    const known = found.get(name) ?? new Set();
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.add(label!);
    found.set(name, known);
  }
  return found;
}

it('the dashboard of the server asks for metrics and labels that there are, and for all of ours', async () => {
  const metrics = await scraped();
  const asked = new Set<string>();
  for (const { title, targets } of panels) {
    for (const { expr } of targets) {
      const names = [
        ...expr.matchAll(/\b((?:caytre|nodejs|process)_\w+)\{job=~"\$job"(?:,(\w+)=)?/g),
      ];
      expect(names.length, title).toBeGreaterThan(0);
      for (const [, name, label] of names) {
        asked.add(name!);
        expect([...metrics.keys()], title).toContain(name);
        if (label !== undefined) expect(metrics.get(name!), `${title}: ${label}`).toContain(label);
      }
      const by = /\bby \((\w+)\)/.exec(expr)?.[1];
      if (by !== undefined) for (const [, name] of names) expect(metrics.get(name!)).toContain(by);
    }
  }
  const plain = (name: string) => name.replace(/_(?:bucket|sum|count)$/, '');
  const ours = new Set([...metrics.keys()].filter((name) => name.startsWith('caytre_')).map(plain));
  expect(new Set([...asked].filter((name) => name.startsWith('caytre_')).map(plain))).toEqual(ours);
});

it('its panels lie side by side, none over another', () => {
  const taken = new Set<string>();
  for (const { gridPos, title } of panels) {
    expect(gridPos.x + gridPos.w, title).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
        expect(taken.has(`${x} ${y}`), title).toBe(false);
        taken.add(`${x} ${y}`);
      }
    }
  }
});
