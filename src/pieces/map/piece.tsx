import { operations } from '../../client/index.ts';
import { sourcesOf } from '../chart/cited.ts';
import { loadUpTo } from '../chart/pages.ts';
import { Picture, tellAsOf, tellCut } from '../chart/picture.tsx';
import { assertNamesKnown } from '../known-names.ts';
import type { Piece } from '../piece.ts';
import { textWidth } from '../text.ts';
import type { MapAnswer } from './answer.ts';
import { MapBody } from './body.tsx';
import { levelColour, MapDrawing } from './drawing.tsx';
import { HOME, relationsOf } from './relations.ts';
import { mapWords } from './words.ts';

/** As many steps as the map takes; so many countries there are not. */
const MOST = 1_000;
const VOCABULARY = 'partnershipLevel';

const cutOf = ({ shown, total }: MapAnswer) => (shown < total ? { shown, of: total } : undefined);

export const map: Piece<MapAnswer> = {
  name: 'map',
  reads: ['entity', 'as-of', 'kinds', 'levels'],
  async load(ask, { entity, asOf, kinds, lang, levels: wanted }) {
    const about = entity.length === 0 ? null : entity;
    const takes = (kind: string): boolean => kinds.length === 0 || kinds.includes(kind);
    const first = { about, asOf: asOf ?? null };
    const [{ world }, start, marked] = await Promise.all([
      import('./generated/world.ts'),
      ask(operations.PartnershipMap, { ...first, first: 100 }),
      takes('anniversary')
        ? loadUpTo(
            MOST,
            async (page) =>
              (await ask(operations.RelationsMarked, { ...first, ...page })).anniversaries,
          )
        : { nodes: [], total: 0 },
      assertNamesKnown(ask, { kinds, levels: wanted }),
    ]);
    const partnerships = [...start.partnerships.nodes];
    const places = [...start.countries.nodes];
    for (
      let page = start;
      (page.partnerships.pageInfo.hasNextPage && partnerships.length < MOST) ||
      page.countries.pageInfo.hasNextPage;
    ) {
      const { partnerships: here, countries } = page;
      page = await ask(operations.PartnershipMap, {
        ...first,
        after: here.pageInfo.endCursor,
        countriesAfter: countries.pageInfo.endCursor,
      });
      if (here.pageInfo.hasNextPage) partnerships.push(...page.partnerships.nodes);
      if (countries.pageInfo.hasNextPage) places.push(...page.countries.nodes);
    }
    const steps = takes('partnership') ? partnerships : [];
    const levels = (
      start.ontology.vocabularies.find(({ name }) => name === VOCABULARY)?.terms ?? []
    ).map(({ name, label }) => ({
      term: name,
      label: label.charAt(0).toLocaleUpperCase(lang) + label.slice(1),
    }));
    const relations = relationsOf(steps, marked.nodes, levels, wanted);
    const withLevel = new Set(relations.map(({ id }) => id));
    const countries = places.flatMap((country) =>
      'alpha3' in country && country.alpha3 ? [{ ...country, alpha3: country.alpha3 }] : [],
    );
    return {
      world,
      levels,
      relations,
      others: countries.filter(({ id, alpha3 }) => alpha3 !== HOME && !withLevel.has(id)),
      home: countries.find(({ alpha3 }) => alpha3 === HOME),
      shown: steps.length + marked.nodes.length,
      total: (takes('partnership') ? start.partnerships.totalCount : 0) + marked.total,
    };
  },
  title: (_answer, { lang }) => mapWords[lang].title,
  Body: MapBody,
  picture: (answer, settings) => {
    const { lang } = settings;
    const say = mapWords[lang];
    const { levels, relations } = answer;
    const cut = cutOf(answer);
    return (
      <Picture
        settings={settings}
        title={say.title}
        sources={map.sources(answer)}
        notes={[tellAsOf(settings.asOf, lang), cut && tellCut(cut, lang), say.shapes]}
      >
        {({ width, height }, palette) => {
          const items = levels
            .map(({ label }, level) => {
              const count = relations.filter(({ steps }) => steps[0]!.level === level).length;
              return {
                text: `${label} (${count})`,
                colour: levelColour(level, levels.length, palette),
              };
            })
            .toReversed();
          const size = width < 360 ? 9 : 11;
          let [x, row] = [0, 0];
          const legend = items.map((item) => {
            const wide = textWidth(item.text, size) + size + 20;
            if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
            const at = { ...item, x, row };
            x += wide;
            return at;
          });
          const line = size * 1.6;
          const legendHeight = height < 120 ? 0 : (row + 1) * line + 4;
          return (
            <>
              <MapDrawing
                world={answer.world}
                relations={relations}
                known={new Set(answer.others.map(({ alpha3 }) => alpha3))}
                homeName={answer.home?.name ?? say.home}
                levelCount={levels.length}
                width={width}
                height={Math.max(20, height - legendHeight)}
                palette={palette}
              />
              {legendHeight > 0 &&
                legend.map((item) => (
                  <g
                    key={item.text}
                    transform={`translate(${item.x} ${height - legendHeight + 6 + item.row * line})`}
                  >
                    <rect
                      width={size}
                      height={size}
                      rx={2}
                      fill={item.colour}
                      stroke={palette.ink}
                      stroke-width={0.7}
                    />
                    <text x={size + 5} y={size * 0.88} font-size={size} fill={palette.ink}>
                      {item.text}
                    </text>
                  </g>
                ))}
            </>
          );
        }}
      </Picture>
    );
  },
  sources: ({ relations }) =>
    sourcesOf(relations.flatMap(({ steps }) => steps.flatMap(({ statements }) => statements))),
  isEmpty: ({ relations }) => relations.length === 0,
  cut: cutOf,
};
