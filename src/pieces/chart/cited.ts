import type { CitationShown } from '../citations.tsx';
import type { SourceReference } from '../piece.ts';

/** A statement as the operations of charts ask for it, in their fragment `Evidenced`. */
export interface CitedStatement {
  readonly id: string;
  readonly text: string;
  readonly citations: readonly CitationShown[];
}

/** The articles that statements cite, each once, those that are cited most first. */
export function sourcesOf(statements: Iterable<CitedStatement>): readonly SourceReference[] {
  const counts = new Map<string, { source: SourceReference; count: number }>();
  for (const { citations } of statements) {
    for (const { source } of citations) {
      const counted = counts.get(source.id);
      if (counted === undefined) {
        counts.set(source.id, { source: { id: source.id, name: source.name }, count: 1 });
      } else counted.count++;
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ source }) => source);
}

/** The citations of several statements, each paragraph of an article once. */
export function citationsOf(statements: Iterable<CitedStatement>): readonly CitationShown[] {
  const citations = new Map<string, CitationShown>();
  for (const statement of statements) {
    for (const citation of statement.citations) {
      const key = `${citation.source.id} ${citation.paragraph}`;
      if (!citations.has(key)) citations.set(key, citation);
    }
  }
  return [...citations.values()];
}
