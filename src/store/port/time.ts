/** What happened when, and figures over time. Types only. */
import type { Entity, Statement } from '../../ontology/model.ts';
import type { PageRequest } from './call.ts';

export interface TimelineRequest {
  /** Dates that begin no sooner than this does. */
  readonly from?: string;
  /** Dates that begin no later than this ends. */
  readonly to?: string;
  /** Kinds of the subject. */
  readonly kinds?: readonly string[];
  readonly properties?: readonly string[];
  /**
   * Only dates of these entities: dates that statements about them (as subject or value) bear, and the dates of the
   * entities that statements join to them.
   */
  readonly about?: readonly string[];
  readonly asOf?: string;
  /** The latest first when true. */
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

/** The observations of a metric as a series, by the time that each is for, those without one last. */
export interface SeriesRequest {
  readonly metric: string;
  readonly asOf?: string;
  readonly page: PageRequest;
}

export interface SeriesPoint {
  readonly observation: Entity;
  /** The statement of the figure: its value is a quantity. */
  readonly statement: Statement;
  /** The time that it is for, ISO 8601. */
  readonly from: string | null;
  readonly to: string | null;
}
