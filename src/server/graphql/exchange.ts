import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Watched } from '../watching/watching.ts';

/** Headers as Node writes them soonest: names and values in turn. */
export type Head = readonly string[];

type Value = string | number | undefined;

/** A request and the answer to it, without a framework: its life cycle takes longer than to find an answer that is kept. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly watch: Watched;
  /** What the answer bears whatever it is. */
  readonly #head: Head;
  readonly #isLast: () => boolean;

  /** @param isLast whether the connection is to end with the answer */
  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    watch: Watched,
    head: Head,
    isLast: () => boolean,
  ) {
    this.request = request;
    this.response = response;
    this.watch = watch;
    this.#head = head;
    this.#isLast = isLast;
  }

  /** Sends the answer: with a body, or without where the client has it already. */
  send(status: number, head: Head, body?: Buffer): void {
    const { response } = this;
    if (this.#isLast()) response.shouldKeepAlive = false;
    if (body === undefined) {
      response.writeHead(status, [...this.#head, ...head]).end();
      return;
    }
    const { length } = body;
    this.watch.bytes = length;
    const whole = [...this.#head, ...head, 'content-length', String(length)];
    response.writeHead(status, whole).end(body);
  }
}

export const headOf = (headers: Readonly<Record<string, Value | Value[]>>): Head =>
  Object.entries(headers).flatMap(([name, values]) =>
    [values ?? []].flat().flatMap((value) => [name, String(value)]),
  );
