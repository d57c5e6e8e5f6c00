import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { Piece } from '../../pieces/piece.ts';
import { defaultSettings, type Settings } from '../../pieces/settings.ts';
import { askIn } from '../state/questions.ts';

/** Only what a piece reads bears on its answer; the room that it has does not. */
export const pieceKey = <Answer>(piece: Piece<Answer>, settings: Settings | undefined) => [
  piece.name,
  settings && { ...settings, width: 0, height: 0, theme: 'auto' },
];

/** The answer that a piece shows; asked for once its settings are known. */
export function useMaybePiece<Answer>(
  piece: Piece<Answer>,
  settings: Settings | undefined,
): UseQueryResult<Answer> {
  return useQuery({
    queryKey: pieceKey(piece, settings),
    queryFn: () =>
      piece.load(askIn((settings ?? defaultSettings).lang), settings ?? defaultSettings),
    enabled: settings !== undefined,
    placeholderData: keepPreviousData,
  });
}
