import { areArriving } from './arrivals.ts';

/**
 * How long requests may begin, one after the other, before the next look at input and output, in milliseconds: others have their
 * answers ready, and are to have them.
 */
const BEGINNING = 4;

/** When the first of the requests began that have begun since the last look at input and output. */
let firstBegan: number | undefined;

/** Whether one more request may begin before the next look at input and output. */
function mayBegin(moment: number): boolean {
  if (areArriving()) return false;
  if (firstBegan === undefined) {
    firstBegan = moment;
    setImmediate(() => {
      firstBegan = undefined;
    });
  }
  return moment - firstBegan < BEGINNING;
}

/** A request that has not begun because others keep the thread. */
interface Beginner {
  readonly since: number;
  readonly now: () => number;
  readonly begin: () => void;
}

/** The first of them came first. */
const beginners: Beginner[] = [];

/** Lets those begin that wait for it, in their order, as many as may between two looks at input and output. */
function beginNext(): void {
  const [first] = beginners;
  if (first === undefined) return;
  if (!mayBegin(first.now())) {
    setImmediate(beginNext);
    return;
  }
  first.begin();
  // What has begun does all that it can at once, in microtasks; only then is it known how long that took.
  queueMicrotask(() =>
    process.nextTick(() => {
      beginners.shift();
      beginNext();
    }),
  );
}

/** Nothing when a request may begin at once, otherwise what it has to wait for. */
export function turnToBegin(now: () => number): Promise<void> | undefined {
  if (beginners.length === 0 && mayBegin(now())) return undefined;
  return new Promise((begin) => {
    if (beginners.length === 0) setImmediate(beginNext);
    beginners.push({ since: performance.now(), now, begin });
  });
}

/** How many requests wait to begin, and how long the one that has waited longest, in milliseconds. */
export function waits(now = performance.now()): {
  readonly count: number;
  readonly longest: number;
} {
  const [first] = beginners;
  return { count: beginners.length, longest: first === undefined ? 0 : now - first.since };
}
