/** How the port is asked and answers: batches, pages, bounds. Types only. */

export type Answer<T> = T | null | Error;
export type Answers<T> = readonly Answer<T>[] | Promise<readonly Answer<T>[]>;

/** What the caller of a method lets it know while it works. */
export interface Call {
  /**
   * Whether nobody waits for the answer any more, or its time is up. Long work asks now and then, and stops with what it
   * has: an answer with a `truncated` says `time`, any other is a StoppedError.
   */
  readonly stopped: () => boolean;
}

/** One question of many requests; `call` lets long work know when to stop. */
export type Method<Request, Value> = (requests: readonly Request[], call?: Call) => Answers<Value>;

/**
 * Relay paging. `first` and `last` are bounded by the caller; without either, the store cuts the page at a bound of
 * its own. Cursors are the store's own, opaque strings, good for one list of one dataset version.
 */
export interface PageRequest {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

export interface Page<T> {
  readonly items: readonly { readonly value: T; readonly cursor: string }[];
  /** How many there are in all, whatever the page. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/**
 * Why and at which bound an answer stops short of what there is: more within reach (`limit`) or beyond the depth
 * (`depth`), nothing or not all found within the hops though the search could go on (`hops`), or no time left (`time`, with
 * what was done by then: the number of nodes visited).
 */
export interface Truncation {
  readonly reason: 'limit' | 'depth' | 'hops' | 'time';
  readonly bound: number;
}

export type Direction = 'out' | 'in' | 'both';
