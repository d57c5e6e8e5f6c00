import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemError } from '../../errors/problem.ts';
import { connectionCame } from '../../graphql/arrivals.ts';
import { waits } from '../../graphql/beginners.ts';
import { formatProblem } from '../../graphql/errors.ts';
import { RETRY_AFTER } from '../refuse.ts';
import { answerHeaders } from '../site/security.ts';
import { type MemoryWatch, watchMemory } from './memory.ts';
import { createSending, type Passage } from './sending.ts';

/** Why a request is refused. */
export type ShedReason = 'waiting' | 'blocked' | 'memory' | 'pipelined';

export interface GateOptions {
  /** How many requests may wait for the thread. */
  readonly waiting: number;
  /** How long a request may wait for the thread, in milliseconds, before others are refused. */
  readonly longestWait: number;
  readonly connections: number;
  /** How long a request may take from its headers until its client has the whole answer, in milliseconds. */
  readonly longestAnswer: number;
  readonly log: { readonly warn: (details: object, message: string) => void };
  readonly onShed?: (reason: ShedReason) => void;
  readonly onConnectionRefused?: () => void;
  readonly onAbandoned?: () => void;
  readonly onSlowReader?: () => void;
  /** Frees what can be made again: little room is left. */
  readonly onMemoryFull?: () => void;
}

/**
 * Stands before all that answers, so that what cannot be answered in good time is refused at once: a refusal costs a hundredth of an
 * answer, and an answer that comes when nobody waits for it any more costs as much as any.
 */
export interface Gate {
  /** Bounds the connections of a server, and looks after them as long as it listens. */
  readonly guard: (server: Server) => void;
  /** Lets a request go on, or refuses it and gives nothing. */
  readonly enter: (request: IncomingMessage, response: ServerResponse) => Passage | undefined;
  /** The answer has ended, or lives on without an edition. To be called once for each request that went on. */
  readonly leave: (passage: Passage) => void;
  /** How many requests have no answer yet. */
  readonly inProgress: () => number;
  /** How many connections are open. */
  readonly connections: () => number;
  /** How many answers are on their way to clients that take them slowly. */
  readonly sending: () => number;
}

/** How often is looked at the clock, the memory and slow readers, in milliseconds. */
const LOOK = 100;
/** How many requests are in progress at once however great the pressure is: with them the thread has enough to do. */
const FEW = 8;
/**
 * The part of the longest wait after which it counts how long one more would wait: what is known of the pace is then of those that
 * wait, not of others before.
 */
const TRIED = 0.5;
/** How many requests of one connection may stand behind one that is not answered yet. */
const PIPELINED = 64;
/** How long a connection may stay without a request, in milliseconds; longer than proxies keep one that they would use again. */
const IDLE = 65_000;
/**
 * The part of the connections from which room is made: one that comes then ends with its first answer, and others stay without a
 * request only for so long. All of them may go on: to take a new one for each request would cost more than to refuse it.
 */
const MANY = 0.8;
const IDLE_OF_MANY = 5_000;
/** From here on all without a request are closed. A client that sends one just then learns nothing, so that this is the last resort. */
const CROWDED = 0.95;
/** How long nothing must have been refused, in milliseconds, for an overload to be over. */
const CALM = 1_000;

