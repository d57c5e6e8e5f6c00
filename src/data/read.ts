import type { Problem } from '../errors/problem.ts';
import type { Dataset } from './dataset.ts';
import { DatasetReader } from './dataset-reader.ts';
import { listFolder } from './folder.ts';
import { greatestYaml } from './read-yaml-file.ts';

export interface ReadOptions {
  /** How many problems to give at most. */
  readonly problemLimit?: number;
  /** How many bytes a YAML file may have; it is held in memory whole, with its syntax tree. */
  readonly yamlBytes?: number;
  /** How many bytes a line of JSON Lines may have. */
  readonly lineBytes?: number;
  /** Called before a file is read: which, and how many of how many were read before it. */
  readonly onProgress?: (progress: {
    readonly file: string;
    readonly read: number;
    readonly total: number;
  }) => void;
}

export type Reading =
  | { readonly ok: true; readonly dataset: Dataset }
  | {
      readonly ok: false;
      /** In the order of file, line and column. */
      readonly problems: readonly Problem[];
      /** How many more there are. */
      readonly leftOut: number;
    };

/**
 * Reads and checks a data folder. Gives everything or, when anything at all is wrong, every problem in every file.
 * Never throws for what is wrong with the data or the file system.
 */
export async function readDataset(folder: string, options: ReadOptions = {}): Promise<Reading> {
  const { problemLimit = 200, yamlBytes = greatestYaml, lineBytes = 2 ** 20 } = options;
  const { files, problems } = await listFolder(folder);
  const reader = new DatasetReader({ problemLimit, yamlBytes, lineBytes });
  reader.take(problems);
  // Every statement comes after all entities, so that whatever it names is known when it is checked.
  const ontology = files.filter(({ role }) => role === 'ontology');
  const entities = files.filter(({ role }) => role === 'entities');
  const sources = files.filter(({ role }) => role === 'source');
  let read = 0;
  const progress = (file: string): void => {
    options.onProgress?.({ file, read, total: files.length });
    read += 1;
  };
  for (const file of ontology) {
    progress(file.path);
    await reader.readOntology(file);
  }
  for (const file of entities) {
    progress(file.path);
    await reader.readEntities(file);
  }
  for (const file of sources) await reader.readSource(file);
  for (const file of sources) {
    progress(file.path);
    await reader.readStatements(file);
  }
  return reader.finish();
}
