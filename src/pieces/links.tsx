import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Where links lead: to the card of the explorer, or to a page of the server. */
export interface Links {
  /** The address of an entity. */
  readonly entity: (id: string) => string;
  /** The address of a statement; without it, statements are no links. */
  readonly statement?: (id: string) => string;
  /** The address at which to read what a paragraph of a source states. */
  readonly paragraph: (source: string, paragraph: number) => string;
  /**
   * Called when somebody follows a link to an entity or a statement in the usual way, without asking for a tab of its own.
   * Where it is given, the page stays.
   */
  readonly choose?: (id: string) => void;
  /** The same for a paragraph of a source. */
  readonly read?: (source: string, paragraph: number) => void;
}

/** Links to the pages of a server, by its address (none for the same server), in a language and as of a date if given. */
export function pageLinks(
  server = '',
  parameters: Readonly<Record<string, string | undefined>> = {},
): Links {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1]);
  const search = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
  const entity = (id: string) => `${server}/entity/${encodeURI(id)}${search}`;
  return { entity, paragraph: (source, number) => `${entity(source)}#p${number}` };
}

/** How the links of all that is below are made; without it, they lead to the pages of the same server. */
export const LinksContext = createContext<Links>(pageLinks());

type Click = (event: MouseEvent) => void;

/** What to do when the link to an entity or a statement is followed: nothing but what links do, where nobody is to be told. */
export function useChoose(id: string): Click | undefined {
  const { choose } = useContext(LinksContext);
  return choose && instead(() => choose(id));
}

/** What to do when the link to a paragraph is followed, likewise. */
export function useRead(source: string, paragraph: number): Click | undefined {
  const { read } = useContext(LinksContext);
  return read && instead(() => read(source, paragraph));
}

const instead =
  (act: () => void): Click =>
  (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    act();
  };

/** Whether a click asks for nothing but to go there: not for another tab or window, nor to save. */
const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
