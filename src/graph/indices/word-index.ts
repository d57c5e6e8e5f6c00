import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';

/** For each field that has a term, how often each document has it there. */
type TermData = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** An inverted index that can be asked of some documents only; its documents are node numbers. */
export class WordIndex extends MiniSearch<number> {
  /**
   * The same as a search from which all other documents are left out afterwards, but a word that very many have costs no
   * more than the documents asked of.
   */
  searchAmong(
    nodes: Pick<ReadonlyMap<number, unknown>, 'keys' | 'size'>,
    query: Query,
    options: SearchOptions,
  ): SearchResult[] {
    const whole = this._index;
    const documents = new Set<number>();
    for (const node of nodes.keys()) documents.add(this._idToShortId.get(node)!);
    const some = (data: TermData | undefined): TermData | undefined =>
      data && new Map(Array.from(data, ([field, counts]) => [field, among(counts, documents)]));
    // What of the index a search reads: a term, those that begin so, and those that are like it.
    this._index = {
      get: (term: string) => some(whole.get(term)),
      *atPrefix(prefix: string) {
        for (const [term, data] of whole.atPrefix(prefix)) yield [term, some(data)];
      },
      fuzzyGet: (term: string, distance: number) =>
        new Map(
          Array.from(whole.fuzzyGet(term, distance), ([like, [data, away]]) => [
            like,
            [some(data), away],
          ]),
        ),
    } as unknown as typeof whole;
    try {
      return this.search(query, options);
    } finally {
      this._index = whole;
    }
  }
}

/** The counts as if none but the documents were there, though their `size` is still that of all, which weighs the term. */
function among(
  counts: ReadonlyMap<number, number>,
  documents: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const areFewer = documents.size < counts.size;
  return {
    size: counts.size,
    get: (document: number) => counts.get(document),
    *keys() {
      for (const document of areFewer ? documents : counts.keys()) {
        if ((areFewer ? counts : documents).has(document)) yield document;
      }
    },
  } as ReadonlyMap<number, number>;
}
