import type { Localized, Statement } from '../../ontology/model.ts';
import type { Numbering } from '../numbering.ts';

export const DISAGREEMENT_KINDS = [
  'contradiction',
  'different-dates',
  'different-scope',
  'change-of-holder',
] as const;

export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number];

/** Statements that cannot all be the one value of their property, or that look so until time or scope is seen. */
export interface Disagreement {
  /** A hash of its kind, what it is about, and the ids of its statements. */
  readonly id: string;
  readonly kind: DisagreementKind;
  /** The node of what the statements disagree about: their subject, the metric of a figure, the office of holders. */
  readonly about: number;
  readonly property: string;
  /** In the order of the dataset. */
  readonly statements: readonly Statement[];
  readonly reason: Localized;
}

/** Every disagreement of a graph: by the name of what it is about, then property, kind and statements. */
export interface Disagreements {
  readonly all: readonly Disagreement[];
  /** Places in `all` by id. */
  readonly ids: Numbering;
  /** Places in `all`, ascending, by the number of a statement that is a rival there. */
  readonly byStatement: ReadonlyMap<number, readonly number[]>;
}
