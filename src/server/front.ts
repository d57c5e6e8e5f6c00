import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gate } from './overload/gate.ts';
import { refuseBare, refuseUnreadable } from './refuse.ts';

/** How long a client may take to send its headers, and its whole request, and how often that is looked at, in milliseconds. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  /** Node closes a connection that never finishes its request only if it looks often enough. */
  readonly looked: number;
}

/**
 * How many connections the system holds ready until they are taken, or as many as it allows. One more than that asks again after a
 * second, and another three; while the thread is held for a moment, several hundred may come.
 */
const BACKLOG = 4_096;

const usualPatience: Patience = { headers: 10_000, request: 20_000, looked: 5_000 };

/** One version of the data, being served: all that answers with it, and nothing that outlives it. */
export interface Edition {
  /** The dataset version. */
  readonly version: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Drops what it keeps only to be faster, when memory is short. */
  readonly forget: () => void;
  /** How many bytes the answers take that it keeps. */
  readonly keptAnswers: () => number;
  /** How many bytes it keeps of what was written of entities and statements, for other answers. */
  readonly keptObjects: () => number;
  /** Frees what the edition holds. Called once, after its last answer is sent. */
  readonly close: () => Promise<void>;
}

/**
 * The one HTTP server of a process. Editions come and go behind it: a request is handed to the edition that is shown when it comes,
 * and stays with it to its end, so that no answer mixes two versions of the data.
 */
export interface Front {
  /** Listens, once an edition is shown; the address by which it answers. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  /** From now on requests go to this edition. The one before is closed when the last of its requests has ended. */
  readonly show: (edition: Edition) => void;
  /** The edition that is shown. */
  readonly shown: () => Edition;
  /** Takes no new connection, waits for the answers in progress, but no longer than so many milliseconds, and ends. */
  readonly close: (patience: number) => Promise<void>;
}

/** An edition, and how many of its requests have not ended. */
interface Stage {
  readonly edition: Edition;
  open: number;
}

/** Answers a request itself, or says that it does not. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * @param before is asked first: for streams, which outlive editions and must not hold one
 * @param gate decides which of the others go on to an edition; all where there is none
 */
export function createFront(
  patience: Patience = usualPatience,
  before: Answerer = () => false,
  gate?: Gate,
): Front {
  let stage: Stage | undefined;
  const closing = new Set<Promise<void>>();

  const closeIfLeft = (left: Stage): void => {
    if (left === stage || left.open > 0) return;
    const closed = left.edition.close().finally(() => closing.delete(closed));
    closing.add(closed);
  };

  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: patience.looked,
      // It would refuse on its own, with neither a word nor the headers of an answer.
      requireHostHeader: false,
    },
    (request, response) => {
      if (request.headers.host === undefined && request.httpVersion === '1.1') {
        return refuseBare(response, 400, 'it names no host');
      }
      if (before(request, response)) return;
      const passage = gate?.enter(request, response);
      if (gate !== undefined && passage === undefined) return;
      const own = stage!;
      own.open += 1;
      response.on('close', () => {
        if (passage !== undefined) gate?.leave(passage);
        own.open -= 1;
        closeIfLeft(own);
      });
      own.edition.handle(request, response);
    },
  );
  server.on('clientError', refuseUnreadable);
  server.on('checkExpectation', (_request, response) => {
    refuseBare(response, 417, 'it expects what the server does not do');
  });
  gate?.guard(server);

  return {
    listen: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host, backlog: BACKLOG }, () => {
          server.off('error', reject);
          const { address, family, port: bound } = server.address() as AddressInfo;
          resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`);
        });
      }),
    show(edition) {
      const left = stage;
      stage = { edition, open: 0 };
      if (left !== undefined) closeIfLeft(left);
    },
    shown: () => stage!.edition,
    async close(longest) {
      const cut = setTimeout(() => server.closeAllConnections(), longest);
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
      await stage?.edition.close();
      await Promise.all(closing);
    },
  };
}
