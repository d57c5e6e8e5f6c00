import { deepFreeze } from '../util/deep-freeze.ts';
import { frozenMap } from '../util/frozen-map.ts';
import type { Kind, Localized, Ontology, Property, Qualifier, Vocabulary } from './model.ts';

/** An ontology without maps, as JSON can hold it. */
export interface PlainOntology {
  readonly kinds: readonly Kind[];
  readonly properties: readonly Property[];
  readonly qualifiers: readonly Qualifier[];
  readonly vocabularies: readonly (Omit<Vocabulary, 'terms'> & {
    readonly terms: readonly (readonly [string, Localized])[];
  })[];
}

export const plainOntology = (ontology: Ontology): PlainOntology => ({
  kinds: [...ontology.kinds.values()],
  properties: [...ontology.properties.values()],
  qualifiers: [...ontology.qualifiers.values()],
  vocabularies: [...ontology.vocabularies.values()].map(({ name, label, terms }) => ({
    name,
    label,
    terms: [...terms],
  })),
});

/** The way back from `plainOntology`; frozen. */
export function ontologyFromPlain(plain: PlainOntology): Ontology {
  const byName = <T extends { readonly name: string }>(entries: readonly T[]) =>
    frozenMap(entries.map((entry) => [entry.name, deepFreeze(entry)]));
  return Object.freeze({
    kinds: byName(plain.kinds),
    properties: byName(plain.properties),
    qualifiers: byName(plain.qualifiers),
    vocabularies: frozenMap(
      plain.vocabularies.map(({ name, label, terms }) => [
        name,
        Object.freeze({ name, label: deepFreeze(label), terms: frozenMap(deepFreeze(terms)) }),
      ]),
    ),
  });
}
