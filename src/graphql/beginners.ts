import { areArriving } from './arrivals.ts';

/**
 * How long requests may begin, one after the other, before the next look at input and output, in milliseconds: others have their
 * answers ready, and are to have them.
 */
const BEGINNING = 4;

/** For how long is remembered how fast requests begin, in milliseconds: neither a long one nor a pause for garbage counts for much. */
const REMEMBERED = 500;

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
/** Further questions of pages that have begun. They go before: what is begun is to end, and a page has many. */
const further: Beginner[] = [];

const waiting = (): number => further.length + beginners.length;

/** How many have begun since some wait, and the time that took. The longer ago, the less it counts. */
let begun = 0;
let passed = 0;
/** When the last one began, where others waited behind it. */
let lastBegan: number | undefined;

function keepPace(): void {
  const now = performance.now();
  if (lastBegan === undefined) {
    begun = 0;
    passed = 0;
  } else {
    const since = now - lastBegan;
    const left = Math.exp(-since / REMEMBERED);
    begun = begun * left + 1;
    passed = passed * left + since;
  }
  lastBegan = waiting() > 0 ? now : undefined;
}

/** Lets those begin that wait for it, in their order, as many as may between two looks at input and output. */
function beginNext(): void {
  const line = further.length > 0 ? further : beginners;
  const [first] = line;
  if (first === undefined) return;
  if (!mayBegin(first.now())) {
    setImmediate(beginNext);
    return;
  }
  first.begin();
  // What has begun does all that it can at once, in microtasks; only then is it known how long that took.
  queueMicrotask(() =>
    process.nextTick(() => {
      line.shift();
      keepPace();
      beginNext();
    }),
  );
}

/** Nothing when a request may begin at once, otherwise what it has to wait for. */
export function turnToBegin(now: () => number, isFurther: boolean): Promise<void> | undefined {
  if (waiting() === 0 && mayBegin(now())) return undefined;
  return new Promise((begin) => {
    if (waiting() === 0) setImmediate(beginNext);
    (isFurther ? further : beginners).push({ since: performance.now(), now, begin });
  });
}

/** How many requests wait to begin, how long the one that has waited longest, and how long one more would, in milliseconds. */
export function waits(now = performance.now()): {
  readonly count: number;
  readonly longest: number;
  readonly expected: number;
} {
  const [first] = beginners;
  const count = waiting();
  return {
    count,
    longest: first === undefined ? 0 : now - first.since,
    expected: begun === 0 ? 0 : (count * passed) / begun,
  };
}
