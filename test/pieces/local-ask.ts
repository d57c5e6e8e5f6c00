import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocument } from '../../src/client/document.ts';
import { print } from '../../src/client/print.ts';
import type { Ask } from '../../src/pieces/ask.ts';
import { openLocally } from '../../src/server/local.ts';
import { packagePath } from '../../src/server/package.ts';

/** Asks the project's own data without HTTP, as pieces do. */
export async function openAsk(language: 'vi' | 'en'): Promise<Ask> {
  const local = await openLocally({
    graphData: packagePath('graph-data'),
    cacheFolder: join(tmpdir(), `caytre-pieces-${process.pid}`),
  });
  if (!local.ok) throw new Error(JSON.stringify(local.problems));
  return async (operation, variables) => {
    const { data, errors } = await local.ask({
      query: print(operation as TypedDocument),
      variables: variables as Record<string, unknown>,
      language,
    });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as never;
  };
}
