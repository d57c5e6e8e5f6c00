import { Picture, tellAsOf, tellCut } from '../chart/picture.tsx';
import { formatNumber } from '../language.ts';
import type { Settings } from '../settings.ts';
import { fitText } from '../text.ts';
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
const HEAD = 26;
const EDGE = 16;
const GAP = 12;

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
  const { lang, asOf } = settings;
  const columns = columnsOf(answer, settings);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <Picture
      settings={settings}
      title={title}
      sources={answer.sources}
      notes={[tellAsOf(asOf, lang)]}
    >
      {({ width, height }, palette) => {
        const room = width - GAP * (columns.length - 1);
        let left = 0;
        const placed = columns.map((column) => {
          const columnWidth = (room * column.share) / shares;
          const place = { ...column, x: left, width: columnWidth };
          left += columnWidth + GAP;
          return place;
        });
        const fitting = Math.max(0, Math.floor((height - HEAD) / ROW));
        const isCut = fitting < answer.total;
        const rows = answer.rows.slice(0, isCut ? Math.max(0, fitting - 1) : fitting);
        return (
          <>
            {placed.map(({ key, label, x, width: columnWidth, isNumber }) => (
              <text
                key={key}
                x={isNumber ? x + columnWidth : x}
                y={HEAD - 10}
                font-size={12}
                fill={palette.soft}
                text-anchor={isNumber ? 'end' : 'start'}
              >
                {fitText(label, columnWidth, 12)}
              </text>
            ))}
            {rows.map((row, index) => {
              const top = HEAD + index * ROW;
              return (
                <g key={row.id}>
                  <line x1={0} x2={width} y1={top} y2={top} stroke={palette.line} />
                  <circle cx={4} cy={top + ROW / 2} r={4} fill={palette.kind(row.kind)} />
                  {placed.map(({ key, text, x, width: columnWidth, isNumber }, at) => (
                    <text
                      key={key}
                      x={isNumber ? x + columnWidth : at === 0 ? x + 14 : x}
                      y={top + ROW / 2 + 4.5}
                      font-size={SIZE}
                      fill={palette.ink}
                      text-anchor={isNumber ? 'end' : 'start'}
                    >
                      {fitText(text(row), at === 0 ? columnWidth - 14 : columnWidth, SIZE)}
                    </text>
                  ))}
                </g>
              );
            })}
            {answer.rows.length === 0 && (
              <text y={HEAD + 18} font-size={SIZE} fill={palette.soft}>
                {words[lang].empty}
              </text>
            )}
            {rows.length < answer.total && (
              <text y={HEAD + rows.length * ROW + 18} font-size={12} fill={palette.soft}>
                {tellCut({ shown: rows.length, of: answer.total }, lang)}
              </text>
            )}
          </>
        );
      }}
    </Picture>
  );
}
