import type { PieceElement } from './piece-element.ts';

/** The elements that are in the page now, so that those that follow others hear of these: of no other is anything kept. */
const elements = new Set<PieceElement>();

/** The language of an element, or of the page, may be said anywhere above. */
const languages = new MutationObserver(() => {
  for (const element of elements) element.refresh();
});

export function enter(element: PieceElement): void {
  if (elements.size === 0) {
    languages.observe(document, { subtree: true, attributeFilter: ['lang'] });
  }
  elements.add(element);
  tellFollowers();
}

export function leave(element: PieceElement): void {
  elements.delete(element);
  if (elements.size === 0) languages.disconnect();
  tellFollowers();
}

/** Lets all that follow another look at it anew: they know themselves whether anything changed for them. */
export function tellFollowers(): void {
  for (const element of elements) {
    if (element.hasAttribute('for')) element.refresh();
  }
}

/** Those that follow an element directly. */
export const followersOf = (leader: PieceElement): readonly PieceElement[] =>
  [...elements].filter((element) => element.leader === leader);

/** The element of ours that has an id, as seen from another: within the same shadow tree, or else in the page. */
export function findLeader(from: PieceElement, id: string | null): PieceElement | undefined {
  if (!id) return undefined;
  const root = from.getRootNode() as Document | ShadowRoot;
  const found = root.getElementById?.(id) ?? document.getElementById(id);
  return [...elements].find((element) => element === found && element !== from);
}
