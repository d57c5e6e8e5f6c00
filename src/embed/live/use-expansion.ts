import { useMemo, useRef, useState } from 'preact/hooks';
import type { Ask } from '../../pieces/ask.ts';
import { type Drawing, joinDrawings } from '../../pieces/drawing/drawing.ts';
import { type GraphAnswer, graph } from '../../pieces/drawing/piece.tsx';
import type { Settings } from '../../pieces/settings.ts';
import { added, words } from './words.ts';

/** More would neither be read nor drawn well in a part of a page. */
const GREATEST = 600;

export interface Expansion {
  /** The answer, and what somebody asked for beside it. */
  readonly drawing: Drawing;
  /** What came of the last expansion, in words. */
  readonly outcome: string;
  readonly expand: (id: string) => void;
}

interface More {
  readonly to: GraphAnswer;
  readonly drawings: readonly Drawing[];
  readonly outcome: string;
}

/** Lets what is around entities of a drawing be added to it, until there is another answer. */
export function useExpansion(answer: GraphAnswer, settings: Settings, ask: Ask): Expansion {
  const [kept, keep] = useState<More>({ to: answer, drawings: [], outcome: '' });
  const more: More = kept.to === answer ? kept : { to: answer, drawings: [], outcome: '' };
  const latest = useRef(more);
  latest.current = more;
  const drawing = useMemo(
    () => joinDrawings([answer.drawing, ...more.drawings]),
    [answer, more.drawings],
  );

  const say = words[settings.lang];
  const expand = async (id: string): Promise<void> => {
    const finish = (outcome: string, drawings = latest.current.drawings): void => {
      if (latest.current.to === answer) keep({ to: answer, drawings, outcome });
    };
    if (drawing.ids.length >= GREATEST) return finish(say.full);
    try {
      const around = await graph.load(ask, { ...settings, entity: [id], depth: 1 });
      const known = new Set(drawing.ids);
      const count = around.drawing.ids.filter((each) => !known.has(each)).length;
      if (count === 0) return finish(say.nothingMore);
      finish(added(count, settings.lang), [...latest.current.drawings, around.drawing]);
    } catch {
      finish(say.failed);
    }
  };
  return { drawing, outcome: more.outcome, expand: (id) => void expand(id) };
}
