import type { Ontology, Rank } from '../ontology/model.ts';
import type { EntityFilter, StatementFilter } from '../store/port.ts';
import { type EnumerationName, fromEnumeration } from './enumeration.ts';
import { checkKinds, checkProperties } from './names.ts';
import { present } from './present.ts';

type Given<Filter> = { readonly [Name in keyof Filter]?: Filter[Name] | null };

/** The input `StatementFilter`, and `EntityStatementFilter`, which is a part of it. */
export type StatementFilterInput = Given<Omit<StatementFilter, 'ranks'>> & {
  readonly ranks?: readonly EnumerationName<Rank>[] | null;
};

export type EntityFilterInput = Given<Omit<EntityFilter, 'kinds'>>;

/** @throws ProblemError NAME_UNKNOWN */
export function statementFilter(
  input: StatementFilterInput | null | undefined,
  ontology: Ontology,
): StatementFilter {
  const { ranks, ...given } = input ?? {};
  checkProperties('filter.properties', given.properties ?? [], ontology);
  checkKinds('filter.kinds', given.kinds ?? [], ontology);
  return present({ ...given, ranks: ranks?.map(fromEnumeration<Rank>) });
}

/** @throws ProblemError NAME_UNKNOWN */
export function entityFilter(
  kinds: readonly string[] | null | undefined,
  input: EntityFilterInput | null | undefined,
  ontology: Ontology,
): EntityFilter {
  checkKinds('kinds', kinds ?? [], ontology);
  checkProperties('filter.properties', input?.properties ?? [], ontology);
  return present({ ...input, kinds });
}
