import { operations } from '../../client/index.ts';
import { sourcesOf } from '../chart/cited.ts';
import { spanOf, type TimeSpan } from '../chart/moments.ts';
import { loadUpTo } from '../chart/pages.ts';
import { Picture, tellAsOf, tellCut } from '../chart/picture.tsx';
import { createTimeScale } from '../chart/time-scale.ts';
import { formatDate, type Words } from '../language.ts';
import type { Piece } from '../piece.ts';
import type { Settings } from '../settings.ts';
import { domainOf, type TimelineAnswer } from './answer.ts';
import { TimelineBody } from './body.tsx';
import { AXIS, Axis, MarkShape } from './chart.tsx';
import { LANE, layOutMarks } from './layout.ts';
import { marksOf } from './marks.ts';

const words: Words<'title' | 'of' | 'from' | 'to'> = {
  vi: { title: 'Dòng thời gian', of: 'Dòng thời gian: ', from: 'từ', to: 'đến' },
  en: { title: 'Timeline', of: 'Timeline: ', from: 'from', to: 'to' },
};

function titleOf({ about }: TimelineAnswer, { lang, from, to }: Settings): string {
  const say = words[lang];
  const range = [
    from === undefined ? undefined : `${say.from} ${formatDate(from, lang)}`,
    to === undefined ? undefined : `${say.to} ${formatDate(to, lang)}`,
  ].filter((part) => part !== undefined);
  const title = about.length === 0 ? say.title : say.of + about.join(', ');
  return range.length === 0 ? title : `${title} (${range.join(' ')})`;
}

const cutOf = ({ shown, total }: TimelineAnswer) =>
  shown < total ? { shown, of: total } : undefined;

/** So many dates are looked through for those that meet a range. */
const WHOLE = 500;

const meets = (span: TimeSpan, { from, to }: { from: string | null; to: string | null }): boolean =>
  (from === null || span.end > spanOf(from).start) && (to === null || span.start < spanOf(to).end);

export const timeline: Piece<TimelineAnswer> = {
  name: 'timeline',
  reads: ['entity', 'as-of', 'from', 'to', 'kinds', 'properties', 'limit'],
  async load(ask, settings) {
    const { entity, kinds, properties, limit } = settings;
    const variables = {
      about: entity.length === 0 ? null : entity,
      kinds: kinds.length === 0 ? null : kinds,
      properties: properties.length === 0 ? null : properties,
      asOf: settings.asOf ?? null,
    };
    const entries = async (most: number, range: { from: string | null; to: string | null }) =>
      loadUpTo(most, async (page) => {
        const { timeline } = await ask(operations.TimelineEntries, {
          ...variables,
          ...range,
          ...page,
        });
        return timeline;
      });
    const range = { from: settings.from ?? null, to: settings.to ?? null };
    const isRanged = range.from !== null || range.to !== null;
    const [all, { ontology }, names] = await Promise.all([
      // Of all dates also what began before the range and goes on is known; where they are too many, those in it must do.
      entries(isRanged ? Math.max(WHOLE, limit) : limit, { from: null, to: null }),
      ask(operations.KindTimes, {}),
      entity.length === 0 ? undefined : ask(operations.Names, { ids: entity.slice(0, 100) }),
    ]);
    const isWhole = all.nodes.length === all.total;
    const { nodes, total } = isRanged && !isWhole ? await entries(limit, range) : all;
    // The latest come first, so that what a limit leaves out is the oldest.
    const found = marksOf(nodes.toReversed(), ontology.kinds);
    const marks = isRanged ? found.filter(({ span }) => meets(span, range)) : found;
    const counts =
      isRanged && isWhole
        ? { shown: Math.min(marks.length, limit), total: marks.length }
        : { shown: nodes.length, total };
    return {
      marks: isRanged ? marks.slice(-limit) : marks,
      ...counts,
      kinds: Object.fromEntries(ontology.kinds.map(({ name, label }) => [name, label])),
      about: (names?.nodes ?? []).flatMap((node) => (node && 'name' in node ? [node.name] : [])),
    };
  },
  title: titleOf,
  Body: TimelineBody,
  picture: (answer, settings) => {
    const { marks } = answer;
    const cut = cutOf(answer);
    return (
      <Picture
        settings={settings}
        title={titleOf(answer, settings)}
        sources={timeline.sources(answer)}
        notes={[tellAsOf(settings.asOf, settings.lang), cut && tellCut(cut, settings.lang)]}
      >
        {({ width, height }, palette) => {
          if (marks.length === 0) return null;
          const scale = createTimeScale(
            marks.map(({ span }) => span),
            width,
            domainOf(marks, settings),
          );
          const { placed } = layOutMarks(marks, scale, width);
          const inner = height - AXIS;
          const room = Math.max(1, Math.floor(inner / LANE));
          const seen = placed.filter(({ lane }) => lane < room);
          const left = placed.length - seen.length;
          return (
            <>
              <Axis scale={scale} height={inner} palette={palette} language={settings.lang} />
              {seen.map((one) => (
                <g key={one.mark.key} transform={`translate(0 ${one.lane * LANE})`}>
                  <MarkShape placed={one} palette={palette} />
                </g>
              ))}
              {left > 0 && (
                <text x={width} y={height - 2} font-size="11" text-anchor="end" fill={palette.soft}>
                  {tellCut({ shown: seen.length, of: placed.length }, settings.lang)}
                </text>
              )}
            </>
          );
        }}
      </Picture>
    );
  },
  sources: ({ marks }) => sourcesOf(marks.flatMap(({ statements }) => statements)),
  isEmpty: ({ marks }) => marks.length === 0,
  cut: cutOf,
};
