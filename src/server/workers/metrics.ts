import { AggregatorRegistry, type MetricObject } from 'prom-client';
import type { Administration } from '../access/administration.ts';
import type { Metrics } from '../watching/metrics.ts';
import type { Member } from './pool.ts';

/** What a process has counted and measured, as it can be sent: without the functions that read it. */
export async function readMetrics({ registry }: Metrics): Promise<MetricObject[]> {
  const read = (await registry.getMetricsAsJSON()) as (MetricObject & { collect?: unknown })[];
  return read.map(({ collect: _, ...metric }) => metric as MetricObject);
}

/**
 * The metrics of all processes, each series with the number of its worker: when one is replaced, what it counted begins anew, which
 * whoever reads them would take for a leap in a sum.
 */
export function metricsOfAll(
  own: Metrics,
  members: () => readonly Member[],
): NonNullable<Administration['metrics']> {
  own.registry.setDefaultLabels({ worker: 'primary' });
  return {
    contentType: own.contentType,
    async text() {
      const told = await Promise.all([
        readMetrics(own),
        ...members().map(async (member) => {
          try {
            return await member.ask('metrics');
          } catch (error) {
            // Of one that has just ended there is nothing to tell.
            if (members().includes(member)) throw error;
            return [];
          }
        }),
      ]);
      return AggregatorRegistry.aggregate(told).metrics();
    },
  };
}
