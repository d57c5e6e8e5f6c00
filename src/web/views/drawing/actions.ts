import type { Point } from '../../../pieces/drawing/drawing.ts';
import { go, view } from '../../state/explorer.ts';
import { type Colouring, defaultView } from '../../state/view-state.ts';
import { readPin, writePin } from './pins.ts';

/** What can be done with the drawing. Each is a step of the address, so that Back undoes it. */

const without = (list: readonly string[], ...gone: readonly string[]): readonly string[] =>
  list.filter((item) => !gone.includes(item));

/** `item` comes into a list, or goes out of it where it is there. */
const toggled = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? without(list, item) : [...list, item];

export function select(id: string | undefined): void {
  if (view.value.selected !== id) go({ selected: id });
}

/** Draws what is joined to an entity; `neighbors` that were hidden are shown again. */
export function expand(id: string, neighbors: readonly string[]): void {
  const { expanded, hidden } = view.value;
  go({
    expanded: expanded.includes(id) ? expanded : [...expanded, id],
    hidden: without(hidden, ...neighbors),
  });
}

export function hide(id: string): void {
  const { hidden, selected, pinned } = view.value;
  go({
    hidden: [...without(hidden, id), id],
    pinned: pinned.filter((text) => readPin(text).id !== id),
    selected: selected === id ? undefined : selected,
  });
}

export const dropTrail = (): void => go({ trail: [] });

export const unhideAll = (): void => go({ hidden: [] });

export const isPinned = (id: string): boolean =>
  view.value.pinned.some((text) => readPin(text).id === id);

/** Fixes an entity where it is, or lets it go. */
export function togglePin(id: string, place: Point | undefined): void {
  const others = view.value.pinned.filter((text) => readPin(text).id !== id);
  if (isPinned(id)) go({ pinned: others });
  else go({ pinned: [...others, writePin(place === undefined ? { id } : { id, place })] });
}

/** Fixes an entity where somebody put it. */
export function moveTo(id: string, place: Point): void {
  const others = view.value.pinned.filter((text) => readPin(text).id !== id);
  go({ pinned: [...others, writePin({ id, place })] });
}

/** Shows nothing but an entity and what is around it. */
export const focus = (id: string): void =>
  go({ around: [id], expanded: [], hidden: without(view.value.hidden, id), selected: id });

export const showWhole = (): void => go({ around: [], depth: defaultView.depth, expanded: [] });

export const setDepth = (depth: number): void => go({ depth });

export const setLimit = (limit: number): void => go({ limit });

export const setColouring = (colour: Colouring): void => go({ colour });

/** Shows some kinds or leaves them out, all of them at once. */
export function setKinds(kinds: readonly string[], isShown: boolean): void {
  const others = without(view.value.without, ...kinds);
  go({ without: isShown ? others : [...others, ...kinds] });
}

export const toggleCommunity = (id: string): void => go({ apart: toggled(view.value.apart, id) });

export const clearFilters = (): void => go({ without: [], apart: [], hidden: [] });

/** Everything as it is at first sight; language and date stay. */
export function reset(): void {
  const { around, depth, expanded, limit, apart, hidden, pinned, trail } = defaultView;
  const { colour, without } = defaultView;
  go({
    ...{ around, depth, expanded, limit, apart, hidden, pinned, trail, colour, without },
    selected: undefined,
  });
}
