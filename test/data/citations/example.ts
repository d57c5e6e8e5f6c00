import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Dataset } from '../../../src/data/dataset.ts';
import type { Citation, Entity, Ontology, Statement } from '../../../src/ontology/model.ts';

const ontology: Ontology = {
  kinds: new Map(),
  properties: new Map(),
  qualifiers: new Map(),
  vocabularies: new Map(),
};

/** A folder with the given files, gone when the test is. */
export async function folderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-articles-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

export const source = (id: string, file: string, paragraphs: number): Entity => ({
  id,
  kind: 'source',
  names: { vi: id, en: id },
  text: { file, language: 'vi', paragraphs },
});

export const cite = (from: string, paragraph: number, ...evidence: string[]): Citation => ({
  source: from,
  paragraph,
  evidence,
});

export const state = (subject: string, property: string, ...citations: Citation[]): Statement => ({
  id: `${subject} ${property}`,
  subject,
  property,
  value: { type: 'string', string: 'x' },
  qualifiers: {},
  rank: 'normal',
  citations,
});

export const dataset = (
  entities: readonly Entity[],
  statements: readonly Statement[],
): Dataset => ({
  version: '0',
  ontology,
  entities,
  statements,
});
