import { ProblemError } from '../errors/problem.ts';
import { StoppedError } from '../errors/stopped.ts';
import type { Answer, Answers, Call } from '../store/port.ts';
import { areArriving } from './arrivals.ts';
import { turnToBegin } from './beginners.ts';
import { clearDeadline, setDeadline } from './deadlines.ts';
import { after } from './later.ts';

/** How long a request may keep the thread before others have their turn, in milliseconds. */
const SLICE = 20;
/** The part of its time after which a request's long work is to end, so that what it found can still be told. */
export const WORKING_TIME = 0.8;

export interface TurnsOptions {
  /** How long the request may take, in milliseconds. */
  readonly time: number;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

/** The time of one request: when it must end, and when it must let others have their turn. */
export interface Turns {
  /** What long work in the store asks now and then. */
  readonly call: Call;
  /**
   * Asked once, before the request begins: nothing when it may at once; a promise to be waited for where others that began just
   * before have kept the thread for long. What asks the store nothing has but this turn, such as introspection. What is a further
   * part of something that has begun goes before what is new.
   */
  readonly begin: (isFurther?: boolean) => Promise<void> | undefined;
  /**
   * Asked before each question to the store. A promise is to be waited for: the request has kept the thread for long. Once
   * its time is over, or there are too many others, the promise never settles, so that execution stays where it is and is forgotten: to refuse thousands of
   * fields one by one would take longer than many a request.
   */
  readonly next: () => Promise<void> | undefined;
  /** The store's answers; of work that was told to stop, TIME_EXCEEDED. */
  readonly told: <Value>(answers: Answers<Value>) => Answers<Value>;
  /**
   * Fulfilled with TIME_EXCEEDED when its time is over before it has ended, or with SERVER_BUSY when it has waited for most of that,
   * or too many others wait.
   */
  readonly over: Promise<ProblemError>;
  /** What `over` was fulfilled with, if it was. */
  readonly ended: () => ProblemError | undefined;
  /** To be called when the answer is sent, or when whoever asked has gone: nobody waits any more. */
  readonly end: () => void;
}

/** A request that has had the thread for long, and waits for it again. */
interface Waiting {
  /** When it began. */
  readonly began: number;
  readonly goOn: () => void;
}

/**
 * How many of those that wait have turns at a time: the ones that began first. Were there turns for all, many long ones would make
 * each other so slow that the time of all is over before one has ended.
 */
const WORKING = 4;
/** How many may wait. One more that has had its first turn is refused, so that what the others have had of theirs is not lost. */
const LONGEST_LINE = 32;

/** The one that has waited longest is the first. There is one thread, so there is one line. */
const line: Waiting[] = [];
let calling = false;

function standInLine(waiting: Waiting): void {
  line.push(waiting);
  callNext();
}

/** One request has its turn between two looks at input and output, however many there are. */
function callNext(): void {
  if (calling || line.length === 0) return;
  calling = true;
  setImmediate(() => {
    calling = false;
    if (areArriving()) return callNext();
    const working = line.toSorted((one, other) => one.began - other.began).slice(0, WORKING);
    const next = line.findIndex((waiting) => working.includes(waiting));
    const [waiting] = line.splice(next, 1);
    callNext();
    waiting?.goOn();
  });
}

/** One for each that waits, for a promise keeps all that waits for it. */
const never = (): Promise<never> => new Promise(() => undefined);

const isStopped = (answer: unknown): boolean => answer instanceof StoppedError;

export function createTurns({ time, now = () => performance.now() }: TurnsOptions): Turns {
  const began = now();
  /** Whether it has stood in line. */
  let isLong = false;
  let isOver = false;
  let ended: ProblemError | undefined;
  // Most requests end at once, and need no promise.
  let over: Promise<ProblemError> | undefined;
  let tellOver: ((problem: ProblemError) => void) | undefined;
  /** How long it has waited for its turns, and since when it waits for the next one. */
  let waited = 0;
  let waitsSince: number | undefined;
  // Made only when it is needed, for an error notes where it was made, which takes long.
  const exceeded = (): ProblemError => new ProblemError('TIME_EXCEEDED', { allowed: time });
  const refused = (): ProblemError => new ProblemError('SERVER_BUSY');
  /** Whoever was kept waiting for most of the time has not asked too much: all have together. */
  const late = (): ProblemError => {
    const waits = waitsSince === undefined ? 0 : now() - waitsSince;
    return waited + waits > time / 2 ? refused() : exceeded();
  };
  const stop = (problem = late()): void => {
    isOver = true;
    ended ??= problem;
    tellOver?.(ended);
  };
  const startWait = (): void => {
    waitsSince = now();
  };
  const endWait = (): void => {
    if (waitsSince !== undefined) waited += now() - waitsSince;
    waitsSince = undefined;
  };
  // A store far away may not answer at all.
  const deadline = setDeadline(time, () => stop());

  /** Those that wait for the request's next turn, in their order, and how many of them have gone on. */
  let waiting: (() => void)[] = [];
  let gone = 0;
  /** When this turn of the thread began; not known when others may have had theirs since. */
  let turnBegan: number | undefined;

  /** Looks at the clock: whether others are to have their turn. */
  const hasHadTurn = (): boolean => {
    const moment = now();
    if (moment - began >= time) stop();
    if (turnBegan === undefined) {
      turnBegan = moment;
      setImmediate(() => {
        turnBegan = undefined;
      });
    }
    return moment - turnBegan >= SLICE;
  };

  /** Lets the first of those that wait go on; then, once it has asked its question, the next, until the turn is over. */
  const goOn = (): void => {
    endWait();
    const pause = hasHadTurn();
    if (isOver) return;
    if (pause) {
      startWait();
      standInLine({ began, goOn });
      return;
    }
    waiting[gone]!();
    gone += 1;
    if (gone < waiting.length) {
      queueMicrotask(goOn);
    } else {
      waiting = [];
      gone = 0;
    }
  };

  const next = (): Promise<void> | undefined => {
    if (isOver) return never();
    if (waiting.length === 0) {
      const pause = hasHadTurn();
      if (isOver) return never();
      if (!pause) return undefined;
      if (!isLong && line.length >= LONGEST_LINE) {
        stop(refused());
        return never();
      }
      isLong = true;
      startWait();
      standInLine({ began, goOn });
    }
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  };

  const begin = (isFurther = false): Promise<void> | undefined => {
    if (isOver) return never();
    const turn = turnToBegin(now, isFurther);
    if (turn === undefined) return undefined;
    startWait();
    return turn.then(() => {
      endWait();
      return isOver ? never() : undefined;
    });
  };

  const stopped = (): boolean => isOver || now() - began >= time * WORKING_TIME;
  const tell = <Value>(answers: readonly Answer<Value>[]): readonly Answer<Value>[] => {
    if (!answers.some(isStopped)) return answers;
    stop();
    return answers.map((answer) => (isStopped(answer) ? exceeded() : answer));
  };

  return {
    call: { stopped },
    begin,
    next,
    told: (answers) => after(answers, tell),
    get over() {
      over ??= new Promise((resolve) => {
        tellOver = resolve;
        if (ended !== undefined) resolve(ended);
      });
      return over;
    },
    ended: () => ended,
    end() {
      clearDeadline(deadline);
      isOver = true;
      const place = line.findIndex((waiting) => waiting.goOn === goOn);
      if (place !== -1) line.splice(place, 1);
    },
  };
}
