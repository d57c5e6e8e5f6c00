import type { Ontology, Rank } from '../ontology/model.ts';
import type { StatementFilter } from '../store/port.ts';
import { fromEnumeration } from './enumeration.ts';
import type { StatementFilter as StatementFilterInput } from './generated/schema.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';

/**
 * @param input a `StatementFilter`, or an `EntityStatementFilter`, which is a part of it
 * @param argument the name of the argument that bears the filter
 * @throws ProblemError NAME_UNKNOWN
 */
export function statementFilter(
  input: StatementFilterInput | null | undefined,
  ontology: Ontology,
  argument = 'filter',
): StatementFilter {
  const { ranks, ...given } = input ?? {};
  checkProperties(`${argument}.properties`, given.properties ?? [], ontology);
  checkKinds(`${argument}.kinds`, given.kinds ?? [], ontology);
  return present({ ...given, ranks: ranks?.map(fromEnumeration<Rank>) });
}
