import type { FormattedExecutionResult } from 'graphql';
import type { ReadOptions } from '../data/read.ts';
import type { Problem } from '../errors/problem.ts';
import { executeLocally, type LocalRequest } from '../graphql/execute.ts';
import type { Configuration } from './configuration.ts';
import { openSchema } from './schema.ts';
import { openStore } from './store.ts';

export type Local =
  | {
      readonly ok: true;
      /** What does not keep the data from being used. */
      readonly warnings: readonly Problem[];
      /** Answers one query as the server would. */
      readonly ask: (request: LocalRequest) => Promise<FormattedExecutionResult>;
    }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly leftOut: number };

/** The API without HTTP: for the command line. */
export async function openLocally(
  configuration: Pick<Configuration, 'graphData' | 'cacheFolder'>,
  options: Pick<ReadOptions, 'onProgress'> = {},
): Promise<Local> {
  const opened = await openStore(configuration, options);
  if (!opened.ok) return opened;
  const { store } = opened;
  const schema = await openSchema(store.meta().ontology);
  return {
    ok: true,
    warnings: opened.warnings,
    ask: async (request) => executeLocally(schema, store, request),
  };
}
