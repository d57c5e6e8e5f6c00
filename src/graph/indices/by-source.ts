import type { Dataset } from '../../data/dataset.ts';
import { STRETCH } from '../../util/gradual.ts';
import { type Numbering, numbering } from '../numbering.ts';
import { type Postings, postings } from '../postings.ts';

export interface SourceIndex {
  readonly sources: Numbering;
  /** The statements that cite each source. */
  readonly statements: Postings;
  /** The statements that cite a paragraph of a source. */
  inParagraph(source: number, paragraph: number): Uint32Array;
}

/** Yields now and then. */
export function* bySource({ entities, statements }: Dataset): Generator<void, SourceIndex> {
  const ids = entities.filter(({ kind }) => kind === 'source').map(({ id }) => id);
  const sources = numbering(ids);

  /** Of each citation in turn: the statement, the source, the paragraph. */
  const citing: number[] = [];
  const cited: number[] = [];
  const paragraphs: number[] = [];
  // Paragraph `p` of source `s` is bucket `starts[s] + p - 1`.
  const starts = new Uint32Array(sources.size + 1);
  for (const [number, { citations }] of statements.entries()) {
    if (number % STRETCH === 0) yield;
    for (const { source: id, paragraph } of citations) {
      const source = sources.number(id)!;
      citing.push(number);
      cited.push(source);
      paragraphs.push(paragraph);
      starts[source + 1] = Math.max(starts[source + 1]!, paragraph);
    }
  }
  for (let source = 0; source < sources.size; source += 1) starts[source + 1]! += starts[source]!;

  /** The statements in each bucket, once only one that is cited from the same bucket twice. */
  const statementsIn = (buckets: number, bucketOf: (citation: number) => number): Postings =>
    postings(buckets, (add) => {
      const last = new Int32Array(buckets).fill(-1);
      for (const [citation, statement] of citing.entries()) {
        const bucket = bucketOf(citation);
        if (last[bucket] !== statement) add(bucket, statement);
        last[bucket] = statement;
      }
    });
  yield;
  const bySource = statementsIn(sources.size, (citation) => cited[citation]!);
  yield;
  const byParagraph = statementsIn(
    starts[sources.size]!,
    (citation) => starts[cited[citation]!]! + paragraphs[citation]! - 1,
  );

  return {
    sources,
    statements: bySource,
    inParagraph(source, paragraph) {
      const bucket = starts[source]! + paragraph - 1;
      const isCited = Number.isInteger(paragraph) && paragraph >= 1 && bucket < starts[source + 1]!;
      return isCited ? byParagraph.of(bucket) : new Uint32Array(0);
    },
  };
}
