import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Drawing, numbersOf, type Positions } from '../../../pieces/drawing/drawing.ts';
import { layOutBeside, layOutRoughly } from '../../../pieces/drawing/layout.ts';
import { layOutApart } from '../../../viewer/lay-out.ts';
import { type Pin, readPin } from './pins.ts';

/** What was laid out stays so while the page is open: coming back to the view costs nothing. */
const known = new WeakMap<Drawing, Positions>();

export interface Layout {
  /** The drawing that the positions are of: while another is laid out, the one before. */
  readonly drawing: Drawing;
  readonly positions: Positions;
  /** Unset while these are where nodes begin, and the work goes on. */
  readonly isFinal: boolean;
}

/** Drawings up to this size are seen at once, and move to their places when these are known. */
const SEEN_AT_ONCE = 2_000;

/** Lays a drawing out in a thread of its own; tells how far it is, from 0 to 1, and why it could not. */
export function useLayout(drawing: Drawing | undefined): {
  readonly layout: Layout | undefined;
  readonly done: number;
  readonly error: Error | undefined;
  readonly retry: () => void;
} {
  const [layout, setLayout] = useState<Layout>();
  const [done, setDone] = useState(0);
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is one more
  useEffect(() => {
    if (drawing === undefined) return;
    setError(undefined);
    setDone(0);
    const before = known.get(drawing);
    if (before !== undefined) {
      setLayout({ drawing, positions: before, isFinal: true });
      return;
    }
    if (drawing.ids.length <= SEEN_AT_ONCE) {
      setLayout({ drawing, positions: layOutRoughly(drawing), isFinal: false });
    }
    const ending = new AbortController();
    layOutApart(drawing, { progress: setDone, signal: ending.signal }).then(
      (positions) => {
        known.set(drawing, positions);
        setLayout({ drawing, positions, isFinal: true });
      },
      (reason: unknown) => {
        if (!ending.signal.aborted) setError(reason as Error);
      },
    );
    return () => ending.abort();
  }, [drawing, attempt]);
  return { layout, done, error, retry: () => setAttempt((before) => before + 1) };
}

/** Where all that is drawn lies: as it was laid out, what was added beside its neighbors, what is pinned where it was put. */
export function usePlaces(
  whole: Drawing | undefined,
  layout: Layout | undefined,
  pinned: readonly string[],
): Positions | undefined {
  return useMemo(() => {
    if (whole === undefined || layout === undefined) return undefined;
    const numbers = numbersOf(layout.drawing);
    const positions = whole.ids.every((id, number) => numbers.get(id) === number)
      ? layout.positions
      : layOutBeside(whole, (id) => {
          const number = numbers.get(id);
          if (number === undefined) return undefined;
          return { x: layout.positions.xs[number]!, y: layout.positions.ys[number]! };
        });
    return withPins(whole, positions, pinned.map(readPin));
  }, [whole, layout, pinned]);
}

function withPins(drawing: Drawing, positions: Positions, pins: readonly Pin[]): Positions {
  const placed = pins.filter(({ place }) => place !== undefined);
  if (placed.length === 0) return positions;
  const numbers = numbersOf(drawing);
  const [xs, ys] = [positions.xs.slice(), positions.ys.slice()];
  for (const { id, place } of placed) {
    const number = numbers.get(id);
    if (number !== undefined) [xs[number], ys[number]] = [place!.x, place!.y];
  }
  return { xs, ys };
}
