/**
 * The client of the API, for programs: `createClient`, and `operations`, the questions that the server has itself, with the
 * types of their variables and answers. It needs nothing but `fetch`. `possibleTypes` is for the caches of other clients.
 */
export {
  type Client,
  type ClientOptions,
  createClient,
  type Language,
  type QueryOptions,
} from './client.ts';
export type { TypedDocument } from './document.ts';
export { type ApiError, CaytreError, type ClientCode } from './error.ts';
export * as operations from './generated/operations.ts';
export { possibleTypes } from './generated/possible-types.ts';
