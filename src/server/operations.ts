import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createOperations, type Operations, readOperation } from '../graphql/operations.ts';
import { packagePath } from './package.ts';

/**
 * The operations that come with the program.
 * @throws ProblemError OPERATION_INVALID
 */
export async function openOperations(
  folder: string = packagePath('src/graphql/operations'),
): Promise<Operations> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).toSorted();
  return createOperations(
    await Promise.all(
      files.map(async (file) => readOperation(file, await readFile(join(folder, file), 'utf8'))),
    ),
  );
}
