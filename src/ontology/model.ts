/**
 * The shapes of everything that the graph says. Only types: any layer may import them.
 * All records are frozen once a dataset holds them.
 */

/** The two languages that every name and text has. */
export type Language = 'vi' | 'en';

/** A text in both languages. */
export interface Localized {
  readonly vi: string;
  readonly en: string;
}

export type ValueType =
  | 'entity'
  | 'text'
  | 'string'
  | 'integer'
  | 'quantity'
  | 'date'
  | 'url'
  | 'term';

/**
 * How many values a property may truly hold: `one` for ever, `one-at-a-time` (one per period, such as
 * the holder of an office) or `many`. Disagreements are computed from this.
 */
export type Cardinality = 'one' | 'one-at-a-time' | 'many';

export interface Kind {
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  /** Keys beyond names, aliases and description that an entity of this kind has (`codes`, `shared`). */
  readonly attributes: readonly string[];
  /** When an entity of this kind is there; `null` where no date bears on it. */
  readonly time: KindTime | null;
  /** Whether its entities are those who act (people, bodies, countries …): a trace does not lead on through them. */
  readonly acts: boolean;
}

/**
 * How an entity of a kind lies in time: a `moment` happened at some time from start to end, and has happened once that
 * is past; a `span` has begun once its start is past (its end, where only that is known), and stays on record; a `term`
 * holds from start to end only; a `record` is dated but there whatever the date, as the articles are.
 */
export type TimeSort = 'moment' | 'span' | 'term' | 'record';

export interface KindTime {
  readonly sort: TimeSort;
  /** Date properties that tell its start; the first that an entity has does. */
  readonly start: readonly string[];
  /** Date properties that tell its end, likewise. */
  readonly end: readonly string[];
}

export interface Inverse {
  readonly name: string;
  readonly label: Localized;
  /** How many subjects may point at one object: `one-at-a-time` for the holders of an office. */
  readonly values: Cardinality;
}

/** How the values of a figure are grouped before they are compared. */
export interface Comparison {
  /** The property that leads from the subject to what is measured; subjects that share it are compared. */
  readonly by: string;
  /** Properties of the subject that date the figure. */
  readonly period: readonly string[];
  /** Properties of the subject that say what the figure covers. */
  readonly scope: readonly string[];
}

export interface Property {
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  readonly type: ValueType;
  /** Kinds a subject may be of; `null` means any. */
  readonly subjects: readonly string[] | null;
  /** Kinds the object of a relation may be of; `null` means any. Empty for literals. */
  readonly objects: readonly string[] | null;
  /** The vocabulary of a `term`. */
  readonly vocabulary: string | null;
  /** The name from the object's side; only relations have one. */
  readonly inverse: Inverse | null;
  readonly values: Cardinality;
  readonly qualifiers: readonly string[];
  readonly compare: Comparison | null;
  /**
   * Which way what comes of something flows: `forward` when the object comes of the subject (a conference adopts a
   * resolution), `backward` when the subject comes of the object (a task implements it); `null` when neither.
   */
  readonly flow: Flow | null;
}

export type Flow = 'forward' | 'backward';

export interface Qualifier {
  readonly name: string;
  readonly label: Localized;
  readonly description: Localized;
  readonly type: ValueType;
  readonly objects: readonly string[] | null;
  readonly vocabulary: string | null;
}

export interface Vocabulary {
  readonly name: string;
  readonly label: Localized;
  readonly terms: ReadonlyMap<string, Localized>;
}

export interface Ontology {
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly properties: ReadonlyMap<string, Property>;
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
}

export interface CountryCodes {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly alpha2: string;
  /** ISO 3166-1 alpha-3, upper case. */
  readonly alpha3: string;
}

/** Who or what exists. The id is `kind:slug`. */
export interface Entity {
  readonly id: string;
  readonly kind: string;
  readonly names: Localized;
  readonly aliases?: { readonly vi?: readonly string[]; readonly en?: readonly string[] };
  readonly description?: Localized;
  readonly codes?: CountryCodes;
  /** Ids that it had before it was renamed, or those of entities that were merged into it; they still lead to it. */
  readonly formerIds?: readonly string[];
  /** An office that several people hold at once. */
  readonly shared?: boolean;
  /** Particulars of the text that a source stands for; only entities of the kind `source` have them. */
  readonly text?: SourceText;
}

/** The article behind a source: its file in the articles folder, language and number of paragraphs. */
export interface SourceText {
  readonly file: string;
  readonly language: Language;
  /** Paragraphs are the non-empty lines of the text, counted from 1. */
  readonly paragraphs: number;
}

export type Value =
  | { readonly type: 'entity'; readonly id: string }
  | { readonly type: 'text'; readonly text: Localized }
  | { readonly type: 'string'; readonly string: string }
  | { readonly type: 'integer'; readonly integer: number }
  | {
      readonly type: 'quantity';
      readonly amount: number;
      /** A term of the vocabulary `unit`. */
      readonly unit: string;
      /** A term of the vocabulary `approximation`. */
      readonly approximation: string;
    }
  /** ISO 8601 at the precision known: `2021`, `2021-12`, `2021-12-18` or `2021-12-18T12:44`. */
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'term'; readonly vocabulary: string; readonly term: string };

export type Rank = 'preferred' | 'normal' | 'deprecated';

/** Where a statement is said: a paragraph of a source, and terms that occur in it as printed. */
export interface Citation {
  /** The id of a source. */
  readonly source: string;
  readonly paragraph: number;
  readonly evidence: readonly string[];
  /** Set where the source does not say it outright: from what it was concluded. */
  readonly inferred?: Localized;
  /** The entity that says it, according to the source. */
  readonly attributedTo?: string;
}

export interface Statement {
  /** A hash of subject, property, value and qualifiers. */
  readonly id: string;
  readonly subject: string;
  readonly property: string;
  readonly value: Value;
  /** By qualifier name, in the order of the ontology. */
  readonly qualifiers: Readonly<Record<string, Value>>;
  readonly rank: Rank;
  /** Why the rank is not normal. */
  readonly reason?: Localized;
  readonly citations: readonly Citation[];
}
