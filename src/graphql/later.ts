/**
 * A value that is there, or a promise of it. Resolvers compose with these two functions rather than with `await`,
 * so that a store which answers at once is executed without a single promise.
 */
export type Later<T> = T | Promise<T>;

export const isPromise = <T>(value: Later<T>): value is Promise<T> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

/** Uses a value once it is there. */
export function after<T, U>(value: Later<T>, use: (value: T) => Later<U>): Later<U> {
  return isPromise(value) ? value.then(use) : use(value);
}

/** All of the values, in their order, once the last is there. */
export function together<T>(values: readonly Later<T>[]): Later<readonly T[]> {
  return values.some(isPromise) ? Promise.all(values) : (values as readonly T[]);
}

/** Runs after all promise reactions that are or become ready, and before any input or output. */
export const afterPromises = (run: () => void): void => {
  void Promise.resolve().then(() => process.nextTick(run));
};
