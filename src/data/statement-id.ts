import type { Value } from '../ontology/model.ts';
import { compareText } from '../util/compare.ts';
import { sha256 } from '../util/hash.ts';

/**
 * The id of a statement: the first 20 hexadecimal digits (80 bits) of the SHA-256 of its content, so that whoever
 * says the same gets the same id. Qualifiers count whatever their order.
 */
export function statementId(
  subject: string,
  property: string,
  value: Value,
  qualifiers: Readonly<Record<string, Value>>,
): string {
  const sorted = Object.entries(qualifiers).sort(([a], [b]) => compareText(a, b));
  return sha256(JSON.stringify([subject, property, value, sorted])).slice(0, 20);
}
