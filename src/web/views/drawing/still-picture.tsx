import { useMemo } from 'preact/hooks';
import { Body } from '../../../pieces/drawing/body.tsx';
import { type Drawing, partOf } from '../../../pieces/drawing/drawing.ts';
import { formatNumber, type Language } from '../../../pieces/language.ts';
import { defaultSettings } from '../../../pieces/settings.ts';
import type { Shown } from '../../../viewer/graph-viewer.ts';
import { select } from './actions.ts';

/** The most that a picture that does not move can show and still be read. */
const STILL_NODES = 150;

/** What is seen, as a picture in which entities can be chosen, for browsers without WebGL. */
export function StillPicture({
  drawing,
  isShown,
  selected,
  title,
  lang,
}: {
  readonly drawing: Drawing;
  readonly isShown: Shown;
  readonly selected: string | undefined;
  readonly title: string;
  readonly lang: Language;
}) {
  const part = useMemo(() => {
    const numbers = drawing.ids.map((_id, number) => number).filter(isShown.node);
    const first = new Set(
      numbers.sort((a, b) => drawing.degrees[b]! - drawing.degrees[a]!).slice(0, STILL_NODES),
    );
    return { drawing: partOf(drawing, (number) => first.has(number)), of: numbers.length };
  }, [drawing, isShown]);
  const answer = useMemo(
    () => ({
      drawing: part.drawing,
      title,
      centre: [],
      tellings: new Map<string, string>(),
      sources: [],
      cut: undefined,
      note:
        part.of > part.drawing.ids.length
          ? `${formatNumber(part.drawing.ids.length, lang)} / ${formatNumber(part.of, lang)}`
          : undefined,
    }),
    [part, title, lang],
  );
  const settings = useMemo(() => ({ ...defaultSettings, lang, width: 960, height: 640 }), [lang]);
  return <Body answer={answer} settings={settings} selected={selected} select={select} />;
}
