/** The text in so many characters at most: of a longer one the start and the end, and how much lies between. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2) - 20;
  // Half of a character beyond the basic plane is none.
  const start = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
  const end = text.slice(-half).replace(/^[\udc00-\udfff]/, '');
  return `${start} … (${text.length - start.length - end.length} characters) … ${end}`;
}
