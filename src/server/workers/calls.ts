import { explain } from '../../data/explain.ts';
import { type Problem, ProblemError } from '../../errors/problem.ts';

/** What one process does when the other asks for it, by name. All that is given and answered can be cloned. */
export type Duties<Names extends string = string> = {
  // biome-ignore lint/suspicious/noExplicitAny: each duty says itself what it takes and gives
  readonly [Name in Names]: (...given: any[]) => any;
};

/** What a duty is given. */
export type Given<Theirs, Name extends keyof Theirs> = Theirs[Name] extends (
  ...given: infer Arguments
) => unknown
  ? Arguments
  : never;

/** Asks the other process to do what it can. Rejects with what went wrong there, or when it has ended. */
export type Ask<Theirs> = <Name extends keyof Theirs & string>(
  name: Name,
  ...given: Given<Theirs, Name>
) => Promise<Theirs[Name] extends (...given: never) => infer Answer ? Awaited<Answer> : never>;

/** The two ways between this process and another. */
export interface Channel {
  /** Tells when the message cannot be sent. */
  readonly send: (message: object, sent: (error: Error | null) => void) => void;
  readonly onMessage: (take: (message: unknown) => void) => void;
  readonly onClose: (take: () => void) => void;
}

interface Call {
  readonly caytre: 'call';
  readonly id: number;
  readonly name: string;
  readonly given: unknown[];
}
interface Answer {
  readonly caytre: 'answer';
  readonly id: number;
  readonly value?: unknown;
  /** What went wrong, where something did. */
  readonly problem?: Problem;
  readonly why?: string;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Does what the other process asks for, and asks it in turn. */
export function createCalls<Theirs>(channel: Channel, mine: Duties): Ask<Theirs> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosed = false;
  const gone = (): Error => new Error('the other process has ended');
  // Whoever cannot be answered has ended, and learns nothing by an error here.
  const answer = (message: Answer): void => channel.send(message, () => undefined);

  const take = async ({ id, name, given }: Call): Promise<void> => {
    try {
      answer({ caytre: 'answer', id, value: await mine[name]!(...given) });
    } catch (error) {
      const told =
        error instanceof ProblemError ? { problem: error.problem } : { why: explain(error) };
      answer({ caytre: 'answer', id, ...told });
    }
  };
  const settle = ({ id, value, problem, why }: Answer): void => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (problem !== undefined) waiter?.reject(ProblemError.of(problem));
    else if (why !== undefined) waiter?.reject(new Error(why));
    else waiter?.resolve(value as never);
  };

  channel.onMessage((message) => {
    const { caytre } = (message ?? {}) as Partial<Call | Answer>;
    if (caytre === 'call') void take(message as Call);
    else if (caytre === 'answer') settle(message as Answer);
  });
  channel.onClose(() => {
    isClosed = true;
    for (const { reject } of waiting.values()) reject(gone());
    waiting.clear();
  });

  return (name, ...given) =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(gone());
      lastId += 1;
      const id = lastId;
      waiting.set(id, { resolve, reject });
      channel.send({ caytre: 'call', id, name, given } satisfies Call, (error) => {
        if (error && waiting.delete(id)) reject(error);
      });
    });
}
