import { renderToString } from 'preact-render-to-string';
import type { Words } from '../../pieces/language.ts';
import { palettes } from '../../pieces/palette.ts';
import type { Piece } from '../../pieces/piece.ts';
import type { Settings } from '../../pieces/settings.ts';
import { textLines } from '../../pieces/text.ts';
import { type MarkupElement, readMarkup } from './markup.ts';

const words: Words<'nothing' | 'sources'> = {
  vi: { nothing: 'Không có gì để hiện ở đây.', sources: 'Nguồn' },
  en: { nothing: 'There is nothing to show here.', sources: 'Sources' },
};

const FONT = '"Be Vietnam Pro", "Segoe UI", "Noto Sans", sans-serif';
const TITLE = { size: 18, leading: 25, most: 2 } as const;
const SOURCES = { size: 11, leading: 15 } as const;
/** In how many lines sources are named; in a low picture, in one. */
const SOURCE_LINES = 3;
const LOW = 360;
/** Less room than this, and a piece is drawn alone. */
const LEAST = 80;

/**
 * A piece as a picture that says what it shows and what that rests on, wherever it is copied to: where its own picture does not
 * say so, the title is put above it and the sources below; and where it has nothing to say at all, that is said.
 */
export function framed<Answer>(
  piece: Piece<Answer>,
  answer: Answer,
  settings: Settings,
): MarkupElement {
  const { width, height, lang } = settings;
  const whole = readMarkup(renderToString(piece.picture(answer, settings)));
  const seen = seenWords(whole);
  const palette = palettes[settings.theme === 'dark' ? 'dark' : 'light'];
  const edge = Math.max(12, Math.min(16, Math.round(width / 30)));
  const inner = width - 2 * edge;

  const title = piece.title(answer, settings);
  const names = piece.sources(answer).map(({ name }) => name);
  const titleLines = says(seen, title)
    ? []
    : textLines(title, { ...TITLE, width: inner, isBold: true });
  const sourceLines =
    names.length === 0 || says(seen, names[0]!)
      ? []
      : textLines(`${words[lang].sources}: ${names.join('; ')}`, {
          ...SOURCES,
          width: inner,
          most: height < LOW ? 1 : SOURCE_LINES,
        });
  const isBlank = seen.trim() === '';
  if (titleLines.length + sourceLines.length === 0 && !isBlank) return whole;

  const top = titleLines.length === 0 ? 0 : edge + titleLines.length * TITLE.leading;
  const bottom = sourceLines.length === 0 ? 0 : edge / 2 + 4 + sourceLines.length * SOURCES.leading;
  const room = height - top - bottom;
  if (room < LEAST && !isBlank) return whole;
  const around = readMarkup(
    renderToString(
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
        <rect width={width} height={height} fill={palette.paper} />
        {titleLines.map((line, index) => (
          <text
            key={line}
            x={edge}
            y={edge / 2 + (index + 1) * TITLE.leading - 5}
            font-size={TITLE.size}
            font-weight={600}
            fill={palette.ink}
          >
            {line}
          </text>
        ))}
        {isBlank && (
          <text
            x={width / 2}
            y={top + room / 2}
            font-size={15}
            text-anchor="middle"
            fill={palette.soft}
          >
            {words[lang].nothing}
          </text>
        )}
        {sourceLines.map((line, index) => (
          <text
            key={line}
            x={edge}
            y={height - edge / 2 - (sourceLines.length - 1 - index) * SOURCES.leading}
            font-size={SOURCES.size}
            fill={palette.soft}
          >
            {line}
          </text>
        ))}
      </svg>,
    ),
  );
  if (isBlank) return around;
  const drawn = readMarkup(renderToString(piece.picture(answer, { ...settings, height: room })));
  const placed = { ...drawn, attributes: { ...drawn.attributes, y: String(top) } };
  return { ...around, children: [...around.children, placed] };
}

/** The words that people see: not those for programs that read pictures aloud. */
function seenWords({ children }: MarkupElement): string {
  return children
    .map((child) => {
      if (typeof child === 'string') return child;
      return ['title', 'desc', 'metadata'].includes(child.name) ? '' : seenWords(child);
    })
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** Whether a text begins somewhere in what is seen; its end may be cut, or on another line. */
const says = (seen: string, text: string): boolean =>
  seen.includes(text.trim().slice(0, 12).trim());
