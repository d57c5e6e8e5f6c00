/** Gives what came of an attempt: the value, or else throws the error. */
export type Outcome<T> = () => T;

/**
 * A value that takes long to make: made when first asked for, by a promise, and there at once ever after. What came of a
 * failed attempt holds for `pause` milliseconds on the clock `now`; who asks after that makes another.
 */
export function eventual<T>(
  make: () => Promise<T>,
  pause: number,
  now: () => number,
): () => Outcome<T> | Promise<Outcome<T>> {
  let current: Outcome<T> | Promise<Outcome<T>> | undefined;
  let failedAt: number | undefined;
  const attempt = async (): Promise<Outcome<T>> => {
    let outcome: Outcome<T>;
    try {
      const value = await make();
      outcome = () => value;
    } catch (error) {
      failedAt = now();
      outcome = () => {
        throw error;
      };
    }
    current = outcome;
    return outcome;
  };
  return () => {
    if (failedAt !== undefined && now() - failedAt >= pause) {
      failedAt = undefined;
      current = undefined;
    }
    current ??= attempt();
    return current;
  };
}
