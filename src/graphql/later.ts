/**
 * A value that is there, or a promise of it. Resolvers compose with these two functions rather than with `await`,
 * so that a store which answers at once is executed without a single promise.
 */
export type Later<T> = T | Promise<T>;

export const isPromise = <T>(value: Later<T>): value is Promise<T> =>
  // A look for `then` in what is no object would be felt: most of what is asked about are texts.
  typeof value === 'object' && typeof (value as { then?: unknown } | null)?.then === 'function';

/** Uses a value once it is there. */
export function after<T, U>(value: Later<T>, use: (value: T) => Later<U>): Later<U> {
  return isPromise(value) ? value.then(use) : use(value);
}

/**
 * What is made of each of some things, in their order, once the last is there. Where making one throws, what was promised for
 * those before it is waited for by nobody: such a promise, broken later, would be heard by Node alone, which ends the process.
 */
export function ofEach<T, U>(
  things: readonly T[],
  make: (thing: T) => Later<U>,
): Later<readonly U[]> {
  const made: Later<U>[] = [];
  try {
    for (const thing of things) made.push(make(thing));
  } catch (error) {
    for (const value of made) if (isPromise(value)) value.catch(() => undefined);
    throw error;
  }
  return made.some(isPromise) ? Promise.all(made) : (made as readonly U[]);
}

/** Runs after all promise reactions that are or become ready, and before any input or output. */
export const afterPromises = (run: () => void): void => {
  void Promise.resolve().then(() => process.nextTick(run));
};
