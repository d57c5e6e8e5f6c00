import { AggregatorRegistry } from 'prom-client';
import type { Administration } from '../access/administration.ts';
import type { Metrics } from '../watching/metrics.ts';
import type { Member } from './pool.ts';

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
      const answers = await Promise.allSettled(members().map(({ ask }) => ask('metrics')));
      const told = answers.flatMap((answer) =>
        answer.status === 'fulfilled' ? [answer.value] : [],
      );
      const all = [await own.registry.getMetricsAsJSON(), ...told];
      return AggregatorRegistry.aggregate(all).metrics();
    },
  };
}
