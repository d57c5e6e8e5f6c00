import type { Words } from '../../pieces/language.ts';
import { isBrowsers } from '../parts/entity-link.tsx';
import { addressOf, go, language, view, wholeAddress } from '../state/explorer.ts';
import { isNarrow } from '../state/narrow.ts';
import { theme } from '../state/theme.ts';
import { defaultView } from '../state/view-state.ts';
import { copy } from './copy.ts';
import { Icon, Mark } from './icons.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { AboutItems, ExportItems, otherLanguage, ThemeItems, themeLabel } from './menu-items.tsx';
import { openDialog } from './open-dialog.ts';
import { playgroundAddress } from './playground.ts';
import { Search } from './search.tsx';

const words: Words<
  'home' | 'share' | 'copied' | 'export' | 'embed' | 'query' | 'queryHint' | 'more'
> = {
  vi: {
    home: 'Cây Tre: về đầu',
    share: 'Chia sẻ',
    copied: 'Đã sao chép địa chỉ của khung nhìn này.',
    export: 'Tải về',
    embed: 'Nhúng',
    query: 'Truy vấn',
    queryHint: 'Mở truy vấn đằng sau khung nhìn này để thử và sửa',
    more: 'Thêm',
  },
  en: {
    home: 'Cây Tre: back to the start',
    share: 'Share',
    copied: 'The address of this view is copied.',
    export: 'Export',
    embed: 'Embed',
    query: 'Query',
    queryHint: 'Open in the playground: try and change the query behind this view',
    more: 'More',
  },
};

const share = (): void => void copy(wholeAddress(), words[language.value].copied);

/** The bar at the top: the name, the search, and what can be done with what is shown. */
export function Bar() {
  const say = words[language.value];
  return (
    <header class="bar">
      <Home label={say.home} />
      <Search />
      <div class="tools">
        {!isNarrow.value && <WideTools />}
        <Menu label={say.more} icon={<Icon name="more" />} isIconOnly class="end">
          {(close) => (
            <>
              {isNarrow.value && <NarrowItems close={close} />}
              <AboutItems close={close} />
            </>
          )}
        </Menu>
      </div>
    </header>
  );
}

function Home({ label }: { readonly label: string }) {
  const start = { ...defaultView, lang: view.value.lang };
  return (
    <a
      class="brand"
      href={addressOf(start)}
      aria-label={label}
      onClick={(event) => {
        if (isBrowsers(event)) return;
        event.preventDefault();
        go(start);
      }}
    >
      <Mark />
      <span>Cây Tre</span>
    </a>
  );
}

function WideTools() {
  const say = words[language.value];
  const { code, name, go: change } = otherLanguage();
  return (
    <>
      <button type="button" class="tool" aria-label={say.share} title={say.share} onClick={share}>
        <Icon name="link" />
        <span class="words">{say.share}</span>
      </button>
      <Menu label={say.export} icon={<Icon name="export" />}>
        {(close) => <ExportItems close={close} />}
      </Menu>
      <button
        type="button"
        class="tool"
        aria-label={say.embed}
        title={say.embed}
        aria-haspopup="dialog"
        onClick={() => {
          openDialog.value = 'embed';
        }}
      >
        <Icon name="embed" />
        <span class="words">{say.embed}</span>
      </button>
      <a class="button tool" href={playgroundAddress()} title={say.queryHint}>
        <Icon name="query" />
        <span class="words">{say.query}</span>
        <span class="hidden">: {say.queryHint}</span>
      </a>
      <button type="button" class="tool language" lang={code} title={name} onClick={change}>
        {code.toUpperCase()}
        <span class="hidden">: {name}</span>
      </button>
      <Menu label={themeLabel()} icon={<Icon name={theme.value} />} isIconOnly class="end">
        {(close) => <ThemeItems close={close} />}
      </Menu>
    </>
  );
}

/** What has a place of its own in the bar where there is room. */
function NarrowItems({ close }: { readonly close: () => void }) {
  const say = words[language.value];
  const { code, name, go: change } = otherLanguage();
  const act = (does: () => void) => () => {
    close();
    does();
  };
  return (
    <>
      <MenuItem icon={<Icon name="link" />} act={act(share)}>
        {say.share}
      </MenuItem>
      <MenuItem
        icon={<Icon name="embed" />}
        act={act(() => {
          openDialog.value = 'embed';
        })}
      >
        {say.embed}
      </MenuItem>
      <a role="menuitem" tabIndex={0} href={playgroundAddress()}>
        <Icon name="query" />
        <span>
          {say.query}
          <small>{say.queryHint}</small>
        </span>
      </a>
      {/* biome-ignore lint/a11y/useSemanticElements: a menu holds no fieldset */}
      <div role="group" aria-label={say.export}>
        <ExportItems close={close} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a menu holds no fieldset */}
      <div role="group" aria-label={themeLabel()}>
        <MenuItem
          icon={<span class="code">{code.toUpperCase()}</span>}
          language={code}
          act={act(change)}
        >
          {name}
        </MenuItem>
        <ThemeItems close={close} />
      </div>
    </>
  );
}
