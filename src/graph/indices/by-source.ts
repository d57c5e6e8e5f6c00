import type { Dataset } from '../../data/dataset.ts';
import { type Numbering, numbering } from '../numbering.ts';
import { type Postings, postings } from '../postings.ts';

export interface SourceIndex {
  readonly sources: Numbering;
  /** The statements that cite each source. */
  readonly statements: Postings;
  /** The statements that cite a paragraph of a source. */
  inParagraph(source: number, paragraph: number): Uint32Array;
}

export function bySource(dataset: Dataset): SourceIndex {
  const ids = dataset.entities.filter(({ kind }) => kind === 'source').map(({ id }) => id);
  const sources = numbering(ids);

  /** Calls `add` for each citation, but once only for a statement that cites the same bucket twice. */
  const citations = (
    buckets: number,
    bucketOf: (source: number, paragraph: number) => number,
    add: (bucket: number, statement: number) => void,
  ): void => {
    const last = new Int32Array(buckets).fill(-1);
    dataset.statements.forEach((statement, number) => {
      for (const { source, paragraph } of statement.citations) {
        const bucket = bucketOf(sources.number(source)!, paragraph);
        if (last[bucket] !== number) add(bucket, number);
        last[bucket] = number;
      }
    });
  };

  // Paragraph `p` of source `s` is bucket `starts[s] + p - 1`.
  const starts = new Uint32Array(sources.size + 1);
  for (const { citations: cited } of dataset.statements) {
    for (const { source, paragraph } of cited) {
      const next = sources.number(source)! + 1;
      starts[next] = Math.max(starts[next]!, paragraph);
    }
  }
  for (let source = 0; source < sources.size; source += 1) starts[source + 1]! += starts[source]!;
  const buckets = starts[sources.size]!;
  const paragraphs = postings(buckets, (add) => {
    citations(buckets, (source, paragraph) => starts[source]! + paragraph - 1, add);
  });

  return {
    sources,
    statements: postings(sources.size, (add) => {
      citations(sources.size, (source) => source, add);
    }),
    inParagraph(source, paragraph) {
      const bucket = starts[source]! + paragraph - 1;
      const isCited = Number.isInteger(paragraph) && paragraph >= 1 && bucket < starts[source + 1]!;
      return isCited ? paragraphs.of(bucket) : new Uint32Array(0);
    },
  };
}
