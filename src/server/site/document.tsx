import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../pieces/language.ts';
import { languages, type PieceName } from '../../pieces/settings.ts';

/** What a page says of itself to programs that look at it: search engines, networks that show previews. */
export interface About {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The origin of all addresses in it. */
  readonly origin: string;
  /** Its own path and parameters, without its language. */
  readonly path: string;
  /** What Open Graph calls it. */
  readonly type?: 'website' | 'article' | 'profile';
  /** A picture of it, of 1200 by 630 pixels, by path. */
  readonly picture?: string;
  /** Whether oEmbed knows it. */
  readonly embeddable?: boolean;
  readonly jsonLd?: object;
  /** Whether search engines should leave it out. */
  readonly unlisted?: boolean;
}

/** The size of a picture that networks show beside a link; each of its pixels is drawn twice as large, to be read when small. */
export const PREVIEW = { width: 600, height: 315, scale: 2 } as const;

/** The path of the picture of a piece as such a preview. */
export function previewPath(piece: PieceName, settings: URLSearchParams): string {
  const parameters = new URLSearchParams(settings);
  for (const [name, value] of Object.entries(PREVIEW)) parameters.set(name, String(value));
  return `/embed/${piece}.png?${parameters}`;
}

const locales: Readonly<Record<Language, string>> = { vi: 'vi_VN', en: 'en_GB' };

/** A path with its language said. */
export const inLanguage = (path: string, language: Language): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

/** JSON within a page: nothing in it may end the element that holds it. */
export const inlineJson = (value: object): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });

/** The elements of a head that say what a page is. */
export function AboutTags({ about }: { readonly about: About }) {
  const { language, title, description, origin, path, type = 'website' } = about;
  const own = origin + inLanguage(path, language);
  const picture = about.picture && origin + about.picture;
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {about.unlisted && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={own} />
      {languages.map((each) => (
        <link key={each} rel="alternate" hreflang={each} href={origin + inLanguage(path, each)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={origin + path} />
      <meta property="og:site_name" content="Cây Tre" />
      <meta property="og:type" content={type} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={own} />
      <meta property="og:locale" content={locales[language]} />
      <meta property="og:locale:alternate" content={locales[language === 'vi' ? 'en' : 'vi']} />
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
      {picture && (
        <>
          <meta property="og:image" content={picture} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(PREVIEW.width * PREVIEW.scale)} />
          <meta property="og:image:height" content={String(PREVIEW.height * PREVIEW.scale)} />
          <meta property="og:image:alt" content={title} />
          <meta name="twitter:image" content={picture} />
        </>
      )}
      {about.embeddable &&
        (['json', 'xml'] as const).map((format) => (
          <link
            key={format}
            rel="alternate"
            type={`${format === 'json' ? 'application/json' : 'text/xml'}+oembed`}
            href={`${origin}/oembed?url=${encodeURIComponent(own)}&format=${format}`}
            title={title}
          />
        ))}
      {about.jsonLd && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: inlineJson leaves nothing that HTML would read
          dangerouslySetInnerHTML={{ __html: inlineJson(about.jsonLd) }}
        />
      )}
    </>
  );
}

export interface DocumentProps {
  readonly about: About;
  readonly stylesheet: string;
  readonly theme?: 'auto' | 'light' | 'dark';
  /** What else stands in the head. */
  readonly head?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A whole page as HTML. */
export function renderDocument(props: DocumentProps): string {
  const { about, stylesheet, theme = 'auto', head, children } = props;
  const scheme = theme === 'auto' ? 'light dark' : theme;
  return `<!doctype html>\n${renderToString(
    <html lang={about.language} class={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={scheme} />
        <AboutTags about={about} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
        {head}
      </head>
      <body class={props.class}>{children}</body>
    </html>,
  )}\n`;
}
