import {
  Counter,
  Histogram,
  type MetricObject,
  type MetricValueWithName,
  type Registry,
} from 'prom-client';

/** Upper bounds of the buckets of durations, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The requests of one route, operation and status. */
interface Series {
  readonly route: string;
  readonly operation: string;
  readonly status: number;
  /** How many took no longer than the bound of the same place, and longer than the one before it; the last has no bound. */
  readonly buckets: Float64Array;
  seconds: number;
}

type Label = 'route' | 'operation';
type Values = MetricObject & { values: MetricValueWithName<Label | 'le'>[] };

/** Counts and times requests. Each name among the labels must be one of few. */
export interface RequestSeries {
  readonly add: (route: string, operation: string, status: number, seconds: number) => void;
}

/**
 * Every request is counted and timed, those that are answered from memory as well, and there a look-up of labels in the library's own
 * counter and histogram is felt: it takes four times as long as this. So they are kept as plain numbers, and read when somebody asks.
 */
export function createRequestSeries(registers: Registry[]): RequestSeries {
  const all = new Map<string, Series>();
  const find = (route: string, operation: string, status: number): Series => {
    const key = `${route} ${operation} ${status}`;
    let series = all.get(key);
    if (series === undefined) {
      const buckets = new Float64Array(BOUNDS.length + 1);
      series = { route, operation, status, buckets, seconds: 0 };
      all.set(key, series);
    }
    return series;
  };
  /** Most are as the one before was. */
  let last: Series | undefined;

  new Counter({
    name: 'caytre_requests_total',
    help: 'Requests that were answered',
    labelNames: ['route', 'operation', 'status'],
    registers,
    collect() {
      this.reset();
      for (const { buckets, seconds: _, ...labels } of all.values()) this.inc(labels, sum(buckets));
    },
  });

  class Durations extends Histogram<Label> {
    override async get(): Promise<Values> {
      return {
        name: NAME,
        help: HELP,
        type: 'histogram',
        aggregator: 'sum',
        collect: () => undefined,
        values: [...byOperation(all.values())].flatMap(durations),
      } as unknown as Values;
    }

    // The library asks for the same without the names of labels repeated, where a histogram offers that.
    getForPromString = (): Promise<Values> => this.get();
  }
  new Durations({
    name: NAME,
    help: HELP,
    labelNames: ['route', 'operation'],
    registers,
  });

  return {
    add(route, operation, status, seconds) {
      if (last?.route !== route || last.operation !== operation || last.status !== status) {
        last = find(route, operation, status);
      }
      let place = 0;
      while (place < BOUNDS.length && seconds > BOUNDS[place]!) place += 1;
      last.buckets[place]! += 1;
      last.seconds += seconds;
    },
  };
}

const NAME = 'caytre_request_duration_seconds';
const HELP = 'How long answers took, from the headers of the request to the end of the answer';

const sum = (numbers: Float64Array): number => numbers.reduce((total, one) => total + one, 0);

type Durations = Pick<Series, 'route' | 'operation' | 'buckets' | 'seconds'>;

/** All that is known of each route and operation, whatever the status was. */
function byOperation(all: Iterable<Series>): Iterable<Durations> {
  const merged = new Map<string, { -readonly [Name in keyof Durations]: Durations[Name] }>();
  for (const { route, operation, buckets, seconds } of all) {
    const key = `${route} ${operation}`;
    const one = merged.get(key);
    if (one === undefined) {
      merged.set(key, { route, operation, buckets: buckets.slice(), seconds });
    } else {
      buckets.forEach((count, place) => {
        one.buckets[place]! += count;
      });
      one.seconds += seconds;
    }
  }
  return merged.values();
}

function durations({ route, operation, buckets, seconds }: Durations) {
  const labels = { route, operation };
  let count = 0;
  const counts = [...buckets].map((own, place) => {
    count += own;
    const le = BOUNDS[place] ?? '+Inf';
    return { metricName: `${NAME}_bucket`, labels: { le, ...labels }, value: count };
  });
  return [
    ...counts,
    { metricName: `${NAME}_sum`, labels, value: seconds },
    { metricName: `${NAME}_count`, labels, value: count },
  ];
}
