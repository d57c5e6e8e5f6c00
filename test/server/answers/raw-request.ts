import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  /** As it came, in the form in which it came. */
  readonly body: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
  readonly answer: () => any;
}

/** Asks without the headers that `fetch` adds, and unpacks nothing. */
export const rawRequest = (
  address: string,
  {
    body,
    ...options
  }: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const sent = request(address, { ...options, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(parts);
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: whole,
          answer: () => JSON.parse(whole.toString()),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
