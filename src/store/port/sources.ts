/** What the articles state, and where they differ. Types only. */
import type { Entity, Localized, Statement } from '../../ontology/model.ts';
import type { PageRequest } from './call.ts';

/** A source paragraph by paragraph, in its order: every paragraph, also those that state nothing, whatever the date. */
export interface ParagraphsRequest {
  readonly source: string;
  readonly page: PageRequest;
}

export interface Paragraph {
  readonly source: string;
  /** From 1. */
  readonly number: number;
}

/** Why rival statements differ. */
export type DisagreementKind =
  | 'contradiction'
  | 'different-dates'
  | 'different-scope'
  | 'change-of-holder';

export interface DisagreementsRequest {
  readonly about?: readonly string[];
  readonly properties?: readonly string[];
  readonly kinds?: readonly DisagreementKind[];
  /** Only those in which one of these statements is a rival, by id. */
  readonly statements?: readonly string[];
  /** Only those about one of these entities, or with a rival that has one of them as subject or value. */
  readonly involving?: readonly string[];
  /** Then only such as two or more rivals that differ hold at that date; each is still told whole. */
  readonly asOf?: string;
  readonly page: PageRequest;
}

export interface Disagreement {
  /** A hash of its kind, what it is about, its property and the ids of its statements. */
  readonly id: string;
  readonly kind: DisagreementKind;
  /** What the statements disagree about: their subject, the metric of a figure, or the office of its holders. */
  readonly about: Entity;
  readonly property: string;
  readonly statements: readonly Statement[];
  /** Why it was so classed. */
  readonly reason: Localized;
}
