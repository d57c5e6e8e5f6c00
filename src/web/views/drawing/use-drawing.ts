import { keepPreviousData, useQueries, useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { type Drawing, joinDrawings } from '../../../pieces/drawing/drawing.ts';
import { language, view } from '../../state/explorer.ts';
import { type Asked, GREATEST_AROUND, partQuery } from './part.ts';

/** How much of what is joined to one entity is drawn when it is expanded. */
const GREATEST_EXPANSION = 200;

export interface ShownDrawing {
  /** What is laid out: it stays while the date changes and more is added. */
  readonly base: Drawing;
  /** All that may be drawn: that, and what was expanded. */
  readonly whole: Drawing;
  /** The ids of the entities and statements that are there as of the date; all are where none is set. */
  readonly present: ReadonlySet<string> | undefined;
  readonly total: number | undefined;
  readonly isCut: boolean;
}

/** What the address asks to be drawn. While it changes, what was drawn before stays. */
export function useDrawing() {
  const { around, depth, limit, asOf, expanded } = view.value;
  const lang = language.value;
  const asked: Asked = { around, depth, limit, asOf: undefined };
  const base = useQuery({ ...partQuery(asked, lang), placeholderData: keepPreviousData });
  const isDated = asOf !== undefined;
  const dated = useQuery({
    ...partQuery({ ...asked, asOf }, lang, isDated),
    placeholderData: keepPreviousData,
  });
  const extras = useQueries({
    queries: expanded.flatMap((id) => {
      const extra = { around: [id], depth: 1, limit: GREATEST_EXPANSION, asOf: undefined };
      return [partQuery(extra, lang), partQuery({ ...extra, asOf }, lang, isDated)];
    }),
  });
  const basePart = base.data;
  const datedPart = isDated ? dated.data : undefined;
  const [added, addedThen] = [0, 1].map((odd) =>
    extras.flatMap(({ data }, index) => (index % 2 === odd && data ? data.drawing : [])),
  ) as [Drawing[], Drawing[]];
  const parts = [basePart, datedPart, ...added, ...addedThen];
  const shown = useMemo((): ShownDrawing | undefined => {
    if (basePart === undefined || (isDated && datedPart === undefined)) return undefined;
    const then = datedPart === undefined ? [] : [datedPart.drawing, ...addedThen];
    const present = isDated
      ? new Set(then.flatMap(({ ids, edges }) => [...ids, ...edges.ids]))
      : undefined;
    return {
      base: basePart.drawing,
      whole: joinDrawings([basePart.drawing, ...added, ...then]),
      present,
      total: (datedPart ?? basePart).total,
      isCut: (datedPart ?? basePart).isCut,
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the parts are all that the lists hold
  }, parts);
  const failed = [base, ...(isDated ? [dated] : []), ...extras].find(({ error }) => error !== null);
  return {
    shown,
    /** The question behind it. */
    question: {
      operation: around.length === 0 ? 'Drawing' : 'DrawingAround',
      variables: {
        ...(around.length === 0
          ? { limit }
          : { ids: around, depth, limit: Math.min(limit, GREATEST_AROUND) }),
        ...(isDated && { asOf }),
      },
    },
    isFetching:
      base.isFetching || (isDated && dated.isFetching) || extras.some((one) => one.isFetching),
    failed,
  };
}
