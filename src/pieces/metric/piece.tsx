import { sourcesOf } from '../chart/cited.ts';
import { Picture, type Room, tellAsOf, tellCut } from '../chart/picture.tsx';
import type { Language, Words } from '../language.ts';
import type { Palette } from '../palette.ts';
import type { Piece } from '../piece.ts';
import { textLines, textWidth } from '../text.ts';
import { MetricBody } from './body.tsx';
import { Columns } from './columns.tsx';
import { type FiguresAnswer, loadFigures, type MetricFigures, tellFigureTime } from './figures.ts';
import { layOutRows } from './row-layout.ts';
import { Rows } from './rows.tsx';

const words: Words<'title'> = {
  vi: { title: 'Số liệu' },
  en: { title: 'Figures' },
};

const titleOf = ({ metrics }: FiguresAnswer, language: Language): string =>
  metrics.length === 1 ? metrics[0]!.name : words[language].title;

const cutOf = ({ shown, total, metrics }: FiguresAnswer) => {
  if (shown < total) return { shown, of: total };
  const [figures, all] = [
    metrics.reduce((sum, metric) => sum + metric.figures.length, 0),
    metrics.reduce((sum, metric) => sum + metric.total, 0),
  ];
  return figures < all ? { shown: figures, of: all } : undefined;
};

interface LargeProps {
  readonly metric: MetricFigures;
  readonly room: Room;
  readonly palette: Palette;
  readonly language: Language;
}

/** One figure in the middle of a picture, as large as fits. */
function Large({ metric, room, palette, language }: LargeProps) {
  const figure = metric.figures[0]!;
  const [longest] = figure.label.split(' ').toSorted((a, b) => b.length - a.length);
  const size = Math.max(
    14,
    Math.min(64, room.height / 3, (room.width / textWidth(longest!, 1)) * 0.95),
  );
  const lines = textLines(figure.label, { width: room.width, size, most: 3 });
  const top = room.height / 2 - (lines.length * size * 1.15 + 24) / 2;
  return (
    <>
      {lines.map((line, at) => (
        <text
          key={line}
          x={room.width / 2}
          y={top + size * (0.9 + 1.15 * at)}
          font-size={size}
          font-weight="700"
          fill={palette.kind(metric.kind)}
          text-anchor="middle"
        >
          {line}
        </text>
      ))}
      <text
        x={room.width / 2}
        y={top + lines.length * size * 1.15 + 16}
        font-size={Math.min(14, room.height / 5)}
        fill={palette.soft}
        text-anchor="middle"
      >
        {tellFigureTime(figure, language)}
      </text>
    </>
  );
}

export const metric: Piece<FiguresAnswer> = {
  name: 'metric',
  reads: ['entity', 'as-of', 'limit'],
  load: loadFigures,
  title: (answer, { lang }) => titleOf(answer, lang),
  Body: MetricBody,
  picture: (answer, settings) => {
    const { lang } = settings;
    const { metrics } = answer;
    const cut = cutOf(answer);
    const count = metrics.reduce((sum, { figures }) => sum + figures.length, 0);
    return (
      <Picture
        settings={settings}
        title={titleOf(answer, lang)}
        sources={metric.sources(answer)}
        notes={[tellAsOf(settings.asOf, lang), cut && tellCut(cut, lang)]}
      >
        {(room, palette) => {
          const common = { palette, language: lang };
          if (count === 0) return null;
          if (count === 1) return <Large metric={metrics[0]!} room={room} {...common} />;
          if (metrics.length === 1) {
            return (
              <Columns metric={metrics[0]!} width={room.width} height={room.height} {...common} />
            );
          }
          const left = layOutRows(metrics, room.width)
            .groups.flatMap(({ rows }) => rows)
            .filter(({ y, height }) => y + height + 20 > room.height).length;
          return (
            <>
              <Rows answer={answer} width={room.width} most={room.height} {...common} />
              {left > 0 && (
                <text x={room.width} y={10} font-size={11} fill={palette.soft} text-anchor="end">
                  {tellCut({ shown: count - left, of: count }, lang)}
                </text>
              )}
            </>
          );
        }}
      </Picture>
    );
  },
  sources: ({ metrics }) =>
    sourcesOf(metrics.flatMap(({ figures }) => figures.map(({ statement }) => statement))),
  isEmpty: ({ metrics }) => metrics.length === 0,
  cut: cutOf,
};
