import type { Answer } from '../port.ts';

/** One answer per request, in order; what goes wrong with one request is the answer to that one alone. */
export function answers<Request, Value>(
  requests: readonly Request[],
  answer: (request: Request) => Value | null,
): readonly Answer<Value>[] {
  return requests.map((request) => {
    try {
      return answer(request);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  });
}
