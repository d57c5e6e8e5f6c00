import {
  boolean,
  choice,
  type Fields,
  list,
  localized,
  mapOf,
  optional,
  type Reader,
  record,
  required,
  text,
} from '../errors/shape.ts';
import type { Cardinality, Flow, TimeSort, ValueType } from './model.ts';

/** Kinds by name, or `null` for the word `any`. */
const kinds: Reader<readonly (string | undefined)[] | null> = (data, trail) =>
  data === 'any' ? null : list(text)(data, trail);

const literals = ['text', 'string', 'integer', 'quantity', 'date', 'url', 'term'] as const;
const valueType: Reader<ValueType> = choice('entity', ...literals);
const cardinality: Reader<Cardinality> = choice('one', 'one-at-a-time', 'many');

const timeSort: Reader<TimeSort> = choice('moment', 'span', 'term', 'record');
const flow: Reader<Flow> = choice('forward', 'backward');

const time = {
  sort: required(timeSort),
  start: required(list(text)),
  end: optional(list(text)),
};

const kind = {
  label: required(localized),
  description: required(localized),
  attributes: optional(list(choice('codes', 'shared'))),
  time: optional(record('a time', time)),
  acts: optional(boolean),
};

const qualifier = {
  type: required(valueType),
  to: optional(kinds),
  vocabulary: optional(text),
  label: required(localized),
  description: required(localized),
};

const vocabulary = {
  label: required(localized),
  terms: required(mapOf(localized)),
};

const inverse = {
  name: required(text),
  label: required(localized),
  values: optional(cardinality),
};

const compare = {
  by: required(text),
  period: required(list(text)),
  scope: required(list(text)),
};

const property = {
  label: required(localized),
  description: required(localized),
  from: required(kinds),
  to: optional(kinds),
  value: optional(choice(...literals)),
  vocabulary: optional(text),
  inverse: optional(record('an inverse', inverse)),
  values: required(cardinality),
  compare: optional(record('a comparison', compare)),
  flow: optional(flow),
  qualifiers: optional(list(text)),
};

export type WrittenKind = Fields<typeof kind>;
export type WrittenQualifier = Fields<typeof qualifier>;
export type WrittenVocabulary = Fields<typeof vocabulary>;
export type WrittenProperty = Fields<typeof property>;

/** The shape of ontology.yaml. */
export const written = record('an ontology', {
  kinds: required(mapOf(record('a kind', kind))),
  qualifiers: required(mapOf(record('a qualifier', qualifier))),
  vocabularies: required(mapOf(record('a vocabulary', vocabulary))),
  properties: required(mapOf(record('a property', property))),
});
