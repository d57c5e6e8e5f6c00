import { type Links, pageLinks } from '../pieces/links.tsx';
import type { Settings } from '../pieces/settings.ts';

interface Linked {
  readonly server: string;
  readonly settings: Settings;
}

/** Links of a piece lead to the pages of its server. */
export function linksOf({ server, settings: { lang, asOf } }: Linked): Links {
  const statement = (id: string): string => {
    const address = new URL(server);
    const parameters = { lang, ...(asOf !== undefined && { asOf }), selected: id };
    address.search = String(new URLSearchParams(parameters));
    return address.href;
  };
  return { ...pageLinks(server.replace(/\/$/, ''), { lang, asOf }), statement };
}

/** The entity whose page an address is, if it is one of the server's: not of a place within the page. */
function entityAt(address: string, server: string): string | undefined {
  const pages = new URL('entity/', server).href;
  const { href, hash, origin, pathname } = new URL(address);
  if (!href.startsWith(pages) || hash !== '') return undefined;
  return decodeURIComponent((origin + pathname).slice(pages.length));
}

/**
 * Follows a link within a piece: to an entity by selecting it, where anything shows what is selected, and else in a tab of its
 * own, for the page, or the frame, is not the piece's to leave.
 */
export function followLink(
  event: MouseEvent,
  { server, follow }: Linked & { readonly follow: (id: string) => boolean },
): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!(link instanceof HTMLAnchorElement) || !link.href) return;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const id = isPlain ? entityAt(link.href, server) : undefined;
  if (id !== undefined && follow(id)) {
    event.preventDefault();
    return;
  }
  link.target = '_blank';
  link.rel ||= 'noopener';
}
