import type { Language } from '../pieces/language.ts';

const languageOf = (tag: string): Language => (/^vi\b/i.test(tag) ? 'vi' : 'en');

/** The nearest `lang` above a node, out of shadow trees as well. */
function tagAbove(node: Element): string | null {
  const holder = node.parentElement?.closest('[lang]');
  if (holder) return holder.getAttribute('lang');
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? tagAbove(root.host) : null;
}

/** The language of the page where an element stands; where the page does not say, that of the browser. */
export const pageLanguage = (element: Element): Language =>
  languageOf(tagAbove(element) || navigator.language);

/** A language as a page may write it: `en-GB` is `en`. What is none of ours stays as it is. */
export const shortTag = (tag: string | null): string | null =>
  tag === null
    ? null
    : tag.replace(/^(vi|en)\b.*$/i, (_, language: string) => language.toLowerCase());
