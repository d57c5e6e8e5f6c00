/**
 * A value that takes long to make, and is made once: whoever has time does some of the work, and whoever asks for the
 * value does what is left of it.
 */
export interface Gradual<T> {
  (): T;
  /** Does one part of the work; whether all is done. */
  readonly step: () => boolean;
}

/** @param make does the work, and yields between its parts, which are to be short */
export function gradual<T>(make: () => Generator<void, T>): Gradual<T> {
  let work: Generator<void, T> | undefined;
  let made: { readonly value: T } | undefined;
  const step = (): boolean => {
    if (made !== undefined) return true;
    work ??= make();
    try {
      const { done, value } = work.next();
      if (done) made = { value };
    } catch (error) {
      // Whoever asks again is told again, not that there is nothing.
      work = undefined;
      throw error;
    }
    if (made !== undefined) work = undefined;
    return made !== undefined;
  };
  const value = (): T => {
    while (made === undefined) step();
    return made.value;
  };
  return Object.assign(value, { step });
}

/** Does the whole of a work that yields between its parts. */
export function whole<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** How many of the many things that a part of the work does alike are done between two looks at the clock. */
export const STRETCH = 500;

/**
 * Does the same with each number below `count`, and yields before each stretch of them. Apart from the work that it is a part of:
 * a generator in which much is done is compiled anew and anew, whole, while it is at work.
 */
export function* inStretches(count: number, take: (number: number) => void): Generator<void> {
  for (let start = 0; start < count; start += STRETCH) {
    yield;
    eachBetween(start, Math.min(start + STRETCH, count), take);
  }
}

function eachBetween(start: number, end: number, take: (number: number) => void): void {
  for (let number = start; number < end; number += 1) take(number);
}
