/** What may be taken for the end of a name: a comma, or "and" in either language. */
const LIKE_AN_END = /,| và | and /;

/** What stands between the names of a list: a comma, unless a name has such a thing in it; then a semicolon. */
export const betweenNames = (names: readonly string[]): ',' | ';' =>
  names.some((name) => LIKE_AN_END.test(name)) ? ';' : ',';
