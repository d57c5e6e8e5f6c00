/** Commas part the items of a list, so one within an item has a backslash before it, and so has a backslash. */
export const writeList = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll(/[\\,]/g, '\\$&')).join(',');

/** Reads what `writeList` wrote; items that are empty are none. */
export const readList = (text: string): readonly string[] =>
  (text.match(/(?:\\[\s\S]|[^\\,])+/g) ?? []).map((item) => item.replaceAll(/\\([\s\S])/g, '$1'));
