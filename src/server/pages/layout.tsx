import type { ComponentChildren } from 'preact';
import type { Language, Words } from '../../pieces/language.ts';
import { LinksContext, pageLinks } from '../../pieces/links.tsx';
import { type About, renderDocument } from '../site/document.tsx';

const words: Words<
  | 'skip'
  | 'entities'
  | 'explorer'
  | 'playground'
  | 'search'
  | 'searchFor'
  | 'about'
  | 'licence'
  | 'version'
  | 'other'
  | 'menu'
> = {
  vi: {
    skip: 'Đến nội dung',
    entities: 'Mọi thực thể',
    explorer: 'Khám phá',
    playground: 'GraphQL',
    search: 'Tìm',
    searchFor: 'Tìm người, nước, hội nghị, văn kiện…',
    about: 'Cây Tre là đồ thị tri thức có trích dẫn về ngoại giao Việt Nam.',
    licence: 'Dữ liệu thuộc phạm vi công cộng (CC0 1.0).',
    version: 'Phiên bản dữ liệu',
    other: 'English',
    menu: 'Trang',
  },
  en: {
    skip: 'Skip to the content',
    entities: 'All entities',
    explorer: 'Explorer',
    playground: 'GraphQL',
    search: 'Search',
    searchFor: 'Search people, countries, conferences, documents…',
    about: "Cây Tre is a cited knowledge graph of Viet Nam's diplomacy.",
    licence: 'The data are in the public domain (CC0 1.0).',
    version: 'Dataset version',
    other: 'Tiếng Việt',
    menu: 'Pages',
  },
};

/** What every page that is read stands in. */
export interface PageFrame {
  readonly about: About;
  readonly stylesheet: string;
  /** The dataset version that is served. */
  readonly version: string;
  /** The language of the links, where the address says one: a reader's choice goes with them. */
  readonly chosen: Language | undefined;
  readonly asOf?: string | undefined;
  readonly query?: string;
  readonly children: ComponentChildren;
}

/** An address with the parameters that have a value. */
export function addressWith(
  path: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(parameters).filter((one): one is [string, string] => !!one[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** A page as a whole, as HTML. */
export function renderPage(frame: PageFrame): string {
  const { about, stylesheet, version, chosen, asOf, query, children } = frame;
  const { language } = about;
  const say = words[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const [path = '', search] = about.path.split('?');
  const inOther = new URLSearchParams(search);
  inOther.set('lang', other);
  return renderDocument({
    about,
    stylesheet,
    class: 'page',
    children: (
      <LinksContext.Provider value={pageLinks('', { lang: chosen, asOf })}>
        <a class="skip" href="#content">
          {say.skip}
        </a>
        <header class="top">
          <a class="home" href={addressWith('/', { lang: chosen })}>
            <img src="/icon.svg" alt="" width="28" height="28" /> Cây Tre
          </a>
          <search>
            <form action="/entities">
              {chosen && <input type="hidden" name="lang" value={chosen} />}
              <input
                type="search"
                name="q"
                value={query}
                aria-label={say.searchFor}
                placeholder={say.searchFor}
                maxlength={200}
                autocomplete="off"
              />
              <button type="submit">{say.search}</button>
            </form>
          </search>
          <nav aria-label={say.menu}>
            <a href={addressWith('/entities', { lang: chosen })}>{say.entities}</a>
            <a href={addressWith('/', { lang: chosen })}>{say.explorer}</a>
            <a href={addressWith('/playground', { lang: chosen })}>{say.playground}</a>
            <a href={`${path}?${inOther}`} lang={other} hreflang={other}>
              {say.other}
            </a>
          </nav>
        </header>
        <main id="content">{children}</main>
        <footer class="foot">
          <p>
            {say.about} {say.licence}
          </p>
          <p>
            {say.version}: <code>{version.slice(0, 12)}</code>
          </p>
        </footer>
      </LinksContext.Provider>
    ),
  });
}
