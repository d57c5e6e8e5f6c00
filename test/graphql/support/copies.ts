import type { Dataset } from '../../../src/data/dataset.ts';
import type { Statement, Value } from '../../../src/ontology/model.ts';
import { datasetOf } from './world.ts';

/** The id of an entity in one of ten copies of a dataset; a single digit, so that ids sort alike in each. */
export const copied = (id: string, copy: number): string => `${id}-${copy}`;

/**
 * A dataset so many times over, at most ten, with nothing that joins one copy to another: what is asked of one entity in
 * each copy is answered alike in each, and so tells what grows with how many are asked about, and what does not.
 */
export function copies({ entities, statements }: Dataset, count: number): Dataset {
  const all = Array.from({ length: count }, (_, copy) => copy);
  return datasetOf(
    all.flatMap((copy) =>
      entities.map((entity) => ({
        ...entity,
        id: copied(entity.id, copy),
        ...(entity.formerIds && { formerIds: entity.formerIds.map((id) => copied(id, copy)) }),
      })),
    ),
    all.flatMap((copy) => statements.map((statement) => copyOf(statement, copy))),
  );
}

function copyOf(statement: Statement, copy: number): Statement {
  const value = (value: Value): Value =>
    value.type === 'entity' ? { ...value, id: copied(value.id, copy) } : value;
  return {
    ...statement,
    id: `${statement.id}${copy}`,
    subject: copied(statement.subject, copy),
    value: value(statement.value),
    qualifiers: Object.fromEntries(
      Object.entries(statement.qualifiers).map(([name, one]) => [name, value(one)]),
    ),
    citations: statement.citations.map((citation) => ({
      ...citation,
      source: copied(citation.source, copy),
      ...(citation.attributedTo && { attributedTo: copied(citation.attributedTo, copy) }),
    })),
  };
}
