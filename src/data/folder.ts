import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type Problem, problem } from '../errors/problem.ts';
import { compareText } from '../util/compare.ts';
import { explain } from './explain.ts';

/** One file of the data folder. */
export interface DataFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly absolute: string;
  readonly role: 'ontology' | 'entities' | 'source';
  readonly form: 'yaml' | 'jsonl';
  /** The kind of an entity file, the slug of a source file. */
  readonly name: string;
  readonly bytes: number;
}

export interface Listing {
  /** The ontology first, then entity files, then source files, each in the order of their names. */
  readonly files: readonly DataFile[];
  readonly problems: readonly Problem[];
}

const ontologyFile = 'ontology.yaml';
const roles = { entities: 'entities', sources: 'source' } as const;

/**
 * Lists the files of a data folder and says what does not belong there. Names that begin with a dot are passed
 * over. Never throws.
 */
export async function listFolder(folder: string): Promise<Listing> {
  const files: DataFile[] = [];
  const problems: Problem[] = [];
  let root: string;
  let entries: Dirent[];
  try {
    root = await realpath(folder);
    entries = await readdir(root, { withFileTypes: true });
  } catch (error) {
    return { files, problems: [problem('FOLDER_UNREADABLE', { folder, why: explain(error) })] };
  }

  /** The real path and state of an entry; `null` when it was reported. */
  const inspect = async (path: string) => {
    try {
      const real = await realpath(join(root, path));
      if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) {
        problems.push(problem('FILE_OUTSIDE', {}, { file: path }));
        return null;
      }
      return await stat(real);
    } catch (error) {
      problems.push(problem('FILE_UNREADABLE', { why: explain(error) }, { file: path }));
      return null;
    }
  };
  const unexpected = (file: string): unknown =>
    problems.push(problem('FILE_UNEXPECTED', {}, { file }));

  const addFile = async (path: string, role: DataFile['role']): Promise<void> => {
    const match = /^(?:\w+\/)?([^/]+)\.(yaml|jsonl)$/.exec(path);
    const state = await inspect(path);
    if (state === null) return;
    // Entities of the kind source are made of source files.
    if (!state.isFile() || match === null || (role === 'entities' && match[1] === 'source')) {
      unexpected(path);
      return;
    }
    const form = match[2] === 'yaml' ? 'yaml' : 'jsonl';
    files.push({
      path,
      absolute: join(root, path),
      role,
      form,
      name: match[1]!,
      bytes: state.size,
    });
  };

  const addFolder = async (name: keyof typeof roles): Promise<void> => {
    const state = await inspect(name);
    if (state === null) return;
    if (!state.isDirectory()) {
      unexpected(name);
      return;
    }
    try {
      const inner = await readdir(join(root, name));
      for (const file of inner.filter(visible).sort(compareText)) {
        await addFile(`${name}/${file}`, roles[name]);
      }
    } catch (error) {
      problems.push(problem('FILE_UNREADABLE', { why: explain(error) }, { file: name }));
    }
  };

  const names = entries
    .map(({ name }) => name)
    .filter(visible)
    .sort(compareText);
  if (names.includes(ontologyFile)) await addFile(ontologyFile, 'ontology');
  else problems.push(problem('FILE_MISSING', { file: ontologyFile }, { file: ontologyFile }));
  for (const name of names) {
    if (name === 'entities' || name === 'sources') await addFolder(name);
    else if (name !== ontologyFile) unexpected(name);
  }
  return { files, problems };
}

const visible = (name: string): boolean => !name.startsWith('.');
