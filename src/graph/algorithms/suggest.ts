import { fold } from '../../util/fold.ts';
import { typedMarks } from '../../util/typed-marks.ts';
import { words } from '../../util/words.ts';
import type { Place } from '../indices/by-beginning.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';

/** A node that somebody may be typing the name of. */
export interface Suggested {
  readonly node: number;
  /** The name or alias. */
  readonly text: string;
}

interface Candidate {
  readonly node: number;
  readonly place: Place;
  /** How well the marks that are typed agree: see `typedMarks`. */
  readonly grade: number;
  /** Whether what is typed is the whole of the text. */
  readonly isAll: boolean;
  /** Whether the text begins so, and not only a word in it. */
  readonly isStart: boolean;
  /** Whether the text is short, as names of persons and countries are. */
  readonly isShort: boolean;
}

/** Words of a short text at most. */
const SHORT = 4;

/** Greater is better. */
const compare = (a: Candidate, b: Candidate): number =>
  a.grade - b.grade ||
  Number(a.isAll) - Number(b.isAll) ||
  Number(a.isStart) - Number(b.isStart) ||
  Number(a.isShort) - Number(b.isShort);

const ENDS_IN_WORD = /[\p{L}\p{N}]\p{M}*$/u;

/**
 * The nodes with a name or alias that begins as typed, or has a word that does: those whose marks agree best with the
 * typed ones first, then those of which a name or alias is just what is typed, then begins so, then those that are short (a
 * country before its partnerships), then the best connected, then by name. Of several texts of a node the one that
 * comes first in the same way, then the name before the aliases.
 */
export function suggest(
  graph: KnowledgeGraph,
  prefix: string,
  mayBe: (node: number) => boolean,
  limit: number,
): readonly Suggested[] {
  const typed = words(prefix);
  if (typed.length === 0) return [];
  const index = graph.beginnings();
  const graders = typed.map((word) => {
    const marks = typedMarks(word);
    const known = new Map<number, number>();
    return (number: number): number => {
      let found = known.get(number);
      if (found === undefined) {
        found = marks.of(index.writtenWords[number]!);
        known.set(number, found);
      }
      return found;
    };
  });

  const folded = typed.map(fold);
  const best = new Map<number, Candidate>();
  for (const place of index.between(folded, !ENDS_IN_WORD.test(prefix))) {
    const node = index.node(place);
    if (!mayBe(node)) continue;
    const grade = Math.min(
      ...graders.map((gradeOf, offset) => gradeOf(index.written[place + offset]!)),
    );
    const candidate = {
      node,
      place,
      grade,
      isAll: index.isAll(place, folded),
      isStart: index.isStart(place),
      isShort: index.length(place) <= SHORT,
    };
    const known = best.get(node);
    const better = known === undefined ? 1 : compare(candidate, known);
    // Places stand in the order of the texts of a node.
    if (better > 0 || (better === 0 && place < known!.place)) best.set(node, candidate);
  }
  const { rankOf } = graph.byDegree;
  return [...best.values()]
    .sort((a, b) => compare(b, a) || rankOf[a.node]! - rankOf[b.node]!)
    .slice(0, limit)
    .map(({ node, place }) => ({ node, text: index.text(place) }));
}
