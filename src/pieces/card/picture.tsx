import type { VNode } from 'preact';
import { formatNumber, type Words } from '../language.ts';
import { type Palette, pictureColours } from '../palette.ts';
import type { Settings } from '../settings.ts';
import { textLines } from '../text.ts';
import type { Card } from './answer.ts';
import { type Block, footBlocks, headBlocks, LOW, statementBlocks } from './picture-blocks.ts';
import { countOf, sourcesOf } from './shown.ts';
import { words as cardWords } from './words.ts';

const words: Words<'shown' | 'of'> = {
  vi: { shown: 'Hiện', of: 'trong' },
  en: { shown: 'Showing', of: 'of' },
};

/** How much higher a line is than its letters. */
const LEADING = 1.35;
/** The part of the height that the list of sources may take. */
const FOOT_SHARE = 0.35;

interface SetLine {
  readonly text: string;
  readonly block: Block;
  readonly baseline: number;
  /** The part of it that belongs to the tail of the block. */
  readonly tail: string;
}

interface SetBlocks {
  readonly lines: readonly SetLine[];
  readonly end: number;
  /** How many of the blocks found room, each whole. */
  readonly placed: number;
}

/** Sets blocks below each other from a height down, as long as each fits whole above another. */
export function setBlocks(
  blocks: readonly Block[],
  { width, from, to }: { readonly width: number; readonly from: number; readonly to: number },
): SetBlocks {
  const lines: SetLine[] = [];
  let end = from;
  for (const [index, block] of blocks.entries()) {
    const whole = block.tail === undefined ? block.text : `${block.text} ${block.tail}`;
    const texts = textLines(whole, { ...block, width: width - (block.indent ?? 0) });
    const tails = tailsOf(texts, block.tail);
    const before = index === 0 ? 0 : (block.before ?? 0);
    const height = before + texts.length * block.size * LEADING;
    if (end + height > to) return { lines, end, placed: index };
    for (const [row, text] of texts.entries()) {
      const tail = tails[row]!;
      const own = text.slice(0, text.length - tail.length);
      const baseline = end + before + (row * LEADING + 1) * block.size;
      lines.push({ text: own, tail, block, baseline });
    }
    end += height;
  }
  return { lines, end, placed: blocks.length };
}

/** Of each line, the words at its end that belong to a tail. */
function tailsOf(lines: readonly string[], tail = ''): readonly string[] {
  let left = tail === '' ? 0 : tail.split(' ').length;
  return lines
    .toReversed()
    .map((line) => {
      const words = line.split(' ');
      const taken = Math.min(left, words.length);
      left -= taken;
      return words.slice(words.length - taken).join(' ');
    })
    .toReversed();
}

function Lines({
  of,
  left,
  palette,
}: {
  readonly of: readonly SetLine[];
  readonly left: number;
  readonly palette: Palette;
}): VNode {
  return (
    <>
      {of.map(({ text, tail, block, baseline }) => (
        <text
          key={baseline}
          x={left + (block.indent ?? 0)}
          y={Math.round(baseline * 10) / 10}
          font-size={block.size}
          font-weight={block.isBold ? 600 : 400}
          fill={palette[block.colour ?? 'ink']}
        >
          {text}
          {tail !== '' && <tspan fill={palette.soft}>{tail}</tspan>}
        </text>
      ))}
    </>
  );
}

/** A card as a picture: its head, as many statements as find room, each with its sources by number, and the sources below. */
export function picture(card: Card | undefined, settings: Settings): VNode {
  const { width, height, lang, theme } = settings;
  const palette = pictureColours(theme);
  const edge = Math.max(12, Math.min(28, Math.round(width / 22)));
  const inner = width - 2 * edge;
  const top = Math.min(edge, height / 8) + 4;
  const sources = sourcesOf(card);

  const isLow = height < LOW;
  const foot = setBlocks(footBlocks(sources), {
    width: inner,
    from: 0,
    to: Math.max(16, height * (isLow ? 0 : FOOT_SHARE)),
  });
  const footTop = height - edge / 2 - foot.end;
  const most = footTop - (isLow ? 4 : 12);
  const head = setBlocks(headBlocks(card, settings), { width: inner, from: top, to: most });
  const stated = isLow ? { blocks: [], count: 0 } : statementBlocks(card, settings, sources);
  // Room for the line that says how much is left out.
  const body = setBlocks(stated.blocks, { width: inner, from: head.end + 6, to: most - 16 });
  const shown = stated.blocks.slice(0, body.placed).filter(({ isStatement }) => isStatement).length;
  const all = card?.type === 'entity' ? countOf(card) : stated.count;
  // A heading with nothing below it says nothing.
  const last = stated.blocks[body.placed - 1];
  const lines =
    last !== undefined && !last.isStatement && body.placed < stated.blocks.length
      ? body.lines.filter(({ block }) => block !== last)
      : body.lines;
  const kind = card?.type === 'entity' ? palette.kind(card.entity.kind) : palette.accent;
  const name = card === undefined ? cardWords[lang].unknown : titleOf(card, lang);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
      lang={lang}
      font-family='"Be Vietnam Pro", "Segoe UI", "Noto Sans", sans-serif'
    >
      <title>{name}</title>
      <rect width={width} height={height} fill={palette.card} />
      <rect width={width} height={6} fill={kind} />
      <Lines of={head.lines} left={edge} palette={palette} />
      <Lines of={lines} left={edge} palette={palette} />
      {!isLow && shown < all && (
        <text x={edge} y={most} font-size={12} fill={palette.soft}>
          {words[lang].shown} {formatNumber(shown, lang)} {words[lang].of} {formatNumber(all, lang)}
        </text>
      )}
      {foot.lines.length > 0 && (
        <path d={`M${edge} ${footTop - 6}H${width - edge}`} stroke={palette.line} />
      )}
      <g transform={`translate(0 ${Math.round(footTop)})`}>
        <Lines of={foot.lines} left={edge} palette={palette} />
      </g>
    </svg>
  );
}

export const titleOf = (card: Card, language: Settings['lang']): string =>
  card.type === 'entity' ? card.entity.names[language] : card.statement.text;
