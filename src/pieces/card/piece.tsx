import type { Piece } from '../piece.ts';
import { type Card, loadCard } from './answer.ts';
import { Body } from './body.tsx';
import { picture, titleOf } from './picture.tsx';
import { countOf, shownGroups, sourcesOf } from './shown.ts';
import { words } from './words.ts';

/** What is said of an entity, or one statement, with the citations of every line. */
export const card: Piece<Card | undefined> = {
  name: 'card',
  reads: ['entity', 'as-of', 'properties', 'limit'],
  load: loadCard,
  title: (answer, { lang }) => (answer === undefined ? words[lang].unknown : titleOf(answer, lang)),
  Body,
  picture,
  sources: sourcesOf,
  isEmpty: (answer) => answer === undefined,
  cut(answer) {
    if (answer?.type !== 'entity') return undefined;
    const of = countOf(answer);
    const shown = shownGroups(answer).reduce((sum, { statements }) => sum + statements.length, 0);
    return shown < of ? { shown, of } : undefined;
  },
};
