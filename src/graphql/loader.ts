import type { Answer, Answers } from '../store/port.ts';
import { after, afterPromises, isPromise, type Later } from './later.ts';

/** Asks for one thing; whoever asks need not know whether others ask at the same time. */
export type Load<Request, Value> = (request: Request) => Later<Value | null>;

/** What is known of a method of a store: whether its last answer came at once. */
export interface Manner {
  atOnce: boolean;
}

interface Waiting<Request, Value> {
  readonly request: Request;
  readonly resolve: (value: Value | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Joins the single questions of resolvers into the plural questions of the port.
 *
 * A method that answers at once is asked at once, question by question: in memory a batch would win nothing, and
 * execution stays synchronous. A method that answers by a promise, or of which nothing is known yet, is asked
 * when the executor yields: questions are gathered until every promise that can settle has settled, so that all
 * parents of one depth share a call. What the first batch shows is remembered in `manner`.
 */
export function createLoader<Request, Value>(
  ask: (requests: readonly Request[]) => Answers<Value>,
  manner: Manner,
  { remember, isCheap = false, next }: LoaderOptions<Request> = {},
): Load<Request, Value> {
  // Both are made when they are first needed: there are many loaders, and each request has its own.
  let gather: Load<Request, Value> | undefined;
  let remembering: Load<Request, Value> | undefined;

  const load = (request: Request): Later<Value | null> => {
    if (!manner.atOnce) {
      gather ??= gathering(ask, manner);
      return gather(request);
    }
    const answers = ask([request]);
    if (!isPromise(answers)) return single(answers);
    manner.atOnce = false;
    return answers.then(single);
  };
  const find = (request: Request): Later<Value | null> => {
    if (remember === undefined || (isCheap && manner.atOnce)) return load(request);
    remembering ??= remembered(load, remember);
    return remembering(request);
  };
  return (request) => {
    const turn = next?.();
    return turn === undefined ? find(request) : turn.then(() => find(request));
  };
}

export interface LoaderOptions<Request> {
  /** Names a request; a second one of that name gets the first one's answer. */
  readonly remember?: ((request: Request) => string) | undefined;
  /** Whether to ask again takes less than to remember, where answers come at once. */
  readonly isCheap?: boolean;
  /** Called before each request, which waits for the promise that it gives, if any. */
  readonly next?: (() => Promise<void> | undefined) | undefined;
}

/** Gathers requests until the executor yields. */
function gathering<Request, Value>(
  ask: (requests: readonly Request[]) => Answers<Value>,
  manner: Manner,
): Load<Request, Value> {
  let waiting: Waiting<Request, Value>[] = [];

  const dispatch = (): void => {
    const batch = waiting;
    waiting = [];
    const refuse = (error: unknown): void => {
      for (const { reject } of batch) reject(error);
    };
    const settle = (answers: readonly Answer<Value>[]): void => {
      if (answers.length !== batch.length) {
        refuse(brokenContract(batch.length, answers));
        return;
      }
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index]!;
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      });
    };
    try {
      const answers = ask(batch.map(({ request }) => request));
      manner.atOnce = !isPromise(answers);
      // What is no list at all makes `settle` throw, and is refused like any broken contract.
      if (isPromise(answers)) answers.then(settle).catch(refuse);
      else settle(answers);
    } catch (error) {
      refuse(error);
    }
  };

  return (request) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) afterPromises(dispatch);
      waiting.push({ request, resolve, reject });
    });
}

/** A second request of one name gets the first one's answer. */
export function remembered<Request, Value>(
  load: Load<Request, Value>,
  remember: (request: Request) => string,
): Load<Request, Value> {
  const answers = new Map<string, Later<Value | null>>();
  return (request) => {
    const name = remember(request);
    let answer = answers.get(name);
    if (answer === undefined) {
      answer = load(request);
      answers.set(name, answer);
    }
    return answer;
  };
}

/**
 * The same method asked for all of a list in one request: thousands of requests would take longer to be joined than to be
 * answered. An error for one is that of its list; `null` for one stays in its place.
 */
export const listed =
  <Request, Value>(
    ask: (requests: readonly Request[]) => Answers<Value>,
  ): ((lists: readonly (readonly Request[])[]) => Answers<readonly (Value | null)[]>) =>
  (lists) =>
    after(ask(lists.flat()), (answers) => {
      const length = lists.reduce((sum, list) => sum + list.length, 0);
      if (answers.length !== length) throw brokenContract(length, answers);
      let start = 0;
      return lists.map((list): Answer<readonly (Value | null)[]> => {
        const own = answers.slice(start, start + list.length);
        start += list.length;
        const error = own.find((answer) => answer instanceof Error);
        return error instanceof Error ? error : (own as readonly (Value | null)[]);
      });
    });

function single<Value>(answers: readonly Answer<Value>[]): Value | null {
  if (answers.length !== 1) throw brokenContract(1, answers);
  const answer = answers[0]!;
  if (answer instanceof Error) throw answer;
  return answer;
}

const brokenContract = (asked: number, answers: readonly unknown[]): Error =>
  new Error(`The store was asked ${asked} requests and gave ${answers.length} answers.`);
