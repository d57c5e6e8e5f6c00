import type { Citation } from '../ontology/model.ts';
import { compareText } from '../util/compare.ts';

/** Citations of one paragraph are one where the same voice speaks and the same was concluded. */
const sameClaim = (a: Citation, b: Citation): boolean =>
  a.source === b.source &&
  a.paragraph === b.paragraph &&
  a.attributedTo === b.attributedTo &&
  a.inferred?.vi === b.inferred?.vi &&
  a.inferred?.en === b.inferred?.en;

const claim = ({ inferred, attributedTo }: Citation): string =>
  JSON.stringify([attributedTo ?? '', inferred?.vi ?? '', inferred?.en ?? '']);

/** By source, then paragraph; the rest only makes the order independent of where the citations came from. */
const compare = (a: Citation, b: Citation): number =>
  compareText(a.source, b.source) ||
  a.paragraph - b.paragraph ||
  compareText(claim(a), claim(b)) ||
  compareText(JSON.stringify(a.evidence), JSON.stringify(b.evidence));

/** Sorts citations and joins the evidence of those that make the same claim. */
export function mergeCitations(citations: readonly Citation[]): readonly Citation[] {
  if (citations.length === 1) return citations;
  const merged: Citation[] = [];
  for (const citation of citations.toSorted(compare)) {
    const last = merged.at(-1);
    if (last && sameClaim(last, citation)) {
      const evidence = [...new Set([...last.evidence, ...citation.evidence])];
      merged[merged.length - 1] = { ...last, evidence };
    } else merged.push(citation);
  }
  return merged;
}
