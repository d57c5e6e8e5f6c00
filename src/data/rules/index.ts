import type { Rule } from '../rule.ts';
import { addresses } from './addresses.ts';
import { allowedQualifiers } from './allowed-qualifiers.ts';
import { attributes } from './attributes.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { canonicalForm } from './canonical-form.ts';
import { citations } from './citations.ts';
import { countryCodes } from './country-codes.ts';
import { dates } from './dates.ts';
import { formerIds } from './former-ids.ts';
import { idForm } from './id-form.ts';
import { idPlace } from './id-place.ts';
import { knownNames } from './known-names.ts';
import { letterEth } from './letter-eth.ts';
import { lineEnds } from './line-ends.ts';
import { normalForm } from './normal-form.ts';
import { orderOfDates } from './order-of-dates.ts';
import { paragraphs } from './paragraphs.ts';
import { plainBooleans } from './plain-booleans.ts';
import { ranks } from './ranks.ts';
import { references } from './references.ts';
import { relationEnds } from './relation-ends.ts';
import { repeatedStatements } from './repeated-statements.ts';
import { uniqueIds } from './unique-ids.ts';
import { uniqueNames } from './unique-names.ts';
import { vocabularies } from './vocabularies.ts';

/**
 * All rules that data is held to, in the order in which they look at a thing: files, texts, entities, statements.
 * What cannot be read at all (syntax, the shape of a record) is reported by the readers before any rule sees it.
 */
export const rules: readonly Rule[] = [
  byteOrderMark,
  lineEnds,
  canonicalForm,
  plainBooleans,
  normalForm,
  letterEth,
  idForm,
  idPlace,
  uniqueIds,
  formerIds,
  uniqueNames,
  attributes,
  countryCodes,
  knownNames,
  allowedQualifiers,
  references,
  relationEnds,
  vocabularies,
  dates,
  orderOfDates,
  addresses,
  citations,
  paragraphs,
  ranks,
  repeatedStatements,
];
