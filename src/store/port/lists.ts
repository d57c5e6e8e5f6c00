/** Lists of entities, statements and neighbors, and the search for them. Types only. */
import type { Entity, Statement } from '../../ontology/model.ts';
import type { Direction, Page, PageRequest } from './call.ts';

/** Entities that a statement joins to one of `ids`, by one of the properties and in the direction seen from those. */
export interface RelatedFilter {
  readonly ids: readonly string[];
  /** All when absent. */
  readonly properties?: readonly string[];
  /** `out` when one of `ids` is the subject; either way when absent. */
  readonly direction?: Direction;
}

/**
 * Entities with a value of a property: a term, string, date or address, a text in either language, a number, an id of an
 * entity, or the key of a group (`GroupKey`).
 */
export interface ValueFilter {
  readonly property: string;
  readonly anyOf: readonly string[];
}

/**
 * All given conditions hold; within a list any one suffices, so that an empty list lets nothing pass. But in `missing` and
 * `and` every one holds, so that an empty list of these lets everything pass. As of a date only statements that hold count.
 */
export interface EntityFilter {
  readonly ids?: readonly string[];
  readonly kinds?: readonly string[];
  /** Only entities that a search for this finds by all of its words, mistyped or half typed as they may be. */
  readonly text?: string;
  /** Only entities that a search for this finds, be it by some of its words only. */
  readonly searched?: string;
  /** Only entities that have a statement with one of these properties. */
  readonly properties?: readonly string[];
  /** Only entities that lack any statement with one of these properties: every one of them is missing. */
  readonly missing?: readonly string[];
  readonly value?: ValueFilter;
  readonly related?: RelatedFilter;
  /**
   * Only entities whose own time (`KindTime`) lies within for sure: none without one, none that may begin before or end
   * after. Where only its start or its end is known, that stands for both.
   */
  readonly dates?: { readonly from?: string; readonly to?: string };
  /** Only entities that have statements, as subject or value, all of which cite these sources and no other. */
  readonly restsOnlyOn?: readonly string[];
  readonly and?: readonly EntityFilter[];
  readonly or?: readonly EntityFilter[];
  readonly not?: EntityFilter;
}

/**
 * `name` in Vietnamese collation (the default); `degree`, most edges first; `ordinal`, by the smallest value of the property
 * of that name; `date`, by the start of its own time (or its end where only that is known), and `latest`, the same backwards, in both those without one last;
 * `relevance`, the best match of `filter.text` first, which must be given. Equals come by name.
 */
export type EntityOrder = 'name' | 'degree' | 'ordinal' | 'date' | 'latest' | 'relevance';

export interface EntitiesRequest {
  readonly filter?: EntityFilter;
  readonly order?: EntityOrder;
  readonly asOf?: string;
  readonly page: PageRequest;
}

/** All given conditions hold; within a list any one suffices, so that an empty list lets nothing pass. */
export interface StatementFilter {
  readonly subjects?: readonly string[];
  /** Statements whose value is one of these entities. */
  readonly objects?: readonly string[];
  /** Statements that have one of these as subject or value. */
  readonly about?: readonly string[];
  readonly properties?: readonly string[];
  /** Kinds of the subject. */
  readonly kinds?: readonly string[];
  readonly sources?: readonly string[];
  /** Paragraphs of the sources; one citation must fulfil this and `sources`. */
  readonly paragraphs?: readonly number[];
  readonly ranks?: readonly Statement['rank'][];
  /** Only statements with (true) or without (false) an inferred citation. */
  readonly inferred?: boolean;
  /** Only statements all of whose citations are of these sources. */
  readonly restsOnlyOn?: readonly string[];
}

export interface StatementsRequest {
  readonly filter?: StatementFilter;
  readonly asOf?: string;
  readonly page: PageRequest;
}

/**
 * Answered by property in the order of the ontology, then by the neighbor's ordinal (those without one last), then by name,
 * `out` before `in`; a loop is one of each.
 */
export interface NeighborsRequest {
  readonly id: string;
  /** Properties to follow; all when absent. */
  readonly properties?: readonly string[];
  readonly direction: Direction;
  /** Kinds that the neighbor may be of. */
  readonly kinds?: readonly string[];
  readonly asOf?: string;
  readonly page: PageRequest;
}

export interface Neighbor {
  readonly entity: Entity;
  readonly statement: Statement;
  /** `out` when the asked entity is the subject of the statement. */
  readonly direction: 'out' | 'in';
}

/** The words find, and the filter narrows what they found: by relevance, then by name. */
export interface SearchRequest {
  readonly query: string;
  readonly filter?: EntityFilter;
  readonly asOf?: string;
  readonly page: PageRequest;
}

/**
 * How what was found answers what was typed. Case never counts, and marks only where some are typed.
 * `exact`: a name, an alias, the code of a country or a text is just that.
 * `beginning`: a name or alias begins with all words in their order, and is at most twice as long.
 * `words`: all words stand in one text, or scattered over its texts.
 * `named`: a name or alias is a part, at least half, of what was typed, as after a title; other words are not there.
 * `prefix`: all words, or words that begin so.
 * `other-marks`: as the former, but with other marks than are typed: `tổ … làm` for `Tô Lâm`.
 * `typo`: a name or alias is a letter away from it, or words are like those that were typed.
 * `some`: only some of the words. Tried where nothing else is found.
 */
export type MatchGrade =
  | 'exact'
  | 'beginning'
  | 'words'
  | 'named'
  | 'prefix'
  | 'other-marks'
  | 'typo'
  | 'some';

/** What a match stands on: of several the one of the best grade, then the first of these. */
export type MatchField = 'name' | 'alias' | 'code' | 'description' | 'statement';

export interface SearchPage extends Page<SearchHit> {
  /** The grade of the first of the whole list; `null` when nothing is found. */
  readonly best: MatchGrade | null;
}

export interface SearchHit {
  readonly entity: Entity;
  /** Greater is better; comparable within one answer only. */
  readonly score: number;
  readonly grade: MatchGrade;
  readonly field: MatchField;
  /** The names, aliases or texts that matched. */
  readonly matched: readonly string[];
}

/**
 * What someone who has typed so much may be about to ask for. First come those whose marks agree best with the typed ones,
 * then what is called just so, then names and aliases that begin so before those with a word that does, then those of at most
 * four words, then the best connected, then by name.
 */
export interface SuggestionsRequest {
  readonly prefix: string;
  readonly kinds?: readonly string[];
  readonly asOf?: string;
  readonly limit: number;
}

export interface Suggestion {
  readonly entity: Entity;
  /** The name or alias that begins so, or has a word that does. */
  readonly text: string;
}
