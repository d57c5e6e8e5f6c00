import { signal } from '@preact/signals';
import { createClient, type Language, type TypedDocument } from '../../../client/index.ts';
import { fetchHere } from '../../state/own-server.ts';

/** How far an answer has come. */
export type Arrival =
  | { readonly stage: 'asked' }
  | { readonly stage: 'receiving'; readonly bytes: number; readonly of: number | undefined };

/** How far the answer about the drawing has come that is on its way. */
export const arrival = signal<Arrival>({ stage: 'asked' });

/** As `fetch`, and tells how much of the body has come; `of` is known where it comes uncompressed. */
const countingFetch: typeof fetch = async (...request) => {
  arrival.value = { stage: 'asked' };
  const response = await fetchHere(...request);
  const { body, headers } = response;
  if (body === null) return response;
  const length = Number(headers.get('content-length'));
  const of = headers.has('content-encoding') || !(length > 0) ? undefined : length;
  let bytes = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        arrival.value = { stage: 'receiving', bytes, of };
        controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText } = response;
  return new Response(counted, { status, statusText, headers });
};

const clients = {
  vi: createClient({ url: '/graphql', language: 'vi', fetch: countingFetch }),
  en: createClient({ url: '/graphql', language: 'en', fetch: countingFetch }),
};

/** Asks for what may be long, so that somebody who waits sees how it comes. */
export const askForDrawing = <Result, Variables>(
  language: Language,
  operation: TypedDocument<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> => clients[language].query(operation, ...([variables, { signal }] as never));
