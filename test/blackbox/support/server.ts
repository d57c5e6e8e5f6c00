import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery } from 'graphql';
import { startServer } from '../../support/serve.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body, as it came. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
  readonly answer: any;
}

/** A server on the data of the project, of which a test knows only what it says of itself over HTTP. */
export interface BlackBox {
  readonly address: string;
  readonly schema: GraphQLSchema;
  readonly send: (init: RequestInit, path?: string) => Promise<Reply>;
  /** A POST of these parameters as JSON. */
  readonly ask: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  /** What a query answers. Throws where there are errors. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly data: (query: string) => Promise<any>;
  readonly stop: () => Promise<void>;
}

export async function startBlackBox(): Promise<BlackBox> {
  const server = await startServer();
  const send = async (init: RequestInit, path = '/graphql'): Promise<Reply> => {
    const response = await fetch(server.address + path, init);
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      answer: json ? JSON.parse(text) : undefined,
    };
  };
  const ask: BlackBox['ask'] = (body, headers) =>
    send({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const data: BlackBox['data'] = async (query) => {
    const { text, answer } = await ask({ query });
    if (answer.errors !== undefined) throw new Error(`${text.slice(0, 2_000)}\n${query}`);
    return answer.data;
  };
  const introspection = await data(getIntrospectionQuery({ oneOf: true }));
  return {
    address: server.address,
    schema: buildClientSchema(introspection),
    send,
    ask,
    data,
    stop: server.stop,
  };
}
