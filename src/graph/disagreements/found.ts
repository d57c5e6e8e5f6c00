import type { Property } from '../../ontology/model.ts';
import type { DisagreementKind } from './model.ts';
import type { Said } from './reason.ts';

/** A disagreement as a finder hands it over: all but the words. */
export interface Found {
  readonly kind: DisagreementKind;
  /** The node that it is about. */
  readonly about: number;
  readonly property: Property;
  readonly rivals: readonly { readonly statement: number; readonly said: Said }[];
}
