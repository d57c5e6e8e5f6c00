import type { ComponentChildren } from 'preact';
import type { Language, Words } from '../language.ts';
import { type Palette, pictureColours } from '../palette.ts';
import type { SourceReference } from '../piece.ts';
import type { Settings } from '../settings.ts';
import { textLines } from '../text.ts';

const FONT = "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const words: Words<'sources' | 'cut' | 'asOf'> = {
  vi: { sources: 'Nguồn', cut: 'Hiển thị {shown} trên {of}', asOf: 'Tính đến' },
  en: { sources: 'Sources', cut: '{shown} of {of} shown', asOf: 'As of' },
};

/** "20 of 143 shown", as people say it. */
export const tellCut = (
  cut: { readonly shown: number; readonly of: number },
  language: Language,
): string =>
  words[language].cut.replace('{shown}', String(cut.shown)).replace('{of}', String(cut.of));

/** The room that a picture leaves for what it shows. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

interface PictureProps {
  readonly settings: Settings;
  readonly title: string;
  readonly sources: readonly SourceReference[];
  /** What is said below beside the sources. */
  readonly notes?: readonly (string | undefined)[];
  /** Called with the room that title and sources leave. */
  readonly children: (room: Room, palette: Palette) => ComponentChildren;
}

/** A picture as a whole: its title, what it shows, and on what it rests, in plain colours. */
export function Picture({ settings, title, sources, notes = [], children }: PictureProps) {
  const { width, height, lang } = settings;
  const palette = pictureColours(settings.theme);
  const margin = Math.min(16, Math.round(width / 30));
  const inner = width - 2 * margin;
  const isSmall = width < 360 || height < 220;
  const titleSize = isSmall ? 13 : 17;
  const smallSize = isSmall ? 9 : 11;
  const titleLines = textLines(title, {
    width: inner,
    size: titleSize,
    isBold: true,
    most: isSmall ? 1 : 2,
  });
  const foot = [
    ...notes.filter((note) => note !== undefined),
    ...(sources.length === 0
      ? []
      : [`${words[lang].sources}: ${sources.map(({ name }) => name).join('; ')}`]),
  ].join(' · ');
  const footLines = textLines(foot, {
    width: inner,
    size: smallSize,
    most: height < 160 ? 1 : isSmall ? 2 : 3,
  });
  const top = margin + titleLines.length * titleSize * 1.3 + margin * 0.4;
  const bottom = margin * 0.6 + footLines.length * smallSize * 1.4 + margin * 0.4;
  const room = { width: inner, height: Math.max(20, height - top - bottom) };
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      lang={lang}
      font-family={FONT}
    >
      <title>{title}</title>
      <desc>{foot}</desc>
      <rect width={width} height={height} fill={palette.paper} />
      {titleLines.map((line, at) => (
        <text
          key={line}
          x={margin}
          y={margin + titleSize * (1 + 1.3 * at)}
          font-size={titleSize}
          font-weight="600"
          fill={palette.ink}
        >
          {line}
        </text>
      ))}
      <g transform={`translate(${margin} ${top})`}>{children(room, palette)}</g>
      {footLines.map((line, at) => (
        <text
          key={line}
          x={margin}
          y={height - margin * 0.6 - smallSize * 1.4 * (footLines.length - 1 - at)}
          font-size={smallSize}
          fill={palette.soft}
        >
          {line}
        </text>
      ))}
    </svg>
  );
}

/** "As of 2023", where everything is. */
export const tellAsOf = (date: string | undefined, language: Language): string | undefined =>
  date === undefined ? undefined : `${words[language].asOf} ${date}`;
