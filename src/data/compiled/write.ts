import { createHash } from 'node:crypto';
import { plainOntology } from '../../ontology/plain.ts';
import { writeAtomically } from '../../util/write-atomically.ts';
import type { Dataset } from '../dataset.ts';
import { rowWriter } from './rows.ts';

/** How many characters of JSON go into one line, more or less: whoever loads it reads a line in one go. */
const batchLength = 2 ** 17;

/** Lines of JSON, each an array of records, none of them huge. */
function* batches<Item>(
  records: readonly Item[],
  toRecord: (record: Item) => unknown,
): Generator<string> {
  let batch: string[] = [];
  let length = 0;
  for (const record of records) {
    const json = JSON.stringify(toRecord(record));
    batch.push(json);
    length += json.length;
    if (length < batchLength) continue;
    yield `[${batch.join(',')}]\n`;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield `[${batch.join(',')}]\n`;
}

function* lines(dataset: Dataset, key: string): Generator<string> {
  const { version, ontology, entities, statements } = dataset;
  const counts = { entities: entities.length, statements: statements.length };
  yield `${JSON.stringify({ key, version, ...counts })}\n`;
  yield `${JSON.stringify(plainOntology(ontology))}\n`;
  yield* batches(entities, (entity) => entity);
  yield* batches(statements, rowWriter(ontology, entities));
}

function* sealed(parts: Iterable<string>): Generator<string> {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
  yield hash.digest('hex');
}

/**
 * Writes the compiled form of a dataset: a header, the ontology, batches of entities and of statements, a line of JSON
 * each, and last the SHA-256 of all that.
 * @throws the error of the file system.
 */
export const writeCompiled = (file: string, key: string, dataset: Dataset): Promise<void> =>
  writeAtomically(file, sealed(lines(dataset, key)));
