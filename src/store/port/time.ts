/** What happened when, and figures over time. Types only. */
import type { Entity, Statement } from '../../ontology/model.ts';
import type { PageRequest } from './call.ts';

/** An entity's own time, as its kind has it (`KindTime`): ISO 8601, or `null` where nothing says. Whatever the date. */
export interface OwnTime {
  readonly begins: string | null;
  readonly ends: string | null;
}

export interface TimelineRequest {
  /** Dates that begin no sooner than this does. */
  readonly from?: string;
  /** Dates that begin no later than this ends. */
  readonly to?: string;
  /** Kinds of the subject. */
  readonly kinds?: readonly string[];
  readonly properties?: readonly string[];
  /**
   * Only dates of these entities: dates that statements about them (as subject or value) bear, and the dates that are
   * values of statements on the entities that statements join to them.
   */
  readonly about?: readonly string[];
  readonly asOf?: string;
  /** All the other way round, the latest first, when true. */
  readonly backwards?: boolean;
  readonly page: PageRequest;
}

/** By the beginning of the date, a year before its months and these before their days; equals in the order of the dataset. */
export interface TimelineEntry {
  /** ISO 8601, at the precision of the statement. */
  readonly date: string;
  readonly statement: Statement;
  /** The qualifier that has the date, or `null` where it is the value of the statement. */
  readonly qualifier: string | null;
}

/**
 * The figures of a metric as a series, deprecated ones left out: by the start of the time that each is for (its end, where
 * only that is known), then by its end, those without one last. The ontology says what is a figure of what (`Comparison`).
 */
export interface SeriesRequest {
  readonly metric: string;
  readonly asOf?: string;
  readonly page: PageRequest;
}

export interface SeriesPoint {
  readonly observation: Entity;
  /** The statement of the figure: its value is a quantity. */
  readonly statement: Statement;
  /** The time that it is for, ISO 8601: the observation's own time. */
  readonly from: string | null;
  readonly to: string | null;
}
