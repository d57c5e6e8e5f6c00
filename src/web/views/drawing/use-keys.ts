import { useState } from 'preact/hooks';
import type { Language } from '../../../client/index.ts';
import { relationCount } from '../../../pieces/drawing/words.ts';
import type { GraphViewer } from '../../../viewer/graph-viewer.ts';
import { select } from './actions.ts';
import type { EntityActions } from './chosen.tsx';

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

const nobody: Readonly<Record<Language, string>> = {
  vi: 'Không có thực thể liền kề ở phía đó.',
  en: 'No neighbor lies that way.',
};

interface KeysOptions {
  readonly viewer: GraphViewer | undefined;
  readonly selected: string | undefined;
  readonly language: Language;
  readonly actions: EntityActions;
  readonly kindLabel: (kind: string) => string;
  readonly propertyLabel: (property: string) => string;
}

/**
 * Walking the canvas by keys: arrows go from neighbor to neighbor, and what is reached is told; Enter selects, and letters act.
 * Answers what to do with a key, where the walker is, and what to tell those who do not see.
 */
export function useKeys({
  viewer,
  selected,
  language,
  actions,
  kindLabel,
  propertyLabel,
}: KeysOptions) {
  const [cursor, setCursor] = useState<string>();
  const [told, tell] = useState('');
  const here = cursor ?? selected;

  const describe = (id: string, from: string | undefined): string => {
    const { drawing, numbers, edgesAt, across } = bound(viewer!);
    const number = numbers.get(id)!;
    const before = from === undefined ? undefined : numbers.get(from);
    const edge =
      before === undefined
        ? undefined
        : edgesAt[number]!.find((each) => across(each, number) === before);
    const way =
      edge === undefined || before === undefined
        ? ''
        : ` ${drawing.names[drawing.edges.subjects[edge]!]} – ${propertyLabel(drawing.edges.properties[edge]!)} – ${drawing.names[drawing.edges.objects[edge]!]}.`;
    return `${drawing.names[number]}, ${kindLabel(drawing.kinds[number]!)}, ${relationCount(drawing.degrees[number]!, language)}.${way}`;
  };

  const visit = (id: string | undefined, from: string | undefined): void => {
    if (viewer === undefined || id === undefined) return;
    setCursor(id);
    viewer.hover(id);
    viewer.bringIntoView(id);
    tell(describe(id, from));
  };

  /** The walk begins at what is selected and seen, or else at what is best connected. */
  const start = (): string | undefined => {
    if (viewer === undefined) return undefined;
    const { model } = viewer;
    const isSeen = (id: string): boolean => model.shown[model.numbers.get(id) ?? -1] === 1;
    if (here !== undefined && isSeen(here)) return here;
    const first = model.order.find((number) => model.shown[number]);
    return first === undefined ? undefined : model.drawing.ids[first];
  };

  const letters: Readonly<Record<string, (id: string) => void>> = {
    Enter: select,
    ' ': select,
    e: actions.expand,
    f: actions.focus,
    h: (id) => {
      actions.hide(id);
      setCursor(undefined);
      viewer?.hover(undefined);
    },
    p: actions.togglePin,
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (viewer === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const arrow = arrows[event.key];
    const from = start();
    if (arrow !== undefined) {
      if (from === undefined) return;
      // The first key shows where the walk begins.
      if (here !== from) visit(from, undefined);
      else {
        const next = viewer.towards(from, arrow);
        if (next === undefined) tell(`${nobody[language]} ${describe(from, undefined)}`);
        else visit(next, from);
      }
    } else if (event.key === 'Home') {
      setCursor(undefined);
      const first = viewer.model.order.find((number) => viewer.model.shown[number]);
      visit(first === undefined ? undefined : viewer.model.drawing.ids[first], undefined);
    } else if (event.key === '+' || event.key === '=') viewer.zoom(1.5);
    else if (event.key === '-') viewer.zoom(1 / 1.5);
    else if (event.key === '0') viewer.fit();
    else if (event.key === 'Escape') {
      setCursor(undefined);
      viewer.hover(undefined);
      select(undefined);
    } else {
      const act = letters[event.key];
      if (act === undefined || from === undefined) return;
      act(from);
    }
    event.preventDefault();
  };

  /** The walk is over when the focus goes elsewhere. */
  const onBlur = (): void => {
    setCursor(undefined);
    viewer?.hover(undefined);
  };
  return { onKeyDown, onBlur, told, cursor };
}

const bound = ({ model }: GraphViewer) => ({
  drawing: model.drawing,
  numbers: model.numbers,
  edgesAt: model.edgesAt,
  across: (edge: number, node: number) => model.across(edge, node),
});
