import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../pieces/language.ts';
import { isBrowsers } from '../parts/entity-link.tsx';
import { addressOf, go, language, view } from '../state/explorer.ts';
import type { ViewName } from '../state/view-state.ts';
import { viewLabels, views } from '../views/views.ts';
import { Icon } from './icons.tsx';

const words: Words<'views' | 'more' | 'all' | 'close'> = {
  vi: { views: 'Các cách xem', more: 'Thêm', all: 'Mọi cách xem', close: 'Đóng' },
  en: { views: 'Views', more: 'More', all: 'All views', close: 'Close' },
};

const names = Object.keys(views) as readonly ViewName[];
/** Those that a phone has at hand; the others are one step away. */
const atHand: readonly ViewName[] = ['graph', 'timeline', 'map', 'table'];
/** Where a new group begins: to look at, to read, to ask two or more. */
const begins: readonly ViewName[] = ['directions', 'path'];

function ViewLink({ name, follow }: { readonly name: ViewName; readonly follow?: () => void }) {
  const state = view.value;
  const isHere = state.view === name && state.find === '';
  return (
    <a
      href={addressOf({ ...state, view: name, find: '' })}
      aria-current={isHere ? 'page' : undefined}
      onClick={(event) => {
        if (isBrowsers(event)) return;
        event.preventDefault();
        follow?.();
        go({ view: name, find: '' });
      }}
    >
      <Icon name={name} />
      <span>{viewLabels[language.value][name]}</span>
    </a>
  );
}

/** The menu of views: a rail at the side, and on phones a bar at the foot with a sheet that holds them all. */
export function ViewsMenu() {
  const say = words[language.value];
  const sheet = useRef<HTMLDialogElement>(null);
  const state = view.value;
  const close = (): void => sheet.current?.close();
  // A window that grows to the width of the rail leaves no sheet open behind it.
  useEffect(() => {
    const wide = matchMedia('(min-width: 60rem)');
    const close = (): void => sheet.current?.close();
    wide.addEventListener('change', close);
    return () => wide.removeEventListener('change', close);
  }, []);
  return (
    <nav class="views" aria-label={say.views}>
      <ul class="plain">
        {names.map((name) => (
          <li
            key={name}
            class={[
              atHand.includes(name) ? 'at-hand' : '',
              begins.includes(name) ? 'begins' : '',
            ].join(' ')}
          >
            <ViewLink name={name} />
          </li>
        ))}
        <li class="further">
          <button
            type="button"
            aria-haspopup="dialog"
            aria-current={atHand.includes(state.view) || state.find !== '' ? undefined : 'true'}
            onClick={() => sheet.current?.showModal()}
          >
            <Icon name={atHand.includes(state.view) ? 'menu' : state.view} />
            <span>
              {atHand.includes(state.view) ? say.more : viewLabels[language.value][state.view]}
            </span>
            {!atHand.includes(state.view) && <Icon name="up" />}
          </button>
        </li>
      </ul>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself */}
      <dialog
        class="sheet"
        ref={sheet}
        aria-label={say.all}
        onClick={(event) => {
          if (event.target === event.currentTarget) close();
        }}
      >
        <div class="inside">
          <div class="row head">
            <h2>{say.all}</h2>
            <button type="button" class="icon" aria-label={say.close} onClick={close}>
              <Icon name="close" />
            </button>
          </div>
          <ul class="plain grid">
            {names.map((name) => (
              <li key={name}>
                <ViewLink name={name} follow={close} />
              </li>
            ))}
          </ul>
        </div>
      </dialog>
    </nav>
  );
}
