import { ProblemError } from '../errors/problem.ts';
import type { Answer, Answers, Call } from '../store/port.ts';
import { after } from './later.ts';

/** How long a request may keep the thread before others have their turn, in milliseconds. */
const SLICE = 20;
/** How many questions to the store go by between two looks at the clock. */
const QUESTIONS_PER_LOOK = 8;
/** The part of its time after which a request's long work is to end, so that what it found can still be told. */
const WORKING_TIME = 0.8;

export interface TurnsOptions {
  /** How long the request may take, in milliseconds. */
  readonly time: number;
  /** Whether whoever asked has gone. */
  readonly left?: () => boolean;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

/** The time of one request: when it must end, and when it must let others have their turn. */
export interface Turns {
  /** What long work in the store asks now and then. */
  readonly call: Call;
  /**
   * Asked before each question to the store. A promise is to be waited for: the request has kept the thread for long.
   * @throws ProblemError TIME_EXCEEDED once nobody waits for the answer any more, or its time is up
   */
  readonly next: () => Promise<void> | undefined;
  /** The store's answers, where an Error means that it was told to stop. */
  readonly told: <Value>(answers: Answers<Value>) => Answers<Value>;
  /** Whether anything was left undone because there was no time. */
  readonly exceeded: () => boolean;
}

export function createTurns({ time, left, now = () => performance.now() }: TurnsOptions): Turns {
  const began = now();
  let exceeded: ProblemError | undefined;
  let questions = 0;
  let pause: Promise<void> | undefined;
  /** When this turn of the thread began; not known when others may have had theirs since. */
  let turnBegan: number | undefined;

  const fail = (): ProblemError => {
    exceeded ??= new ProblemError('TIME_EXCEEDED', { allowed: time });
    return exceeded;
  };
  const hasLeft = (): boolean => left?.() === true;
  const stopped = (): boolean =>
    exceeded !== undefined || hasLeft() || now() - began >= time * WORKING_TIME;
  const tell = <Value>(answer: Answer<Value>): Answer<Value> =>
    answer instanceof Error && !(answer instanceof ProblemError) ? fail() : answer;

  const next = (): Promise<void> | undefined => {
    if (exceeded !== undefined) throw exceeded;
    if (pause !== undefined) return pause;
    questions += 1;
    if (questions % QUESTIONS_PER_LOOK !== 1) return undefined;
    const moment = now();
    if (hasLeft() || moment - began >= time) throw fail();
    if (turnBegan === undefined) {
      turnBegan = moment;
      setImmediate(() => {
        turnBegan = undefined;
      });
    } else if (moment - turnBegan >= SLICE) {
      questions = 0;
      pause = new Promise((resolve) => {
        setImmediate(() => {
          pause = undefined;
          turnBegan = undefined;
          resolve();
        });
      });
    }
    return pause;
  };

  return {
    call: { stopped },
    next,
    told: (answers) => after(answers, (list) => (stopped() ? list.map(tell) : list)),
    exceeded: () => exceeded !== undefined,
  };
}
