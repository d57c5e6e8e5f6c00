import { h } from 'preact';
import type { Language, Words } from '../../pieces/language.ts';
import {
  type PieceName,
  type SettingName,
  type Settings,
  settingNames,
  writeSettings,
} from '../../pieces/settings.ts';
import { type About, inLanguage, previewPath, renderDocument } from './document.tsx';
import type { Site } from './site.ts';

export const pieceLabels: Words<PieceName> = {
  vi: {
    graph: 'Đồ thị',
    timeline: 'Dòng thời gian',
    map: 'Bản đồ quan hệ',
    metric: 'Số liệu',
    card: 'Thẻ',
    table: 'Bảng',
  },
  en: {
    graph: 'Graph',
    timeline: 'Timeline',
    map: 'Map of relations',
    metric: 'Figures',
    card: 'Card',
    table: 'Table',
  },
};

const words: Words<'description' | 'picture'> = {
  vi: {
    description: 'Một phần của Cây Tre, đồ thị tri thức có trích dẫn về ngoại giao Việt Nam.',
    picture: 'Hình tĩnh, vì trình duyệt không chạy mã lệnh',
  },
  en: {
    description: "A part of Cây Tre, a cited knowledge graph of Viet Nam's diplomacy.",
    picture: 'A picture that does not move, since this browser runs no script',
  },
};

/** The names of the entities that a piece is about, in a language. */
export async function namesOf(
  { store }: Pick<Site, 'store'>,
  ids: readonly string[],
  language: Language,
): Promise<readonly string[]> {
  const found = await store.entities(ids.slice(0, 3));
  return found.flatMap((one) =>
    one === null || one instanceof Error ? [] : [one.names[language]],
  );
}

/** What a piece in a frame is called. */
export async function frameTitle(
  site: Pick<Site, 'store'>,
  piece: PieceName,
  { entity, lang }: Settings,
): Promise<string> {
  const names = await namesOf(site, entity, lang);
  return [[...names].join(', ') || pieceLabels[lang][piece], 'Cây Tre'].join(' · ');
}

export interface FramePageParts {
  readonly site: Site;
  readonly piece: PieceName;
  readonly settings: Settings;
  /** As they were given: what is not given is the element's to choose. */
  readonly parameters: URLSearchParams;
  readonly origin: string;
  readonly stylesheet: string;
}

/** The page of a frame: the element, and where no script runs, the picture of the same. */
export async function framePage(parts: FramePageParts): Promise<string> {
  const { site, piece, settings, parameters, origin, stylesheet } = parts;
  const { lang } = settings;
  const given = Object.entries(settingNames).flatMap(([name, { name: field }]) => {
    if (name !== 'lang' && !parameters.get(name)?.trim()) return [];
    return [[name as SettingName, String(settings[field])] as const];
  });
  const picture = writeSettings(settings, {});
  picture.set('lang', lang);
  const path = `/embed/${piece}?${new URLSearchParams(given.filter(([name]) => name !== 'lang').map((one) => [...one]))}`;
  const about: About = {
    language: lang,
    title: await frameTitle(site, piece, settings),
    description: words[lang].description,
    origin,
    path: path.replace(/\?$/, ''),
    picture: previewPath(piece, picture),
    embeddable: true,
    unlisted: true,
  };
  return renderDocument({
    about,
    stylesheet,
    theme: settings.theme,
    class: 'framed',
    head: (
      <>
        <script type="module" src="/embed.js" />
        <script type="module" src="/frame.js" />
      </>
    ),
    children: (
      <main>
        {h(`caytre-${piece}` as 'div', Object.fromEntries(given))}
        <noscript>
          <p>
            <a href={inLanguage('/', lang)} target="_blank" rel="noopener">
              <img
                src={`/embed/${piece}.svg?${picture}`}
                width={settings.width}
                height={settings.height}
                alt={`${about.title}. ${words[lang].picture}`}
              />
            </a>
          </p>
        </noscript>
      </main>
    ),
  });
}
