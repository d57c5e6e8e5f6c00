import type { Statement } from '../../ontology/model.ts';
import type { Span } from './mentions/mention.ts';

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const joinsBefore = /(?:[\p{L}\p{M}\p{N}]|\p{N}[.,])$/u;
const joinsAfter = /^(?:[\p{L}\p{M}\p{N}]|[.,]\p{N})/u;

/**
 * Where a term occurs in a paragraph, exactly as printed; overlapping occurrences are all given.
 * Only runs of white space equal one another (a no-break space is a space). An occurrence does not begin or
 * end inside a word or a number: `5` is not found in `45`, nor `1` in `1.250`. A blank term occurs nowhere.
 */
export function occurrences(term: string, paragraph: string): Span[] {
  const words = term.split(/\s+/).filter((word) => word !== '');
  const spans: Span[] = [];
  if (words.length === 0) return spans;
  const pattern = new RegExp(words.map(escaped).join('\\s+'), 'gu');
  for (let match = pattern.exec(paragraph); match; match = pattern.exec(paragraph)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (standsFree(paragraph, span)) spans.push(span);
    // On by one code point, not by the whole match, so that overlapping occurrences are seen.
    pattern.lastIndex = match.index + ((paragraph.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1);
  }
  return spans;
}

/** Whether neither end of the span cuts a word or a number in two. */
function standsFree(text: string, { start, end }: Span): boolean {
  const part = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const opensInWord = /^\p{N}/u.test(part)
    ? joinsBefore.test(before)
    : /^[\p{L}\p{M}]/u.test(part) && /[\p{L}\p{M}\p{N}]$/u.test(before);
  const closesInWord = /\p{N}$/u.test(part)
    ? joinsAfter.test(after)
    : /[\p{L}\p{M}]$/u.test(part) && /^[\p{L}\p{M}\p{N}]/u.test(after);
  return !opensInWord && !closesInWord;
}

/** What the statements say of one paragraph. */
export interface CitedParagraph {
  /** The evidence terms of all citations of the paragraph, each once. */
  readonly terms: Set<string>;
  /** The properties of the statements that cite it. */
  readonly properties: Set<string>;
}

/** Evidence by the id of the source, then by paragraph. */
export type EvidenceIndex = ReadonlyMap<string, ReadonlyMap<number, CitedParagraph>>;

/** Gathers the evidence of all statements in one pass. */
export function indexEvidence(statements: readonly Statement[]): EvidenceIndex {
  const index = new Map<string, Map<number, CitedParagraph>>();
  for (const { property, citations } of statements) {
    for (const { source, paragraph, evidence } of citations) {
      const paragraphs = index.get(source) ?? new Map<number, CitedParagraph>();
      index.set(source, paragraphs);
      const cited = paragraphs.get(paragraph) ?? { terms: new Set(), properties: new Set() };
      paragraphs.set(paragraph, cited);
      cited.properties.add(property);
      for (const term of evidence) cited.terms.add(term);
    }
  }
  return index;
}
