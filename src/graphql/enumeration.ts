/** The name in GraphQL of a word of the port: `one-at-a-time` is `ONE_AT_A_TIME`. */
export type EnumerationName<Word extends string> = Word extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${EnumerationName<Tail>}`
  : Uppercase<Word>;

/** Words of the port and names of GraphQL are few and come often. */
const names = new Map<string, string>();
const words = new Map<string, string>();

function remembered(known: Map<string, string>, text: string, make: () => string): string {
  let made = known.get(text);
  if (made === undefined) {
    made = make();
    known.set(text, made);
  }
  return made;
}

export const toEnumeration = <Word extends string>(word: Word): EnumerationName<Word> =>
  remembered(names, word, () => word.toUpperCase().replaceAll('-', '_')) as EnumerationName<Word>;

/** The word of the port that GraphQL names so. */
export const fromEnumeration = <Word extends string>(name: EnumerationName<Word>): Word =>
  remembered(words, name, () => name.toLowerCase().replaceAll('_', '-')) as Word;
