import { after, isPromise, type Later } from '../../graphql/later.ts';
import { WORKING_TIME } from '../../graphql/turns.ts';
import { keptWithin } from '../../util/kept-within.ts';
import type { AnswerGraphQL, GivenAnswer, Question, Refusal } from '../graphql/answering.ts';
import type { Head } from '../graphql/exchange.ts';
import type { Learnt } from '../watching/request-watch.ts';
import { type Body, keptBody, passingBody } from './body.ts';

/** An answer that can be given again, to whoever asks the same. */
export interface Answer extends Pick<GivenAnswer, 'status'> {
  /** What was learnt of the question, for whoever is given the answer again. */
  readonly learnt: Learnt;
  /** What its head says of it alone. */
  readonly head: Head;
  readonly body: Body;
  /** Without errors, and not cut short by time: what everybody would be answered, as long as this version is served. */
  readonly isWhole: boolean;
}

export interface AnswersOptions {
  readonly answer: AnswerGraphQL;
  /** How many bytes of answers are kept; with 0, each question is answered on its own. */
  readonly capacity: number;
  /** How long an answer may take, in milliseconds. */
  readonly time: number;
  /** The clock, in milliseconds. */
  readonly now?: () => number;
}

/** How a question found its answer: kept from before, made for somebody who asked the same just before, or made for it. */
export type Found = 'kept' | 'shared' | 'made';

/** An answer, and how it was found. */
export interface FoundAnswer {
  readonly answer: Answer | Refusal;
  readonly found: Found;
}

/** The answers of one edition. Those that are kept go with it, so that none outlives its version of the data. */
export interface Answers {
  /** What was kept for a key. */
  readonly kept: (key: string) => Answer | undefined;
  /** Answers a question that has this key: from now on, or from then on when somebody waits for the same already. */
  readonly ask: (key: string, question: Question) => Later<FoundAnswer>;
  /** Drops what is kept. It can be made again. */
  readonly forget: () => void;
  /** How many bytes those take that are kept. */
  readonly size: () => number;
}

/** A question that is being answered, for all who wait for that. */
interface Flight {
  readonly began: number;
  readonly outcome: Promise<Outcome>;
  /** Counts one more who waits, until that one leaves. */
  readonly join: (onEnd: Question['onEnd']) => Waiter;
}

/** The work of an answer. */
interface Work {
  readonly outcome: Later<Outcome>;
  /** To be called once nobody waits for it any more. */
  readonly end: () => void;
}

interface Waiter {
  hasLeft: boolean;
}

interface Outcome extends FoundAnswer {
  /** Whether it took so long that it may have been cut short. */
  readonly isLate: boolean;
}

interface Held {
  readonly answer: Answer;
  readonly bytes: number;
}

/** What is kept for an answer beside its bytes and its key: its place among others, the objects that hold it. */
const OVERHEAD = 600;

/**
 * Keeps whole answers by key, and lets all who ask the same at the same time wait for one answer. A key holds everything that an
 * answer depends on, but for the version of the data.
 */
export function createAnswers(options: AnswersOptions): Answers {
  const { answer, capacity, time, now = () => performance.now() } = options;
  const held = keptWithin<Held>(capacity, ({ bytes }) => bytes);
  const flights = new Map<string, Flight>();

  const hold = (key: string, one: Answer, bytes: number): void => {
    held.set(key, { answer: one, bytes });
  };

  /** Counts what a kept answer has grown by. */
  const grow = (key: string, one: Answer, bytes: number): void => {
    const before = held.get(key);
    if (before?.answer === one) hold(key, one, before.bytes + bytes);
  };

  const make = (key: string, question: Question): Later<Outcome> => {
    const began = now();
    return after(answer(question), (given) => {
      // Work stops itself only when so much of its time is over: what came before that was not cut short.
      const isLate = now() - began >= time * WORKING_TIME;
      if ('problem' in given) return { answer: given, found: 'made', isLate };
      const { status, learnt, body } = given;
      const isWhole = !isLate && status === 200 && !(given.hasErrors ?? mayHaveErrors(body));
      const isKept = isWhole && capacity > 0;
      const made: Answer = {
        status,
        learnt: { ...learnt, cache: 'kept' },
        head: headOf(given.headers),
        body: isKept ? keptBody(body, (bytes) => grow(key, made, bytes)) : passingBody(body),
        isWhole,
      };
      if (isKept) {
        // A text takes two bytes for each of its units, or one if it needs no more.
        hold(key, made, made.body.plain.length + 2 * key.length + OVERHEAD);
      }
      return { answer: made, found: 'made', isLate };
    });
  };

  /** Begins the work of an answer, which whoever is given it must end. */
  const begin = (key: string, question: Question): Work => {
    let end: (() => void) | undefined;
    const outcome = make(key, {
      ...question,
      onEnd(listener) {
        end = listener;
      },
    });
    return { outcome, end: () => end?.() };
  };

  const launch = (key: string, outcome: Promise<Outcome>, end: Work['end']): Flight => {
    let waiting = 0;
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    const flight: Flight = {
      began: now(),
      outcome: outcome.finally(land),
      join(onEnd) {
        const waiter = { hasLeft: false };
        waiting += 1;
        onEnd(() => {
          waiter.hasLeft = true;
          waiting -= 1;
          // Work ends when the last of those who wait has left, whoever of them began it.
          if (waiting > 0) return;
          // What nobody waits for never ends, so that nobody may join it any more.
          land();
          end();
        });
        return waiter;
      },
    };
    flights.set(key, flight);
    return flight;
  };

  const wait = async (
    key: string,
    question: Question,
    flight: Flight,
    wanted: { readonly found: Found; readonly asked: number },
  ): Promise<FoundAnswer> => {
    const waiter = flight.join(question.onEnd);
    const { answer: given, isLate } = await flight.outcome;
    // The time of another was over. Whoever came later has some left, and asks anew: once, for the next began no earlier.
    if (isLate && flight.began < wanted.asked && !waiter.hasLeft) {
      return find(key, question, wanted.asked);
    }
    return { answer: given, found: wanted.found };
  };

  const find = (key: string, question: Question, asked: number): Later<FoundAnswer> => {
    const running = flights.get(key);
    if (running !== undefined) return wait(key, question, running, { found: 'shared', asked });
    const { outcome, end } = begin(key, question);
    if (!isPromise(outcome)) {
      end();
      return outcome;
    }
    if (capacity > 0) {
      return wait(key, question, launch(key, outcome, end), { found: 'made', asked });
    }
    question.onEnd(end);
    return outcome;
  };

  return {
    kept: (key) => held.get(key)?.answer,
    ask: (key, question) => find(key, question, now()),
    forget: held.clear,
    size: () => held.size,
  };
}

function headOf(headers: GivenAnswer['headers']): Head {
  const head: string[] = [];
  for (const [name, value] of headers) {
    // What caches may do is decided where the answer is sent.
    if (name !== 'cache-control') head.push(name, value);
  }
  return head;
}

/** Within a text of JSON a quotation mark bears a backslash, so that this is found as a name alone: of errors, or of a field. */
const mayHaveErrors = (body: string): boolean => body.includes('"errors":');
