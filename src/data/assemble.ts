import { createHash } from 'node:crypto';
import type { Entity, Ontology, Statement } from '../ontology/model.ts';
import { plainOntology } from '../ontology/plain.ts';
import { compareText } from '../util/compare.ts';
import { deepFreeze } from '../util/deep-freeze.ts';
import type { Dataset } from './dataset.ts';
import { mergeCitations } from './merge-citations.ts';

/** Gathers what was read and found right into a dataset. */
export class Assembly {
  readonly #entities: Entity[] = [];
  readonly #statements = new Map<string, Statement>();

  addEntity(entity: Entity): void {
    this.#entities.push(entity);
  }

  /** A statement that is there already gains the citations of this one. */
  addStatement(statement: Statement): void {
    const { id } = statement;
    const first = this.#statements.get(id);
    this.#statements.set(id, first ? merge(first, statement) : statement);
  }

  finish(ontology: Ontology): Dataset {
    const entities = this.#entities.sort((a, b) => compareText(a.id, b.id));
    const order = new Map([...ontology.properties.keys()].map((name, at) => [name, at]));
    const statements = [...this.#statements.values()].sort(
      (a, b) =>
        compareText(a.subject, b.subject) ||
        order.get(a.property)! - order.get(b.property)! ||
        compareText(a.id, b.id),
    );
    const version = versionOf(ontology, entities, statements);
    Object.freeze(entities);
    Object.freeze(statements);
    return Object.freeze({ version, ontology, entities, statements });
  }
}

/** Of two reasons for one rank the first in the order of files stays, which is that of the sources. */
function merge(first: Statement, second: Statement): Statement {
  const { citations, reason = second.reason, ...content } = first;
  return deepFreeze({
    ...content,
    ...(reason && { reason }),
    citations: mergeCitations([...citations, ...second.citations]),
  });
}

/**
 * The content hash of a dataset: SHA-256 over ontology, entities and statements, a line of JSON each; the id of a
 * statement stands for what it is a hash of. Keys and their order are fixed where records are made, so that layout
 * and order of the files do not count.
 */
function versionOf(
  ontology: Ontology,
  entities: readonly Entity[],
  statements: readonly Statement[],
): string {
  const hash = createHash('sha256');
  let lines = '';
  const add = (data: unknown): void => {
    lines += `${JSON.stringify(data)}\n`;
    if (lines.length < 2 ** 16) return;
    hash.update(lines);
    lines = '';
  };
  add(plainOntology(ontology));
  for (const entity of entities) add(entity);
  for (const { id, rank, reason, citations } of statements) add([id, rank, reason, citations]);
  hash.update(lines);
  return hash.digest('hex');
}
