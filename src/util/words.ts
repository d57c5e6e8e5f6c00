const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}]+/u;

/** The words of a text: its runs of letters, digits and marks, in order. */
export function words(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== '');
}
