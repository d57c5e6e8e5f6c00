import { fold } from '../../util/fold.ts';
import { words as split } from '../../util/words.ts';
import { TEXT_FIELDS } from '../indices/entity-texts.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { beginsWithMarks, GRADES, type WordsSought } from './search-grades.ts';
import type { SearchMatch } from './search-matches.ts';

/** How a match answers a query, for people and programs: see `MatchGrade` of the port. */
export type ToldGrade =
  | 'exact'
  | 'beginning'
  | 'words'
  | 'named'
  | 'prefix'
  | 'other-marks'
  | 'typo'
  | 'some';

/** Found out only for the matches that are shown: of the marks of all that a search finds nobody asks. */
export function toldGrade(
  graph: KnowledgeGraph,
  sought: WordsSought,
  { node, grade, hasAll, field, terms }: SearchMatch,
): ToldGrade {
  if (!hasAll) return grade === GRADES.named ? 'named' : 'some';
  const { texts } = graph.text();
  const inField = field === 'code' ? [] : texts(node, field);
  /** What is told where the marks that are typed stand in a text as well. */
  const ifMarked = (told: ToldGrade, within: readonly string[]): ToldGrade =>
    within.some((text) => beginsWithMarks(sought, text)) ? told : 'other-marks';
  switch (grade) {
    case GRADES.markedWhole:
      return 'exact';
    case GRADES.foldedWhole:
      return ifMarked('exact', inField);
    case GRADES.begun:
      return 'beginning';
    case GRADES.markedWords:
      return 'words';
    case GRADES.foldedWords:
      return ifMarked('words', inField);
    case GRADES.markedPrefix:
    case GRADES.prefix:
      return ifMarked('prefix', inField);
    case GRADES.near: {
      // What is not typed to the end may also be a letter away.
      const names = inField.map((text) => scattered(sought.words, split(fold(text))));
      return names.includes('prefix') ? ifMarked('prefix', inField) : 'typo';
    }
    default: {
      // A name in the midst of other words, or words scattered over the texts.
      const told = scattered(sought.words, terms);
      if (told !== 'typo') {
        const all = TEXT_FIELDS.flatMap((one) => texts(node, one)).join(' ');
        if (beginsWithMarks(sought, all)) return told;
      }
      if (grade === GRADES.named) return 'named';
      return told === 'typo' ? 'typo' : 'other-marks';
    }
  }
}

/** How words answer a query wherever they stand. */
function scattered(sought: readonly string[], terms: readonly string[]): ToldGrade {
  if (sought.every((word) => terms.includes(word))) return 'words';
  return sought.every((word) => terms.some((term) => term.startsWith(word))) ? 'prefix' : 'typo';
}

/**
 * The texts of an entity that a match stands on, the most telling first: those that have the most of its
 * words, and those that have a word no text before them has.
 */
export function matchedTexts(graph: KnowledgeGraph, { node, field, terms }: SearchMatch): string[] {
  const { texts, words } = graph.text();
  if (field === 'code') {
    const { codes } = graph.dataset.entities[node]!;
    return Object.values(codes!).filter((code) => terms.includes(fold(code)));
  }
  const matched = new Set(terms.map(words.folded));
  const counted = TEXT_FIELDS.flatMap((field) => {
    const numbers = words.texts(node, field);
    return texts(node, field).map((text, place) => {
      const inText = new Set(Array.from(numbers[place]!, (word) => words.foldedOf[word]!));
      return { text, found: [...matched].filter((term) => inText.has(term)) };
    });
  });
  const most = Math.max(1, ...counted.map(({ found }) => found.length));
  const told = new Set<number>();
  const chosen = counted.filter(({ found }) => {
    const tells = found.length === most || found.some((term) => !told.has(term));
    for (const term of found) told.add(term);
    return tells;
  });
  return [...new Set(chosen.map(({ text }) => text))];
}
