import { ProblemError } from '../errors/problem.ts';
import type { Ontology } from '../ontology/model.ts';
import { suggest } from '../util/suggestions.ts';

/**
 * Names of kinds, properties or terms as an argument gives them, once it is sure that the ontology has each: a misspelt
 * name must not look like an empty answer.
 * @throws ProblemError NAME_UNKNOWN
 */
function checkNames(
  argument: string,
  names: readonly string[],
  known: ReadonlyMap<string, unknown>,
  what: 'kind' | 'property' | 'term',
): readonly string[] {
  for (const name of names) {
    if (!known.has(name)) {
      const near = suggest(name, known.keys());
      throw new ProblemError(
        'NAME_UNKNOWN',
        { argument, what, name },
        { argument },
        near === undefined ? undefined : `"${near}"`,
      );
    }
  }
  return names;
}

export const checkKinds = (
  argument: string,
  names: readonly string[],
  { kinds }: Ontology,
): readonly string[] => checkNames(argument, names, kinds, 'kind');

export const checkProperties = (
  argument: string,
  names: readonly string[],
  { properties }: Ontology,
): readonly string[] => checkNames(argument, names, properties, 'property');

/** The terms that are given as values of a property, where its values are terms of a vocabulary. */
export function checkTerms(
  argument: string,
  { property, anyOf }: { readonly property: string; readonly anyOf: readonly string[] },
  { properties, vocabularies }: Ontology,
): void {
  const { vocabulary } = properties.get(property)!;
  if (vocabulary !== null) checkNames(argument, anyOf, vocabularies.get(vocabulary)!.terms, 'term');
}
