import { useEffect } from 'preact/hooks';
import { viewLabels } from '../views/views.ts';
import { view } from './explorer.ts';
import { useNames } from './use-names.ts';

/** Keeps the document's title and language those of what is shown: what tabs, bookmarks and screen readers name it by. */
export function useDocumentTitle(found: string): void {
  const { selected, view: name, find, lang } = view.value;
  const { names } = useNames(selected === undefined ? [] : [selected]);
  const parts = [
    names[0]?.name.slice(0, 120),
    find === '' ? viewLabels[lang][name] : `${found}: ${find}`,
    'Cây Tre',
  ];
  const title = parts.filter((part) => part !== undefined).join(' – ');
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = lang;
  }, [title, lang]);
}
