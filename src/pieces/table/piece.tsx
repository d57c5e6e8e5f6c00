import type { Piece } from '../piece.ts';
import type { Settings } from '../settings.ts';
import { TableBody } from './body.tsx';
import { loadTable, type TableAnswer } from './load.ts';
import { TablePicture } from './picture.tsx';
import { words } from './words.ts';

/** By the kinds or the words that were asked for; else of entities in general. */
function titleOf({ kinds }: TableAnswer, { kinds: asked, query, lang }: Settings): string {
  const labels = asked.map((kind) => kinds.get(kind) ?? kind);
  const what = labels.length > 0 ? labels.join(', ') : words[lang].title;
  return query === '' ? what : `${what}: “${query}”`;
}

export const table: Piece<TableAnswer> = {
  name: 'table',
  reads: ['entity', 'as-of', 'from', 'to', 'kinds', 'properties', 'levels', 'limit', 'query'],
  load: loadTable,
  title: titleOf,
  Body: TableBody,
  picture: (answer, settings) => (
    <TablePicture answer={answer} settings={settings} title={titleOf(answer, settings)} />
  ),
  sources: ({ sources }) => sources,
  isEmpty: ({ rows }) => rows.length === 0,
  cut: ({ rows, total }) => (rows.length < total ? { shown: rows.length, of: total } : undefined),
};