export function createGate(options: GateOptions): Gate {
  const { waiting, longestWait, connections, log } = options;
  const sending = createSending(options.longestAnswer, () => options.onSlowReader?.());
  let memory: MemoryWatch | undefined;
  /** How many requests of a connection stand behind another. */
  const pipelined = new WeakMap<Socket, number>();
  let open = 0;
  /** The connections that came when there were many. */
  const guests = new WeakSet<Socket>();
  let blocked = false;
  let refused = 0;
  let lastRefused = 0;
  /** When the first of the requests came that came since the last look at input and output. */
  let firstCame: number | undefined;

  /**
   * Whether what came before with the same look has held the thread: what is answered from memory waits for no turn and is never in
   * progress with others, yet a flood of it would keep all others waiting until it is through.
   */
  const isFlooded = (): boolean => {
    const now = performance.now();
    if (firstCame === undefined) {
      firstCame = now;
      setImmediate(() => {
        firstCame = undefined;
      });
    }
    return now - firstCame > longestWait;
  };

  const pressure = (): ShedReason | undefined => {
    const { count, longest, expected } = waits();
    if (count >= waiting) return 'waiting';
    if (isFlooded()) return 'blocked';
    if (sending.inProgress() < FEW) return undefined;
    if (longest > longestWait) return 'waiting';
    if (longest > longestWait * TRIED && expected > longestWait) return 'waiting';
    if (blocked) return 'blocked';
    return memory?.isFull() ? 'memory' : undefined;
  };

  const shed = (response: ServerResponse, reason: ShedReason): undefined => {
    if (refused === 0) log.warn({ reason }, 'requests are refused');
    refused += 1;
    lastRefused = performance.now();
    options.onShed?.(reason);
    refuse(response);
    return undefined;
  };

  const behindAnother = (socket: Socket): number => {
    const count = (pipelined.get(socket) ?? 0) + 1;
    pipelined.set(socket, count);
    return count;
  };

  const look = (server: Server): void => {
    memory?.look();
    sending.look();
    // Each answer tells it to its client.
    server.keepAliveTimeout = open > connections * MANY ? IDLE_OF_MANY : IDLE;
    if (open > connections * CROWDED) server.closeIdleConnections();
    if (refused === 0 || performance.now() - lastRefused < CALM) return;
    log.warn({ refused }, 'requests are taken again');
    refused = 0;
  };

  return {
    guard(server) {
      server.maxConnections = connections;
      server.keepAliveTimeout = IDLE;
      server.on('connection', (socket) => {
        connectionCame();
        open += 1;
        if (open > connections * MANY) guests.add(socket);
        socket.once('close', () => {
          open -= 1;
        });
      });
      server.on('drop', () => options.onConnectionRefused?.());
      server.once('listening', () => {
        memory = watchMemory(() => options.onMemoryFull?.());
        let due = performance.now() + LOOK;
        const timer = setInterval(() => {
          const now = performance.now();
          // Timers come before input: what came while the thread was held is read after this.
          blocked = now - due > longestWait;
          due = now + LOOK;
          look(server);
        }, LOOK).unref();
        server.once('close', () => {
          clearInterval(timer);
          memory?.close();
        });
      });
    },
    enter(request, response) {
      if (guests.has(request.socket)) response.shouldKeepAlive = false;
      // An answer that waits for another before it has no socket yet.
      if (response.socket === null && behindAnother(request.socket) > PIPELINED) {
        response.shouldKeepAlive = false;
        return shed(response, 'pipelined');
      }
      const reason = isAlwaysAnswered(request.url) ? undefined : pressure();
      if (reason !== undefined) return shed(response, reason);
      return sending.begin(response);
    },
    leave(passage) {
      const { response } = passage;
      const { socket } = response.req;
      const behind = pipelined.get(socket);
      if (behind !== undefined && behind > 0) pipelined.set(socket, behind - 1);
      sending.end(passage);
      if (response.closed && !response.writableFinished) options.onAbandoned?.();
    },
    inProgress: sending.inProgress,
    sending: sending.sending,
    connections: () => open,
  };
}

/** What is asked to learn how the server fares, and by whoever runs it. */
const isAlwaysAnswered = (url = ''): boolean => /^\/(?:health|metrics|reload)\b/.test(url);

const body = Buffer.from(
  JSON.stringify({ errors: [formatProblem(new ProblemError('SERVER_BUSY'))] }),
);
const headers = {
  ...answerHeaders,
  'cache-control': 'no-store',
  'content-length': body.length,
  'content-type': 'application/json; charset=utf-8',
  'retry-after': RETRY_AFTER,
};

const refuse = (response: ServerResponse): void => {
  response.writeHead(503, headers).end(body);
};
