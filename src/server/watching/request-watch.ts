/** What is learnt of a request while it is answered; never what its variables say, nor who asks. */
export interface Learnt {
  /** The named operation that it asks for. */
  operation?: string | undefined;
  /** SHA-256 of its document. */
  document?: string;
  /** What its document costs by the limit of that name. */
  cost?: number | undefined;
  /** Whether its answer was kept, was shared with others who waited for the same, or was made for it. */
  cache?: 'kept' | 'shared' | 'made';
  /** The ids of errors that nobody expected, as they stand in the log. */
  failures?: readonly string[];
}

/** The parts of answering that a trace tells apart. */
export type Stage = 'find document' | 'execute' | 'serialise';

/** Watches one request. */
export interface RequestWatch {
  /** The id of the request, which its answer bears as `x-request-id`. */
  readonly id: string;
  readonly note: (learnt: Learnt) => void;
  /** A stage begins; it ends when what is given back is called. */
  readonly stage: (name: Stage) => () => void;
}

const nothing = (): void => undefined;

/** For requests that nobody watches. */
export const unwatched: RequestWatch = {
  id: 'unwatched',
  note: nothing,
  stage: () => nothing,
};
