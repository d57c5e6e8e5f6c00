import { formatNumber } from '../language.ts';
import { palettes } from '../palette.ts';
import type { Settings } from '../settings.ts';
import type { TableAnswer } from './load.ts';
import { type EntityRow, tellTime } from './rows.ts';
import { words } from './words.ts';

interface PictureProps {
  readonly answer: TableAnswer;
  readonly settings: Settings;
  readonly title: string;
}

interface PictureColumn {
  readonly key: string;
  readonly label: string;
  /** Its share of the width, beside the others' shares. */
  readonly share: number;
  readonly text: (row: EntityRow) => string;
  readonly isNumber?: boolean;
}

const SIZE = 13;
const ROW = 26;
const HEAD = 58;
const FOOT = 26;
const EDGE = 16;
const GAP = 12;

/** About so much of its size is a letter wide; a picture has nobody to measure it. */
const LETTER = 0.55;

/** A text as far as it fits. */
export function within(text: string, width: number, size = SIZE): string {
  const letters = Math.max(1, Math.floor(width / (size * LETTER)));
  const all = [...text];
  return all.length <= letters
    ? text
    : `${all
        .slice(0, letters - 1)
        .join('')
        .trimEnd()}…`;
}

/** The columns that have room: a name needs most, and what is left out first is what kinds have of their own. */
function columnsOf({ own, kinds, rows }: TableAnswer, { lang, width }: Settings): PictureColumn[] {
  const say = words[lang];
  const all: PictureColumn[] = [
    { key: 'name', label: say.name, share: 4, text: ({ name }) => name },
    ...(kinds.size > 1
      ? [
          {
            key: 'kind',
            label: say.kind,
            share: 1.6,
            text: ({ kind }: EntityRow) => kinds.get(kind) ?? kind,
          },
        ]
      : []),
    ...(rows.some((row) => tellTime(row, lang) !== '')
      ? [{ key: 'time', label: say.time, share: 2, text: (row: EntityRow) => tellTime(row, lang) }]
      : []),
    ...own.map(({ key, label }) => ({
      ...{ key, label, share: 2, text: (row: EntityRow) => row.own[key]?.label ?? '' },
    })),
    {
      ...{ key: 'degree', label: say.degree, share: 1.3, isNumber: true },
      text: ({ degree }) => formatNumber(degree, lang),
    },
  ];
  const most = Math.max(1, Math.floor((width - 2 * EDGE) / 120));
  return all.slice(0, most);
}

/** The table as a picture: as many rows as fit, and how many there are. */
export function TablePicture({ answer, settings, title }: PictureProps) {
  const { lang, theme, width, height } = settings;
  const palette = palettes[theme === 'dark' ? 'dark' : 'light'];
  const columns = columnsOf(answer, settings);
  const room = width - 2 * EDGE - GAP * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let left = EDGE;
  const placed = columns.map((column) => {
    const columnWidth = (room * column.share) / shares;
    const place = { ...column, x: left, width: columnWidth };
    left += columnWidth + GAP;
    return place;
  });
  const fitting = Math.max(0, Math.floor((height - HEAD - FOOT) / ROW));
  const rows = answer.rows.slice(0, fitting);
  const count =
    rows.length < answer.total
      ? lang === 'vi'
        ? `${formatNumber(rows.length, lang)} trong ${formatNumber(answer.total, lang)}`
        : `${formatNumber(rows.length, lang)} of ${formatNumber(answer.total, lang)}`
      : '';
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family="Be Vietnam Pro, system-ui, sans-serif"
      font-size={SIZE}
      role="img"
    >
      <title>{title}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <text x={EDGE} y={24} font-size={16} font-weight="600" fill={palette.ink}>
        {within(title, width - 2 * EDGE, 17)}
      </text>
      {placed.map(({ key, label, x, width: columnWidth, isNumber }) => (
        <text
          key={key}
          x={isNumber ? x + columnWidth : x}
          y={HEAD - 10}
          font-size={12}
          fill={palette.soft}
          text-anchor={isNumber ? 'end' : 'start'}
        >
          {within(label, columnWidth, 12)}
        </text>
      ))}
      {rows.map((row, index) => {
        const top = HEAD + index * ROW;
        return (
          <g key={row.id}>
            <line x1={EDGE} x2={width - EDGE} y1={top} y2={top} stroke={palette.line} />
            <circle cx={EDGE + 4} cy={top + ROW / 2} r={4} fill={palette.kind(row.kind)} />
            {placed.map(({ key, text, x, width: columnWidth, isNumber }, at) => (
              <text
                key={key}
                x={isNumber ? x + columnWidth : at === 0 ? x + 14 : x}
                y={top + ROW / 2 + 4.5}
                fill={palette.ink}
                text-anchor={isNumber ? 'end' : 'start'}
              >
                {within(text(row), at === 0 ? columnWidth - 14 : columnWidth)}
              </text>
            ))}
          </g>
        );
      })}
      {rows.length === 0 && (
        <text x={EDGE} y={HEAD + 18} fill={palette.soft}>
          {answer.rows.length === 0 ? words[lang].empty : ''}
        </text>
      )}
      <text x={EDGE} y={height - 9} font-size={12} fill={palette.soft}>
        {count}
      </text>
    </svg>
  );
}
