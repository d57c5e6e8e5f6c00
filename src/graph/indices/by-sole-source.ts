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
  const isAlone = Uint8Array.from(statements, ({ citations }) => {
    const source = citations[0]?.source;
    return citations.every((citation) => citation.source === source) ? 1 : 0;
  });
  const those = (alone: boolean): Postings =>
    postings(sources.size, (add) => {
      for (let source = 0; source < sources.size; source += 1) {
        for (const statement of citing.of(source)) {
          if ((isAlone[statement] === 1) === alone) add(source, statement);
        }
      }
    });
  return { alone: those(true), shared: those(false) };
}
