import { realpath } from 'node:fs/promises';
import { ProblemCollector } from '../errors/collector.ts';
import { type Problem, problem } from '../errors/problem.ts';
import type { Ontology } from '../ontology/model.ts';
import { readOntology } from '../ontology/read.ts';
import { writeAtomically } from '../util/write-atomically.ts';
import { explain } from './explain.ts';
import { type DataFile, listFolder } from './folder.ts';
import { canonicalText } from './format/canonical-text.ts';
import { clean, greatestYaml, parsePlain, readYamlFile } from './read-yaml-file.ts';
import type { Context } from './rule.ts';
import type { FileSeen } from './seen.ts';

export type Formatted =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const greatestNumber = 200;

/** A place to report to that keeps what it is told. */
function openReport(): { reportAt: Context['reportAt']; collector: ProblemCollector } {
  const collector = new ProblemCollector(greatestNumber);
  const reportAt: Context['reportAt'] = (where, code, parameters) =>
    collector.add(where, () => problem(code, parameters, where));
  return { reportAt, collector };
}

/**
 * Rewrites the text of a YAML data file in its canonical form. The data in it stays the same, comments stay, and to
 * format twice is to format once. A text that is not plain YAML is not touched, and its problems are told.
 * @param file its role, and the path that problems name.
 * @param ontology orders properties and qualifiers; without it they keep their order.
 */
export function formatFile(
  text: string,
  file: Pick<DataFile, 'path' | 'role'>,
  ontology: Ontology | null,
): Formatted {
  const { reportAt, collector } = openReport();
  const yaml = parsePlain(clean(text).text, file.path, reportAt);
  if (yaml === null) return { ok: false, problems: collector.finish().problems };
  return { ok: true, text: canonicalText(yaml.text, yaml.parsed, file.role, ontology) };
}

export interface FolderFormatted {
  /** Paths of the files whose form changes, or would change. */
  readonly changed: readonly string[];
  /** What kept a file from being formatted; such files are left as they are. */
  readonly problems: readonly Problem[];
  readonly leftOut: number;
}

/**
 * Formats every YAML file of a data folder.
 * @param mode `write` rewrites the files, `check` only says which are not canonical.
 */
export async function formatFolder(
  folder: string,
  mode: 'write' | 'check',
): Promise<FolderFormatted> {
  const { reportAt, collector } = openReport();
  const { files, problems } = await listFolder(folder);
  for (const made of problems) collector.add(made.where, () => made);
  const changed: string[] = [];
  let ontology: Ontology | null = null;
  for (const file of files.filter(({ form }) => form === 'yaml')) {
    const seen = await readYamlFile(file, greatestYaml, reportAt);
    if (seen.yaml === null) continue;
    // Mistakes in the ontology are for the check; the order of its names is known all the same.
    if (file.role === 'ontology') {
      const reading = readOntology(seen.yaml.data, () => {});
      if (reading.whole) ontology = reading.ontology;
      else reportAt({ file: file.path }, 'NOT_CHECKED', { what: 'no source was formatted' });
    }
    // Without the ontology, of which something was told, the order of statements is not known.
    if (file.role === 'source' && ontology === null) continue;
    const text = canonicalText(seen.yaml.text, seen.yaml.parsed, file.role, ontology);
    if (!differs(seen, text)) continue;
    changed.push(file.path);
    if (mode === 'check') continue;
    try {
      // A link within the folder stays a link.
      await writeAtomically(await realpath(file.absolute), [text]);
    } catch (error) {
      reportAt({ file: file.path }, 'FILE_UNWRITABLE', { why: explain(error) });
    }
  }
  return { changed, ...collector.finish() };
}

const differs = ({ byteOrderMark, carriageReturn, yaml }: FileSeen, text: string): boolean =>
  byteOrderMark || carriageReturn !== null || yaml?.text !== text;
