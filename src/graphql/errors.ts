import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type GraphQLCode, graphQLCodes, graphQLMends } from '../errors/codes/graphql.ts';
import { ProblemError, problem } from '../errors/problem.ts';
import { shorten } from '../util/shorten.ts';
import { LimitError } from './limits/limits.ts';

/** Where errors that nobody expected are written. */
export interface Log {
  error(details: object, message: string): void;
}

/** How long a message may be, in characters: some repeat what was wrong, however long that is. */
const LONGEST_MESSAGE = 1_000;

type ErrorFormatter = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * The one exit for errors. A problem of the registry keeps its code, message and mend; what GraphQL itself says of a
 * document or its variables keeps its message; all else is logged under an id, and the client sees only that id.
 */
export function createErrorFormatter(log: Log): ErrorFormatter {
  return (whole, error) => {
    const formatted = { ...whole, message: shorten(whole.message, LONGEST_MESSAGE) };
    const cause = causeOf(error);
    const place = placeOf(formatted);
    if (cause instanceof ProblemError) {
      const { message, extensions } = formatProblem(cause);
      return { message, ...place, extensions };
    }
    if (cause instanceof GraphQLError && isAboutRequest(formatted, cause)) {
      const code = codeOf(formatted, cause);
      return {
        ...formatted,
        extensions: { mend: graphQLMends[code], ...formatted.extensions, code },
      };
    }
    const id = randomUUID();
    log.error({ id, err: cause, path: formatted.path }, 'an error that was not expected');
    const { code, message, mend } = problem('INTERNAL', { id });
    return { message, ...place, extensions: { code, mend, id } };
  };
}

/** A problem of the registry in the shape of GraphQL's errors. */
export function formatProblem(error: ProblemError) {
  const { code, message, mend, where } = error.problem;
  const more = error instanceof LimitError ? { limit: error.limit } : {};
  return {
    message: shorten(message, LONGEST_MESSAGE),
    extensions: { code, mend, where, ...more },
  };
}

/** What was thrown first: GraphQL wraps errors to say where they happened. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/**
 * Whether GraphQL finds fault with what it was asked: then the error comes from no field, or it points into the document or
 * bears a code. That of a scalar which cannot hold our data does none of these.
 */
const isAboutRequest = (formatted: GraphQLFormattedError, cause: GraphQLError): boolean =>
  formatted.path === undefined ||
  cause.locations !== undefined ||
  typeof cause.extensions.code === 'string';

function codeOf({ extensions }: GraphQLFormattedError, cause: GraphQLError): GraphQLCode {
  // A scalar that refuses what is written in a document says what that is, though validation finds it.
  const given = cause.extensions.code ?? extensions?.code;
  // The server calls every uncoded error internal, such as a variable that is null where it must not be.
  return graphQLCodes.find((code) => code === given) ?? 'BAD_USER_INPUT';
}

const placeOf = ({ locations, path }: GraphQLFormattedError) => ({
  ...(locations !== undefined && { locations }),
  ...(path !== undefined && { path }),
});
