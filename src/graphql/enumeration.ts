/** The name in GraphQL of a word of the port: `one-at-a-time` is `ONE_AT_A_TIME`. */
export type EnumerationName<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${EnumerationName<Tail>}`
  : Uppercase<Word>;

export const toEnumeration = <Word extends string>(word: Word): EnumerationName<Word> =>
  word.toUpperCase().replaceAll('-', '_') as EnumerationName<Word>;

/** The word of the port that GraphQL names so. */
export const fromEnumeration = <Word extends string>(name: EnumerationName<Word>): Word =>
  name.toLowerCase().replaceAll('_', '-') as Word;
