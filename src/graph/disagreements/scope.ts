import type { Statement, Value } from '../../ontology/model.ts';

/** Qualifiers that narrow a statement to a part of its subject. */
const NARROWING = ['scope', 'medium', 'role'] as const;

/** A value as a text that is equal for equal values. */
export function valueKey(value: Value): string {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'text':
      return value.text.vi.normalize('NFC').toLowerCase();
    case 'term':
      return value.term;
    default:
      return JSON.stringify(value);
  }
}

/** The scope of a statement by its qualifiers, as a text that is equal for equal scopes; empty for the whole. */
export function scopeOf({ qualifiers }: Statement): string {
  return NARROWING.flatMap((name) => {
    const value = qualifiers[name];
    return value === undefined ? [] : [`${name}=${valueKey(value)}`];
  }).join('&');
}
