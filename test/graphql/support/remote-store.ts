import type { Answer, Answers, GraphStore } from '../../../src/store/port.ts';

export interface RemoteStore {
  readonly store: GraphStore;
  /** How many requests each call bore, by method, in the order of the calls. */
  readonly calls: Record<string, number[]>;
}

type Method = Exclude<keyof GraphStore, 'meta'>;
type Plural = (requests: readonly unknown[]) => Answers<unknown>;

/**
 * A store as if far away: each call is counted, its requests are worked off one by one in a mixed order, and it
 * answers after some microtasks, a different number each time. `fail` may turn an answer into an error.
 */
export function remote(
  near: GraphStore,
  fail: (method: Method, request: unknown) => Error | undefined = () => undefined,
): RemoteStore {
  const calls: Record<string, number[]> = {};
  let turn = 0;
  const store = new Proxy(near, {
    get: (target, name: keyof GraphStore) => {
      if (name === 'meta') return () => target.meta();
      const method = target[name].bind(target) as unknown as Plural;
      return async (requests: readonly unknown[]) => {
        calls[name] ??= [];
        calls[name].push(requests.length);
        turn += 1;
        const answers = new Array<Answer<unknown>>(requests.length);
        for (const index of mixed(requests.length, turn)) {
          answers[index] = fail(name, requests[index]) ?? (await method([requests[index]]))[0]!;
        }
        for (let wait = (turn * 7) % 5; wait >= 0; wait -= 1) await undefined;
        return answers;
      };
    },
  });
  return { store, calls };
}

/** The numbers below `length`, in an order that depends on `turn`. */
const mixed = (length: number, turn: number): readonly number[] =>
  Array.from({ length }, (_, index) => index).toSorted(
    (a, b) => ((a * 31 + turn * 17) % 13) - ((b * 31 + turn * 17) % 13) || b - a,
  );
