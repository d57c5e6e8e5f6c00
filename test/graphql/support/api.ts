import { parse, validate } from 'graphql';
import { buildGraph } from '../../../src/graph/build.ts';
import { createContext } from '../../../src/graphql/context.ts';
import { createErrorFormatter } from '../../../src/graphql/errors.ts';
import { planAnswer } from '../../../src/graphql/plan.ts';
import type { Language } from '../../../src/ontology/model.ts';
import { createMemoryStore } from '../../../src/store/memory.ts';
import type { GraphStore } from '../../../src/store/port.ts';
import { schema } from './schema.ts';
import { world } from './world.ts';

export const memoryStore = (): GraphStore => createMemoryStore(buildGraph(world));

const shared = memoryStore();

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: a test reaches into whatever the answer holds
  readonly data: any;
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  /** What was logged on the way. */
  readonly logged: readonly object[];
}

export interface Asked {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly language?: Language;
  readonly store?: GraphStore;
}

/** Executes a query, valid by the schema, and formats its errors as the server does. */
export async function ask(query: string, asked: Asked = {}): Promise<Answer> {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) throw new AggregateError(invalid, invalid.map(String).join('\n'));
  const logged: object[] = [];
  const log = { error: (details: object) => void logged.push(details) };
  const context = createContext({
    store: asked.store ?? shared,
    language: asked.language ?? 'vi',
  });
  const { data, errors } = await planAnswer(schema, document)(asked.variables ?? {}, context);
  const format = createErrorFormatter(log);
  return {
    data: data === undefined ? undefined : JSON.parse(data),
    errors: errors.map((error) => {
      const { message, extensions = {} } = format(error.toJSON(), error);
      return { message, extensions };
    }),
    logged,
  };
}

/** The data of a query that must succeed. */
export async function data(query: string, asked: Asked = {}): Promise<Answer['data']> {
  const { data, errors } = await ask(query, asked);
  if (errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
  return data;
}
