import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../pieces/language.ts';
import { ExplorerLinks } from './parts/explorer-links.tsx';
import { Bar } from './shell/bar.tsx';
import { CardSide } from './shell/card-side.tsx';
import { Dialogs } from './shell/dialogs.tsx';
import { Late } from './shell/late.tsx';
import { message } from './shell/message.ts';
import { useShortcuts } from './shell/shortcuts.ts';
import { TimeFoot } from './shell/time-foot.tsx';
import { ViewsMenu } from './shell/views-menu.tsx';
import { language, view } from './state/explorer.ts';
import { useDocumentTitle } from './state/title.ts';
import { useKinds } from './state/use-kinds.ts';
import type { ViewName } from './state/view-state.ts';
import { viewLabels, views } from './views/views.ts';

const words: Words<'skip' | 'found'> = {
  vi: { skip: 'Tới nội dung', found: 'Kết quả tìm' },
  en: { skip: 'Skip to the content', found: 'Search results' },
};

const loadResults = () => import('./shell/results.tsx');

/** Where the date that all is as of has no meaning: articles stand whatever the date, and `compare` has two dates of its own. */
const timeless: readonly ViewName[] = ['sources', 'compare'];

/** The explorer as a whole: the bar above, the view in the middle, the card beside it, the time below. */
export function Explorer() {
  const lang = language.value;
  const say = words[lang];
  const { view: name, find, selected } = view.value;
  const isFinding = find !== '';
  useDocumentTitle(say.found);
  useShortcuts();
  // Asked for at once: whatever is found or linked says its kind.
  useKinds();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = isFinding ? `find ${find}` : name;
  useFocusOnChange(shown, heading);
  return (
    <ExplorerLinks>
      <div class="explorer" data-card={selected === undefined ? undefined : 'open'}>
        <button type="button" class="skip" onClick={() => heading.current?.focus()}>
          {say.skip}
        </button>
        <Bar />
        <ViewsMenu />
        <main data-view={isFinding ? 'find' : name} aria-labelledby="view-heading">
          <h1 class="hidden" id="view-heading" ref={heading} tabIndex={-1}>
            {isFinding ? say.found : viewLabels[lang][name]}
          </h1>
          <Late key={isFinding ? 'find' : name} load={isFinding ? loadResults : views[name]} />
        </main>
        <CardSide />
        {!timeless.includes(name) && <TimeFoot />}
        <Dialogs />
        <p class="message" role="status">
          {message.value}
        </p>
      </div>
    </ExplorerLinks>
  );
}

/** Who goes to another view reads on from its heading. */
function useFocusOnChange(shown: string, heading: { readonly current: HTMLElement | null }): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    heading.current?.closest('main')?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [shown, heading]);
}
