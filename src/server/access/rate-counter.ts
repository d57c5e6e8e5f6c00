/** How often somebody asked within the window that runs, and for how many milliseconds it still does. */
export interface Count {
  readonly count: number;
  readonly ttl: number;
}

/** Counts requests; processes that serve together share one. */
export interface RateCounter {
  /** Counts one more of a client, whose window begins with its first and is so many milliseconds long. */
  readonly increment: (client: string, window: number) => Count | Promise<Count>;
}

/** Enough for all who honestly ask within a minute, and a few megabytes. */
const MOST_CLIENTS = 20_000;

/** A counter in the memory of this process. It forgets who has not asked the longest where there are too many. */
export function createRateCounter(most = MOST_CLIENTS, now = () => performance.now()): RateCounter {
  const windows = new Map<string, { count: number; ends: number }>();
  return {
    increment(client, window) {
      const time = now();
      let own = windows.get(client);
      if (own === undefined || own.ends <= time) own = { count: 0, ends: time + window };
      own.count += 1;
      // A map iterates in the order of insertion, so that the first is the one not seen the longest.
      windows.delete(client);
      windows.set(client, own);
      if (windows.size > most) windows.delete(windows.keys().next().value!);
      return { count: own.count, ttl: own.ends - time };
    },
  };
}
