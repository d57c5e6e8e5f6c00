import type { Language, Words } from '../../pieces/language.ts';
import { type Theme, themes } from '../../pieces/settings.ts';
import { isBrowsers } from '../parts/entity-link.tsx';
import { addressOf, adjust, go, language, view } from '../state/explorer.ts';
import { offeredExports } from '../state/exports.ts';
import { chooseTheme, theme } from '../state/theme.ts';
import { download, formatWords } from './export.ts';
import { Icon } from './icons.tsx';
import { MenuItem, MenuLink } from './menu.tsx';
import { type DialogName, openDialog } from './open-dialog.ts';

const words: Words<
  Theme | 'theme' | 'nothing' | 'sources' | 'api' | 'apiHint' | 'about' | 'shortcuts'
> = {
  vi: {
    auto: 'Theo hệ thống',
    light: 'Nền sáng',
    dark: 'Nền tối',
    theme: 'Màu nền',
    nothing: 'Khung nhìn này không có gì để tải về.',
    sources: 'Các nguồn',
    api: 'API GraphQL',
    apiHint: 'Hỏi đồ thị bằng chương trình của bạn',
    about: 'Về Cây Tre, trích dẫn thế nào',
    shortcuts: 'Phím tắt',
  },
  en: {
    auto: 'As the system',
    light: 'Light',
    dark: 'Dark',
    theme: 'Theme',
    nothing: 'This view has nothing to take away.',
    sources: 'The sources',
    api: 'GraphQL API',
    apiHint: 'Ask the graph from programs of your own',
    about: 'About Cây Tre, and how to cite it',
    shortcuts: 'Keyboard shortcuts',
  },
};

interface Closing {
  readonly close: () => void;
}

/** The language that is not shown now. */
export function otherLanguage(): {
  readonly code: Language;
  readonly name: string;
  readonly go: () => void;
} {
  const code = language.value === 'vi' ? 'en' : 'vi';
  // To read the same in another language is no step that Back should return from.
  return { code, name: code === 'vi' ? 'Tiếng Việt' : 'English', go: () => adjust({ lang: code }) };
}

export const themeLabel = (): string =>
  `${words[language.value].theme}: ${words[language.value][theme.value]}`;

export function ThemeItems({ close }: Closing) {
  return themes.map((name) => (
    <MenuItem
      key={name}
      icon={<Icon name={name} />}
      checked={theme.value === name}
      act={() => {
        chooseTheme(name);
        close();
      }}
    >
      {words[language.value][name]}
    </MenuItem>
  ));
}

/** What the view offers to take away. */
export function ExportItems({ close }: Closing) {
  const lang = language.value;
  const offers = offeredExports.value;
  if (offers.length === 0) {
    return (
      <button type="button" role="menuitem" tabIndex={0} aria-disabled="true" onClick={close}>
        <span>{words[lang].nothing}</span>
      </button>
    );
  }
  // Two offers of one format are told apart by their names.
  const isAlone = (format: string): boolean =>
    offers.filter((offer) => offer.format === format).length === 1;
  return offers.map((offer) => (
    <MenuItem
      key={`${offer.name}.${offer.format}`}
      icon={<span class="code">{offer.format.toUpperCase()}</span>}
      hint={isAlone(offer.format) ? undefined : offer.name}
      act={() => {
        close();
        void download(offer);
      }}
    >
      {formatWords[lang][offer.format]}
    </MenuItem>
  ));
}

export function AboutItems({ close }: Closing) {
  const say = words[language.value];
  const sources = { ...view.value, view: 'sources', find: '' } as const;
  const open = (name: DialogName) => () => {
    close();
    openDialog.value = name;
  };
  return (
    <>
      <MenuLink
        icon={<Icon name="sources" />}
        href={addressOf(sources)}
        follow={(event) => {
          if (isBrowsers(event)) return;
          event.preventDefault();
          close();
          go(sources);
        }}
      >
        {say.sources}
      </MenuLink>
      <MenuItem icon={<Icon name="query" />} act={open('api')} hint={say.apiHint}>
        {say.api}
      </MenuItem>
      <MenuItem icon={<Icon name="keyboard" />} act={open('shortcuts')}>
        {say.shortcuts}
      </MenuItem>
      <MenuItem icon={<Icon name="about" />} act={open('about')}>
        {say.about}
      </MenuItem>
    </>
  );
}
