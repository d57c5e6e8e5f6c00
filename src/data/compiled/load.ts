import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Entity, Ontology, Statement } from '../../ontology/model.ts';
import { ontologyFromPlain, type PlainOntology } from '../../ontology/plain.ts';
import { deepFreeze } from '../../util/deep-freeze.ts';
import { turns } from '../../util/in-turns.ts';
import { readLines } from '../../util/read-lines.ts';
import type { Dataset } from '../dataset.ts';
import { rowReader, type StatementRow } from './rows.ts';

/** No line that was written is longer: a batch, and the longest record that data may hold. */
const greatestLine = 2 ** 26;
const sealLength = 64;

interface Header {
  readonly key: string;
  readonly version: string;
  readonly entities: number;
  readonly statements: number;
}

/**
 * Loads a compiled dataset as a stream, and lets others have their turn meanwhile. Gives `null` for whatever is not the whole and undamaged compiled form of
 * that key: no such file, another key, a byte more, less or changed. Never throws.
 */
export async function loadCompiled(file: string, key: string): Promise<Dataset | null> {
  try {
    return await load(file, key);
  } catch {
    // Of a file that anybody may have written or cut off, every way to fail means the same: read the data again.
    return null;
  }
}

async function load(file: string, key: string): Promise<Dataset | null> {
  const { size } = await stat(file);
  const hash = createHash('sha256');
  let header: Header | undefined;
  let ontology: Ontology | undefined;
  let hashed = 0;
  let seal = '';
  const entities: Entity[] = [];
  const statements: Statement[] = [];
  let statementOf: ReturnType<typeof rowReader> | undefined;
  const turn = turns();
  for await (const chunk of readLines(file, greatestLine)) {
    for (const { bytes } of chunk) {
      await turn();
      if (bytes === null) return null;
      const text = bytes.toString('utf8');
      if (hashed + sealLength === size) {
        seal = text;
        continue;
      }
      hash.update(bytes).update('\n');
      hashed += bytes.length + 1;
      if (header === undefined) {
        header = JSON.parse(text) as Header;
        if (header.key !== key) return null;
      } else if (ontology === undefined) {
        ontology = ontologyFromPlain(JSON.parse(text) as PlainOntology);
      } else if (entities.length < header.entities) {
        for (const entity of JSON.parse(text) as Entity[]) entities.push(deepFreeze(entity));
      } else {
        statementOf ??= rowReader(ontology, entities);
        for (const row of JSON.parse(text) as StatementRow[]) statements.push(statementOf(row));
      }
    }
  }
  if (header === undefined || ontology === undefined || seal !== hash.digest('hex')) return null;
  const { version } = header;
  return Object.freeze({
    version,
    ontology,
    entities: Object.freeze(entities),
    statements: Object.freeze(statements),
  });
}
