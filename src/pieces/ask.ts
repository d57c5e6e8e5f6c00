import type { TypedDocument } from '../client/index.ts';

/**
 * How a piece asks the API: over HTTP in a browser, within the process on the server. It rejects with an error that has
 * `message`, `code` and `mend` where the answer has errors.
 */
export type Ask = <Result, Variables>(
  operation: TypedDocument<Result, Variables>,
  variables: Variables,
) => Promise<Result>;
