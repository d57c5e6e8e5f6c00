import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An answer as it came over a connection. */
export interface RawAnswer {
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A connection on which a test says what it likes. */
export interface RawConnection {
  readonly socket: Socket;
  readonly send: (text: string) => void;
  /** The next answer that has its length in its head, or `undefined` where the connection ends first. */
  readonly answer: () => Promise<RawAnswer | undefined>;
  /** Everything up to the end of the connection that has not been given as an answer. */
  readonly rest: () => Promise<string>;
}

export async function openRaw(address: string): Promise<RawConnection> {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  let received = Buffer.alloc(0);
  let ended = false;
  let wake = (): void => undefined;
  socket.on('data', (part) => {
    received = Buffer.concat([received, part]);
    wake();
  });
  // A connection that is cut has ended as well.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    ended = true;
    wake();
  });
  const more = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return {
    socket,
    send: (text) => void socket.write(text),
    async answer() {
      for (;;) {
        const head = received.indexOf('\r\n\r\n');
        if (head !== -1) {
          const [first = '', ...lines] = received
            .subarray(0, head)
            .toString('latin1')
            .split('\r\n');
          const headers = Object.fromEntries(
            lines.map((line) => {
              const colon = line.indexOf(':');
              return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
            }),
          );
          const end = head + 4 + Number(headers['content-length'] ?? 0);
          if (received.length >= end) {
            const body = received.subarray(head + 4, end).toString();
            received = received.subarray(end);
            return { status: Number(first.split(' ')[1]), headers, body };
          }
        }
        if (ended) return undefined;
        await more();
      }
    },
    async rest() {
      while (!ended) await more();
      return received.toString();
    },
  };
}

/** A request to the API, as it goes over a connection. */
export function rawPost(body: unknown, headers: Readonly<Record<string, string>> = {}): string {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: 'caytre.test',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
}
