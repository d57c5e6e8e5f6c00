import type { Dataset } from '../../data/dataset.ts';
import { type Postings, postings } from '../postings.ts';
import type { SourceIndex } from './by-source.ts';

/** The statements that cite each source, told apart by whether they cite another too. Sources as in `SourceIndex`. */
export interface SoleSourceIndex {
  readonly alone: Postings;
  readonly shared: Postings;
}

export function bySoleSource(
  { statements }: Dataset,
  { sources, statements: citing }: SourceIndex,
): SoleSourceIndex {
  const those = (alone: boolean): Postings =>
    postings(sources.size, (add) => {
      for (let source = 0; source < sources.size; source += 1) {
        const id = sources.name(source);
        for (const statement of citing.of(source)) {
          const { citations } = statements[statement]!;
          if (citations.every((citation) => citation.source === id) === alone)
            add(source, statement);
        }
      }
    });
  return { alone: those(true), shared: those(false) };
}
