import type { Ontology, Rank } from '../ontology/model.ts';
import type { StatementFilter } from '../store/port.ts';
import { type EnumerationName, fromEnumeration } from './enumeration.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';

type Given<Filter> = { readonly [Name in keyof Filter]?: Filter[Name] | null };

/** The input `StatementFilter`, and `EntityStatementFilter`, which is a part of it. */
export type StatementFilterInput = Given<Omit<StatementFilter, 'ranks'>> & {
  readonly ranks?: readonly EnumerationName<Rank>[] | null;
};

/**
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
