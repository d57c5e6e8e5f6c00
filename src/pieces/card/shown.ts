import type { SourceReference } from '../piece.ts';
import type { Card, EntityCard } from './answer.ts';
import type { Group } from './groups.ts';

/** The groups that a card shows: as many statements as it was asked for. */
export function shownGroups({ groups, limit }: EntityCard): readonly Group[] {
  let left = limit;
  return groups.flatMap((group) => {
    const statements = group.statements.slice(0, left);
    left -= statements.length;
    return statements.length === 0 ? [] : [{ ...group, statements }];
  });
}

/** How many statements there are that a card would show if it could. */
export const countOf = ({ groups }: EntityCard): number =>
  groups.reduce((sum, { count }) => sum + count, 0);

/** The articles that a card rests on, each once. */
export function sourcesOf(card: Card | undefined): readonly SourceReference[] {
  if (card === undefined) return [];
  if (card.type === 'entity') {
    return card.sources.map(({ key, label }) => ({ id: key, name: label }));
  }
  const { citations, disagreements } = card.statement;
  const rivals = disagreements.flatMap(({ statements }) => statements);
  const all = [...citations, ...rivals.flatMap((rival) => rival.citations)];
  return [...new Map(all.map(({ source }) => [source.id, source])).values()].map(
    ({ id, name }) => ({ id, name }),
  );
}
