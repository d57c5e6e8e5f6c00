import type { Answer, Answers, GraphStore } from '../../../src/store/port.ts';

export type Method = Exclude<keyof GraphStore, 'meta'>;

/** One answer that becomes an error, or none. */
export type Fail = (method: Method, request: unknown) => Error | undefined;

/** How a whole call goes wrong: the first three break the contract of the port. */
export type Breach = 'too few' | 'too many' | 'no list' | 'throws' | 'rejects';

export interface RemoteOptions {
  readonly fail?: Fail;
  readonly breach?: (method: Method) => Breach | undefined;
}

export interface RemoteStore {
  readonly store: GraphStore;
  /** How many requests each call bore, by method, in the order of the calls. */
  readonly calls: Record<string, number[]>;
}

type Plural = (requests: readonly unknown[]) => Answers<unknown>;

/**
 * A store as if far away: each call is counted, its requests are worked off one by one in a mixed order, and it answers
 * some turns of the event loop later, another number each time, so that a later call may be answered first.
 */
export function remote(near: GraphStore, { fail, breach }: RemoteOptions = {}): RemoteStore {
  const calls: Record<string, number[]> = {};
  let turn = 0;
  const store = withMethods(near, (method, name) => {
    const answered = async (requests: readonly unknown[], wait: number) => {
      const answers = new Array<Answer<unknown>>(requests.length);
      for (const index of mixed(requests.length, wait)) {
        answers[index] = fail?.(name, requests[index]) ?? (await method([requests[index]]))[0]!;
      }
      for (let left = (wait * 7) % 5; left > 0; left -= 1) await new Promise(setImmediate);
      switch (breach?.(name)) {
        case 'too few':
          return answers.slice(1);
        case 'too many':
          return [...answers, null];
        case 'no list':
          return null as unknown as typeof answers;
        case 'rejects':
          throw new Error('the engine went away');
        default:
          return answers;
      }
    };
    return (requests) => {
      calls[name] ??= [];
      calls[name].push(requests.length);
      turn += 1;
      if (breach?.(name) === 'throws') throw new Error('there is no engine');
      return answered(requests, turn);
    };
  });
  return { store, calls };
}

/** A store that answers as soon as the given one, save where an answer is to be an error. */
export const failing = (near: GraphStore, fail: Fail): GraphStore =>
  withMethods(near, (method, name) => (requests) => {
    const given = method(requests);
    const marked = (answers: readonly Answer<unknown>[]) =>
      answers.map((answer, index) => fail(name, requests[index]) ?? answer);
    return 'then' in given ? given.then(marked) : marked(given);
  });

/** How many calls there were of each method. */
export const numbersOf = (calls: RemoteStore['calls']): Record<string, number> =>
  Object.fromEntries(Object.entries(calls).map(([method, all]) => [method, all.length]));

const withMethods = (
  near: GraphStore,
  change: (method: Plural, name: Method) => Plural,
): GraphStore =>
  new Proxy(near, {
    get: (target, name: keyof GraphStore) =>
      name === 'meta'
        ? () => target.meta()
        : change(target[name].bind(target) as unknown as Plural, name),
  });

/** The numbers below `length`, in an order that depends on `turn`. */
const mixed = (length: number, turn: number): readonly number[] =>
  Array.from({ length }, (_, index) => index).toSorted(
    (a, b) => ((a * 31 + turn * 17) % 13) - ((b * 31 + turn * 17) % 13) || b - a,
  );
