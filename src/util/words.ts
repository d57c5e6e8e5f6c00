const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** The words of a text in order: its runs of letters, digits and their marks. Marks by themselves, as in `❤️`, are none. */
export function words(text: string): string[] {
  return text.match(WORD) ?? [];
}
