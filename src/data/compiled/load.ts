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
  let loading: Loading | undefined;
  let hashed = 0;
  let seal = '';
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
      if (loading === undefined) {
        const header = JSON.parse(text) as Header;
        if (header.key !== key) return null;
        loading = new Loading(header);
      } else loading.take(text);
    }
  }
  if (seal !== hash.digest('hex')) return null;
  return loading?.finish() ?? null;
}

/**
 * The lines after the header. Apart from the reading of the file, which waits so often that the engine would compile all this
 * again and again with it.
 */
class Loading {
  readonly #header: Header;
  #ontology: Ontology | undefined;
  readonly #entities: Entity[] = [];
  readonly #statements: Statement[] = [];
  #read: ReturnType<typeof rowReader> | undefined;

  constructor(header: Header) {
    this.#header = header;
  }

  take(line: string): void {
    if (this.#ontology === undefined) {
      this.#ontology = ontologyFromPlain(JSON.parse(line) as PlainOntology);
    } else if (this.#entities.length < this.#header.entities) {
      takeEntities(JSON.parse(line) as Entity[], this.#entities);
    } else {
      this.#read ??= rowReader(this.#ontology, this.#entities);
      takeStatements(JSON.parse(line) as StatementRow[], this.#read, this.#statements);
    }
  }

  finish(): Dataset | null {
    if (this.#ontology === undefined) return null;
    return Object.freeze({
      version: this.#header.version,
      ontology: this.#ontology,
      entities: Object.freeze(this.#entities),
      statements: Object.freeze(this.#statements),
    });
  }
}

function takeEntities(read: readonly Entity[], entities: Entity[]): void {
  for (const entity of read) entities.push(deepFreeze(entity));
}

function takeStatements(
  rows: readonly StatementRow[],
  read: ReturnType<typeof rowReader>,
  statements: Statement[],
): void {
  for (const row of rows) statements.push(read(row));
}
