/** A part of a text, in UTF-16 code units: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a reader would want to see accounted for. */
export type MentionClass = 'number' | 'date' | 'name';

/** A number, a date or a proper name as it stands in a text. */
export interface Mention extends Span {
  readonly class: MentionClass;
}

/** Stands in a text for each character that an earlier finder has taken; it is neither letter, digit nor white space. */
export const taken = '\0';

/** Sets the spans out of the text, so that its length and all other places stay as they are. */
export function take(text: string, spans: readonly Span[]): string {
  let rest = '';
  let end = 0;
  for (const span of spans) {
    rest += text.slice(end, span.start) + taken.repeat(span.end - span.start);
    end = span.end;
  }
  return rest + text.slice(end);
}

/** The spans that a global pattern matches. */
export function matchSpans(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  })).filter(({ start, end }) => end > start);
}

/** Neither a letter nor a digit stands before, or after. */
export const wordStart = '(?<![\\p{L}\\p{M}\\p{N}])';
export const wordEnd = '(?![\\p{L}\\p{M}\\p{N}])';
