import { operations } from '../../client/index.ts';
import { sourcesOf } from '../chart/cited.ts';
import { loadUpTo } from '../chart/pages.ts';
import { Picture, tellAsOf, tellCut } from '../chart/picture.tsx';
import { createTimeScale } from '../chart/time-scale.ts';
import { formatDate, type Words } from '../language.ts';
import type { Piece } from '../piece.ts';
import type { Settings } from '../settings.ts';
import { TimelineBody } from './body.tsx';
import { AXIS, Axis, MarkShape } from './chart.tsx';
import { LANE, layOutMarks } from './layout.ts';
import { marksOf, type TimelineMark } from './marks.ts';

export interface TimelineAnswer {
  readonly marks: readonly TimelineMark[];
  /** How many dates were asked for and came, and how many there are. */
  readonly shown: number;
  readonly total: number;
  /** The labels of the kinds, by name. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Of what it is, where it is of few entities. */
  readonly about: readonly string[];
}

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

export const timeline: Piece<TimelineAnswer> = {
  name: 'timeline',
  reads: ['entity', 'as-of', 'from', 'to', 'kinds', 'properties', 'limit'],
  async load(ask, settings) {
    const { entity, kinds, properties, limit } = settings;
    const variables = {
      about: entity.length === 0 ? null : entity,
      kinds: kinds.length === 0 ? null : kinds,
      properties: properties.length === 0 ? null : properties,
      from: settings.from ?? null,
      to: settings.to ?? null,
      asOf: settings.asOf ?? null,
    };
    const [{ nodes, total }, { ontology }, names] = await Promise.all([
      loadUpTo(
        limit,
        async (page) => (await ask(operations.TimelineEntries, { ...variables, ...page })).timeline,
      ),
      ask(operations.KindTimes, {}),
      entity.length === 0 ? undefined : ask(operations.Names, { ids: entity.slice(0, 100) }),
    ]);
    return {
      // The latest come first, so that what a limit leaves out is the oldest.
      marks: marksOf(nodes.toReversed(), ontology.kinds),
      shown: nodes.length,
      total,
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
