import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuseStream, streamHeaders } from './answers.ts';

/** How often something is written to each stream, so that a connection that is gone is noticed, in milliseconds. */
const HEARTBEAT = 20_000;
/** After how long a client whose stream ended asks anew, in milliseconds. */
const RETRY = 3_000;

/** The one path of streams. */
const PATH = '/events';

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
}

export function createEventHub({ streams, heartbeat = HEARTBEAT }: EventHubOptions): EventHub {
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
  const beating = setInterval(() => writeAll(':\n\n'), heartbeat).unref();

  return {
    take(request, response) {
      // The request of a page that asks beforehand is answered like those of all paths.
      if (request.url?.split('?', 1)[0] !== PATH || request.method === 'OPTIONS') return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        refuseStream(response, 'method');
      } else if (isClosed || open.size >= streams) {
        refuseStream(response, isClosed ? 'stopping' : 'full');
      } else {
        response.writeHead(200, streamHeaders);
        if (request.method === 'HEAD') {
          response.end();
          return true;
        }
        open.add(response);
        response.once('close', () => open.delete(response));
        write(response, `retry: ${RETRY}\n\n${event()}`);
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
