import type { ServerResponse } from 'node:http';

/** How many bytes of answers may wait for clients that take them slowly. */
const HELD = 128 * 2 ** 20;

/** Answers that are being made, and those that are ready and on their way. */
export interface Sending {
  readonly begin: (response: ServerResponse) => void;
  readonly end: (response: ServerResponse) => void;
  /** Tells apart what is on its way, and ends what is taken too slowly. To be called now and then. */
  readonly look: () => void;
  readonly inProgress: () => number;
  readonly sending: () => number;
}

/** @param longest how long an answer may take, from the headers of the request until its client has it, in milliseconds */
export function createSending(longest: number, onSlow: () => void): Sending {
  /** When each request came. */
  const open = new Map<ServerResponse, number>();
  /** Those of them that are ready, the first that was first. */
  const ready = new Set<ServerResponse>();

  const cut = (response: ServerResponse): void => {
    open.delete(response);
    ready.delete(response);
    onSlow();
    // Of one that is not ended the socket is known by its request only.
    response.req.socket.destroy();
  };

  return {
    begin: (response) => void open.set(response, performance.now()),
    end(response) {
      open.delete(response);
      ready.delete(response);
    },
    look() {
      const now = performance.now();
      for (const [response, began] of open) {
        if (response.writableEnded) ready.add(response);
        if (now - began > longest) cut(response);
      }
      let held = 0;
      for (const response of ready) held += response.writableLength;
      for (const response of ready) {
        if (held <= HELD) return;
        held -= response.writableLength;
        cut(response);
      }
    },
    inProgress: () => open.size - ready.size,
    sending: () => ready.size,
  };
}
