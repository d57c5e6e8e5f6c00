import type { Ontology } from '../../ontology/model.ts';
import { compareText } from '../../util/compare.ts';

type Comparison = (a: unknown, b: unknown) => number;

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const text = (value: unknown, key: string): string => {
  const found = part(value, key);
  return typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
};

const paragraph = (citation: unknown): number => {
  const found = part(citation, 'paragraph');
  return typeof found === 'number' ? found : Number.POSITIVE_INFINITY;
};

/** Entities by id. */
export const compareEntities: Comparison = (a, b) => compareText(text(a, 'id'), text(b, 'id'));

/** Citations of the file's own source first, then by source and paragraph. */
export const compareCitations: Comparison = (a, b) =>
  compareText(text(a, 'source'), text(b, 'source')) || compareNumber(paragraph(a), paragraph(b));

// Infinity minus infinity is not a number.
const compareNumber = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Statements by the first paragraph of their own source that they cite, then subject, property, value and qualifiers. */
export function statementOrder(ontology: Ontology | null): Comparison {
  const properties = [...(ontology?.properties.keys() ?? [])];
  const rank = (statement: unknown): number => {
    const found = properties.indexOf(text(statement, 'property'));
    return found < 0 ? properties.length : found;
  };
  const first = (statement: unknown): number => {
    const citations = part(statement, 'citations');
    const own = Array.isArray(citations)
      ? citations.filter((citation) => part(citation, 'source') === undefined)
      : [];
    return own.reduce(
      (least: number, citation) => Math.min(least, paragraph(citation)),
      Number.POSITIVE_INFINITY,
    );
  };
  return (a, b) =>
    compareNumber(first(a), first(b)) ||
    compareText(text(a, 'subject'), text(b, 'subject')) ||
    rank(a) - rank(b) ||
    compareText(text(a, 'property'), text(b, 'property')) ||
    compareText(text(a, 'value'), text(b, 'value')) ||
    compareText(text(a, 'qualifiers'), text(b, 'qualifiers'));
}
