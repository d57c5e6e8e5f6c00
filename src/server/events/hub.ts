import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission, Guard } from '../access/guard.ts';
import { refusals, refuseStream, streamHeaders } from './answers.ts';

/** How often something is written to each stream, so that a connection that is gone is noticed, in milliseconds. */
const HEARTBEAT = 20_000;
/** After how long a client whose stream ended asks anew, in milliseconds. */
const RETRY = 3_000;

/** The one path of streams. */
const PATH = '/events';

/** Asked of every request. */
const isStream = (url = ''): boolean =>
  url.startsWith(PATH) && (url.length === PATH.length || url[PATH.length] === '?');

/** Those who follow: each is told the dataset version when it comes, and each new one. */
export interface EventHub {
  /** Takes what asks for the stream; says that it does not take anything else. */
  readonly take: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** From now on this dataset version is served: all who follow are told. */
  readonly announce: (version: string) => void;
  /** How many follow. */
  readonly size: () => number;
  /** Ends all streams; those who come later are refused. */
  readonly close: () => void;
}

export interface EventHubOptions {
  /** How many may follow at a time. */
  readonly streams: number;
  readonly heartbeat?: number;
  /** Who may follow, and how often one may come; everybody, without end, when absent. */
  readonly guard?: Guard | undefined;
}

export function createEventHub(options: EventHubOptions): EventHub {
  const { streams, heartbeat = HEARTBEAT, guard } = options;
  const open = new Set<ServerResponse>();
  let version = '';
  let isClosed = false;

  const event = (): string =>
    `event: dataset\nid: ${version}\ndata: ${JSON.stringify({ datasetVersion: version })}\n\n`;

  const write = (response: ServerResponse, text: string): void => {
    // Whoever has not read what was written before is cut off, for it would fill the memory; it may come again.
    if (response.writableNeedDrain) response.destroy();
    else response.write(text);
  };
  const writeAll = (text: string): void => {
    for (const response of open) write(response, text);
  };
  const begin = (
    { method }: IncomingMessage,
    response: ServerResponse,
    admission: Admission | undefined,
  ): void => {
    const { headers, refusal } = admission ?? {};
    if (refusal !== undefined) {
      refuseStream(response, { ...refusal, headers });
    } else if (method !== 'GET' && method !== 'HEAD') {
      refuseStream(response, refusals.method);
    } else if (isClosed || open.size >= streams) {
      refuseStream(response, isClosed ? refusals.stopping : refusals.full);
    } else {
      response.writeHead(200, { ...streamHeaders, ...headers });
      if (method === 'HEAD') {
        response.end();
        return;
      }
      // Whoever has left while it was counted is not heard of any more.
      if (response.closed) return;
      open.add(response);
      response.once('close', () => open.delete(response));
      write(response, `retry: ${RETRY}\n\n${event()}`);
    }
  };
  const beating = setInterval(() => writeAll(':\n\n'), heartbeat).unref();

  return {
    take(request, response) {
      // The request of a page that asks beforehand is answered like those of all paths.
      if (!isStream(request.url) || request.method === 'OPTIONS') return false;
      const admission = guard?.(request);
      if (admission instanceof Promise) {
        admission.then((given) => begin(request, response, given));
      } else {
        begin(request, response, admission);
      }
      return true;
    },
    announce(now) {
      version = now;
      writeAll(event());
    },
    size: () => open.size,
    close() {
      isClosed = true;
      clearInterval(beating);
      for (const response of open) response.end();
    },
  };
}
