import { readFile } from 'node:fs/promises';
import { isScalar } from 'yaml';
import { readYaml } from '../util/yaml-text.ts';
import { explain } from './explain.ts';
import type { DataFile } from './folder.ts';
import type { Context } from './rule.ts';
import type { FileSeen } from './seen.ts';
import { firstLineNotUtf8 } from './utf8.ts';
import { unusedFeatures } from './yaml-features.ts';

/** How many bytes a YAML file may have unless somebody says otherwise: its syntax tree takes many times as much. */
export const greatestYaml = 16 * 2 ** 20;

/**
 * Reads one YAML file. What keeps it from being read is reported, and `yaml` is `null` then.
 * @param bound how many bytes it may have.
 */
export async function readYamlFile(
  file: DataFile,
  bound: number,
  reportAt: Context['reportAt'],
): Promise<FileSeen> {
  const { path } = file;
  const unread = { file, byteOrderMark: false, carriageReturn: null, yaml: null };
  if (file.bytes > bound) {
    const instead = path.replace(/\.yaml$/, '.jsonl');
    reportAt({ file: path }, 'FILE_TOO_LARGE', { size: file.bytes, bound, instead });
    return unread;
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(file.absolute);
  } catch (error) {
    reportAt({ file: path }, 'FILE_UNREADABLE', { why: explain(error) });
    return unread;
  }
  const { text, ...seen } = clean(bytes.toString('utf8'));
  const line = firstLineNotUtf8(bytes);
  if (line === null) return { file, ...seen, yaml: parsePlain(text, path, reportAt) };
  reportAt({ file: path, line }, 'FILE_NOT_UTF8');
  return { file, ...seen, yaml: null };
}

/** Takes off the byte order mark and the carriage returns at the ends of lines, and says where they were. */
export function clean(
  given: string,
): { readonly text: string } & Pick<FileSeen, 'byteOrderMark' | 'carriageReturn'> {
  const byteOrderMark = given.startsWith('\ufeff');
  const text = byteOrderMark ? given.slice(1) : given;
  const at = text.indexOf('\r');
  if (at < 0) return { text, byteOrderMark, carriageReturn: null };
  const carriageReturn = text.slice(0, at).split('\n').length;
  return { text: text.replace(/\r\n?/g, '\n'), byteOrderMark, carriageReturn };
}

/** Reads a text as YAML of plain maps, lists and scalars. What it is not is reported, and gives `null`. */
export function parsePlain(
  text: string,
  path: string,
  reportAt: Context['reportAt'],
): FileSeen['yaml'] {
  const parsed = readYaml(text);
  for (const { message, line, column } of parsed.errors) {
    reportAt({ file: path, line, column }, 'YAML_SYNTAX', { why: message });
  }
  if (parsed.errors.length > 0) return null;
  const { contents } = parsed.document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    reportAt({ file: path }, 'FILE_EMPTY');
    return null;
  }
  const features = unusedFeatures(parsed);
  for (const { feature, offset } of features) {
    reportAt({ file: path, ...parsed.placeAt(offset) }, 'YAML_FEATURE', { feature });
  }
  return features.length > 0 ? null : { text, parsed, data: parsed.document.toJS() };
}
