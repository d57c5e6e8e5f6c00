import type { Report } from '../errors/report.ts';
import { frozenMap } from '../util/frozen-map.ts';
import { checkWritten } from './check.ts';
import type {
  Comparison,
  Inverse,
  Kind,
  KindTime,
  Localized,
  Ontology,
  Property,
  Qualifier,
  ValueType,
  Vocabulary,
} from './model.ts';
import {
  type WrittenKind,
  type WrittenProperty,
  type WrittenQualifier,
  type WrittenVocabulary,
  written,
} from './shapes.ts';

/**
 * What could be made of an ontology. Where something was reported the labels may be blank, so that it serves only
 * to check other files against.
 */
export interface OntologyReading {
  readonly ontology: Ontology;
  /** Whether all four sections are there; one that is not is empty, and nothing can be checked against it. */
  readonly whole: boolean;
  /** Properties and qualifiers that are declared, but so that their type is not known. */
  readonly unclear: {
    readonly properties: ReadonlySet<string>;
    readonly qualifiers: ReadonlySet<string>;
  };
}

/**
 * Resolves the content of ontology.yaml. Every mistake in it is reported, none stops the reading.
 * @param data the content as plain data.
 */
export function readOntology(data: unknown, report: Report): OntologyReading {
  const content = written(data, { path: [], report }) ?? {};
  checkWritten(content, report);
  const { kinds, properties, qualifiers, vocabularies } = content;
  const whole = [kinds, properties, qualifiers, vocabularies].every((section) => section);
  const unclear = { properties: new Set<string>(), qualifiers: new Set<string>() };
  const ontology = {
    kinds: resolve(kinds, resolveKind),
    properties: resolve(properties, resolveProperty, unclear.properties),
    qualifiers: resolve(qualifiers, resolveQualifier, unclear.qualifiers),
    vocabularies: resolve(vocabularies, resolveVocabulary),
  };
  return { ontology: Object.freeze(ontology), whole, unclear };
}

/** Resolves each entry in its written order; what cannot be resolved is left out and named in `unclear`. */
function resolve<W, T>(
  entries: ReadonlyMap<string, W | undefined> | undefined,
  make: (name: string, entry: Partial<W>) => T | undefined,
  unclear = new Set<string>(),
): ReadonlyMap<string, T> {
  const resolved: [string, T][] = [];
  for (const [name, entry] of entries ?? []) {
    const made = make(name, entry ?? {});
    if (made === undefined) unclear.add(name);
    else resolved.push([name, Object.freeze(made)]);
  }
  return frozenMap(resolved);
}

type WrittenText =
  | { readonly vi?: string | undefined; readonly en?: string | undefined }
  | undefined;

const text = (given: WrittenText): Localized =>
  Object.freeze({ vi: given?.vi ?? '', en: given?.en ?? '' });

const names = (given: readonly (string | undefined)[] | undefined): readonly string[] =>
  Object.freeze((given ?? []).filter((name) => name !== undefined));

/** Of literals no kinds; where an end is not said, any. */
const ends = (
  type: ValueType,
  given: readonly (string | undefined)[] | null | undefined,
): readonly string[] | null => (type === 'entity' ? (given ? names(given) : null) : names([]));

const resolveKind = (name: string, entry: WrittenKind): Kind => ({
  name,
  label: text(entry.label),
  description: text(entry.description),
  attributes: names(entry.attributes),
  time: resolveTime(entry.time),
  acts: entry.acts ?? false,
});

const resolveTime = (entry: WrittenKind['time']): KindTime | null =>
  entry?.sort === undefined
    ? null
    : Object.freeze({ sort: entry.sort, start: names(entry.start), end: names(entry.end) });

const resolveVocabulary = (name: string, entry: WrittenVocabulary): Vocabulary | undefined =>
  entry.terms && {
    name,
    label: text(entry.label),
    terms: frozenMap([...entry.terms].map(([term, label]) => [term, text(label)])),
  };

const resolveQualifier = (name: string, entry: WrittenQualifier): Qualifier | undefined =>
  entry.type && {
    name,
    label: text(entry.label),
    description: text(entry.description),
    type: entry.type,
    objects: ends(entry.type, entry.to),
    vocabulary: entry.vocabulary ?? null,
  };

/** The type of a property's values; `undefined` unless exactly one of `to` and `value` says it. */
function typeOf(entry: WrittenProperty): ValueType | undefined {
  if (!('to' in entry)) return entry.value;
  return 'value' in entry ? undefined : 'entity';
}

function resolveProperty(name: string, entry: WrittenProperty): Property | undefined {
  const type = typeOf(entry);
  return (
    type && {
      name,
      label: text(entry.label),
      description: text(entry.description),
      type,
      subjects: ends('entity', entry.from),
      objects: ends(type, entry.to),
      vocabulary: entry.vocabulary ?? null,
      inverse: resolveInverse(entry.inverse),
      values: entry.values ?? 'many',
      qualifiers: names(entry.qualifiers),
      compare: resolveComparison(entry.compare),
      flow: entry.flow ?? null,
    }
  );
}

const resolveInverse = (entry: WrittenProperty['inverse']): Inverse | null =>
  entry?.name === undefined
    ? null
    : Object.freeze({
        name: entry.name,
        label: text(entry.label),
        values: entry.values ?? 'many',
      });

const resolveComparison = (entry: WrittenProperty['compare']): Comparison | null =>
  entry?.by === undefined
    ? null
    : Object.freeze({ by: entry.by, period: names(entry.period), scope: names(entry.scope) });
