import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/preact-query';
import type { Piece } from '../../pieces/piece.ts';
import { defaultSettings, type Settings } from '../../pieces/settings.ts';
import { askIn, queryClient } from '../state/questions.ts';
import { useAhead } from '../time/ahead.ts';

function pieceQuery<Answer>(piece: Piece<Answer>, settings: Settings) {
  return {
    // Only what a piece reads bears on its answer; the room that it has does not.
    queryKey: [piece.name, { ...settings, width: 0, height: 0, theme: 'auto' }],
    queryFn: () => piece.load(askIn(settings.lang), settings),
  };
}

/** The answer that a piece shows; asked for once its settings are known, and ahead of the dates that are played. */
export function useMaybePiece<Answer>(
  piece: Piece<Answer>,
  settings: Settings | undefined,
): UseQueryResult<Answer> {
  useAhead((date) => {
    if (settings === undefined) return;
    const { asOf: _asOf, ...others } = settings;
    const ahead = { ...others, ...(date !== undefined && { asOf: date }) };
    void queryClient.prefetchQuery(pieceQuery(piece, ahead));
  });
  return useQuery({
    ...pieceQuery(piece, settings ?? defaultSettings),
    enabled: settings !== undefined,
    placeholderData: keepPreviousData,
  });
}
