import type { ComponentChildren } from 'preact';
import { type Links, LinksContext } from '../../pieces/links.tsx';
import { addressOf, go, view } from '../state/explorer.ts';

/** The links of pieces within the explorer: entities and statements open their card, paragraphs what they state. */
export function ExplorerLinks({ children }: { readonly children: ComponentChildren }) {
  const here = view.value;
  const card = (id: string) => addressOf({ ...here, selected: id });
  const links: Links = {
    entity: card,
    statement: card,
    paragraph: (source, paragraph) =>
      addressOf({ ...here, view: 'sources', source, paragraph: String(paragraph) }),
    choose: (id) => go({ selected: id }),
    read: (source, paragraph) => go({ view: 'sources', source, paragraph: String(paragraph) }),
  };
  return <LinksContext.Provider value={links}>{children}</LinksContext.Provider>;
}
