import { type GraphQLSchema, parse } from 'graphql';
import type { Language, TypedDocument } from '../client/index.ts';
import { createContext } from '../graphql/context.ts';
import { createErrorFormatter, type Log } from '../graphql/errors.ts';
import type { Operations } from '../graphql/operations.ts';
import { planAnswer } from '../graphql/plan.ts';
import { createTurns } from '../graphql/turns.ts';
import type { Ask } from '../pieces/ask.ts';
import type { GraphStore } from '../store/port.ts';

export interface AskParts {
  readonly schema: GraphQLSchema;
  readonly store: GraphStore;
  readonly operations: Operations;
  readonly log: Log;
  /** How long an answer may take, in milliseconds. */
  readonly time: number;
}

/** An answer that has errors, as the API words them. */
export class AnswerError extends Error {
  readonly code: string;
  readonly mend: string | undefined;

  constructor(message: string, code: string, mend: string | undefined) {
    super(message);
    this.code = code;
    this.mend = mend;
  }
}

/**
 * Asks a named operation within the process, as a client would over HTTP: for pages, pictures and rows. A further question for one of
 * them goes before others that have not begun.
 */
export type AskWithin = <Result, Variables>(
  operation: TypedDocument<Result, Variables>,
  variables: Variables,
  language: Language,
  isFurther?: boolean,
) => Promise<Result>;

/** Asks what one page, picture or table needs. */
export function askFor(ask: AskWithin, language: Language): Ask {
  let isFurther = false;
  return (operation, variables) => {
    const answer = ask(operation, variables, language, isFurther);
    isFurther = true;
    return answer;
  };
}

/** @throws AnswerError from what it makes, where an answer has errors */
export function createAskWithin(parts: AskParts): AskWithin {
  const { schema, store, operations, time } = parts;
  const format = createErrorFormatter(parts.log);
  /** They were checked against the schema by its tests, and come with the program. */
  const plans = new Map<string, ReturnType<typeof planAnswer>>();

  return async <Result, Variables>(
    operation: TypedDocument<Result, Variables>,
    variables: Variables,
    language: Language,
    isFurther?: boolean,
  ) => {
    const hash = (operation.__meta__?.hash ?? '').replace(/^sha256:/, '');
    const named = operations.byHash(hash);
    if (named === undefined) throw new Error('Only named operations are asked within the process.');
    let plan = plans.get(hash);
    if (plan === undefined) {
      plan = planAnswer(schema, parse(named.document, { noLocation: true }));
      plans.set(hash, plan);
    }
    const turns = createTurns({ time });
    const answered = async () => {
      const turn = turns.begin(isFurther);
      if (turn !== undefined) await turn;
      return plan(variables as Record<string, unknown>, createContext({ store, language, turns }));
    };
    try {
      // Its time may be over before it begins.
      const answer = await Promise.race([answered(), turns.over]);
      if (answer instanceof Error) throw answer;
      const [error] = answer.errors;
      if (error !== undefined) {
        const { message, extensions } = format(error.toJSON(), error);
        const mend = extensions?.mend;
        throw new AnswerError(
          message,
          String(extensions?.code),
          typeof mend === 'string' ? mend : undefined,
        );
      }
      return JSON.parse(answer.data!) as Result;
    } finally {
      turns.end();
    }
  };
}
