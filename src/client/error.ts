import { clientCodes } from '../errors/codes/client.ts';
import { fill, type Parameters } from '../util/fill.ts';

/** The codes of errors of which the API knows nothing. */
export type ClientCode = keyof typeof clientCodes;

/** An error as the API tells it, one of perhaps several of an answer. */
export interface ApiError {
  readonly message: string;
  /** The names and positions that lead from the root of the answer to the field that failed. */
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly mend?: string;
  } & Readonly<Record<string, unknown>>;
}

/** What an error has beside its message. */
export interface ErrorDetails {
  readonly code: string;
  readonly mend: string;
  readonly path: readonly (string | number)[] | undefined;
  readonly errors: readonly ApiError[];
  readonly data: unknown;
  readonly status: number | undefined;
}

/** Why a question has no answer, or not a whole one. */
export class CaytreError extends Error implements ErrorDetails {
  /** Of the first error: its code, as the project's page of codes has it; `ERROR_UNEXPLAINED` where it has none. */
  declare readonly code: string;
  /** Of the first error: how to put the matter right. */
  declare readonly mend: string;
  /** Of the first error: where in the answer it is, if it is in a field. */
  declare readonly path: readonly (string | number)[] | undefined;
  /** All errors that the API told; none when it told nothing. */
  declare readonly errors: readonly ApiError[];
  /** What was answered nevertheless: `null` stands where a field failed. */
  declare readonly data: unknown;
  /** The status of HTTP; `undefined` when there was no answer. */
  declare readonly status: number | undefined;

  constructor(message: string, details: ErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CaytreError';
    Object.assign(this, details);
  }
}

/** The error that an answer with errors is. */
export function answeredError(
  errors: readonly [ApiError, ...ApiError[]],
  data: unknown,
  status: number,
): CaytreError {
  const [{ message, path, extensions }] = errors;
  return new CaytreError(message, {
    code: extensions?.code ?? ('ERROR_UNEXPLAINED' satisfies ClientCode),
    mend: extensions?.mend ?? clientCodes.ERROR_UNEXPLAINED.mend,
    path,
    errors,
    data,
    status,
  });
}

/** An error of which the API knows nothing. */
export function unansweredError(
  code: ClientCode,
  parameters: Parameters,
  status?: number,
  cause?: unknown,
): CaytreError {
  const { message, mend } = clientCodes[code];
  return new CaytreError(
    fill(message, parameters),
    { code, mend, path: undefined, errors: [], data: undefined, status },
    { cause },
  );
}
