import type { Palette } from '../palette.ts';
import { arcBetween, type DrawnCountry, drawWorld } from './geography.ts';
import { MAP_LABEL, placeLabels } from './labels.ts';
import { HOME, type Relation } from './relations.ts';
import type { World } from './world.ts';

export interface MapDrawingProps {
  readonly world: World;
  readonly relations: readonly Relation[];
  /** Codes of countries that the data knows and gives no level. */
  readonly known: ReadonlySet<string>;
  readonly homeName: string;
  readonly levelCount: number;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly active?: string | undefined;
  readonly selected?: string | undefined;
  readonly onPoint?: (country: DrawnCountry, event: PointerEvent) => void;
  readonly onChoose?: (country: DrawnCountry) => void;
}

/** The colour of a level: the higher, the deeper. */
export function levelColour(level: number, count: number, palette: Palette): string {
  const last = palette.steps.length - 1;
  return palette.steps[count < 2 ? last : Math.round((level * last) / (count - 1))]!;
}

/** The map: each country in the colour of its level, arcs from Viet Nam to those that have one, and their names. */
export function MapDrawing(props: MapDrawingProps) {
  const { world, relations, known, width, height, palette, levelCount } = props;
  const countries = drawWorld(world, width, height);
  const byCode = new Map(
    relations.flatMap((one) => (one.alpha3 ? [[one.alpha3, one] as const] : [])),
  );
  const home = countries.find(({ alpha3 }) => alpha3 === HOME);
  const related = countries.flatMap((country) => {
    const relation = byCode.get(country.alpha3 ?? '');
    return relation === undefined ? [] : [{ country, relation }];
  });
  const labels = placeLabels(
    [
      ...(home ? [{ key: HOME, text: props.homeName, x: home.x, y: home.y }] : []),
      ...related
        .toSorted((a, b) => b.relation.steps[0]!.level - a.relation.steps[0]!.level)
        .map(({ country, relation }) => ({
          key: country.key,
          text: relation.name,
          x: country.x,
          y: country.y,
        })),
    ],
    width,
    height,
  );
  const fillOf = (country: DrawnCountry): string => {
    if (country.alpha3 === HOME) return palette.home;
    const relation = byCode.get(country.alpha3 ?? '');
    return relation === undefined
      ? palette.land
      : levelColour(relation.steps[0]!.level, levelCount, palette);
  };
  const levelOf = ({ alpha3 = '' }: DrawnCountry): number | undefined =>
    byCode.get(alpha3)?.steps[0]?.level;
  const isMarked = ({ alpha3 = '' }: DrawnCountry): boolean => {
    const id = byCode.get(alpha3)?.id;
    return id !== undefined && (id === props.active || id === props.selected);
  };
  const handlers = (country: DrawnCountry) =>
    props.onPoint === undefined
      ? {}
      : {
          onPointerMove: (event: PointerEvent) => props.onPoint?.(country, event),
          onClick: () => props.onChoose?.(country),
        };
  const edgeOf = (country: DrawnCountry) =>
    isMarked(country)
      ? { stroke: palette.ink, 'stroke-width': 2 }
      : byCode.has(country.alpha3 ?? '')
        ? { stroke: palette.ink, 'stroke-width': 0.7 }
        : known.has(country.alpha3 ?? '')
          ? { stroke: palette.soft, 'stroke-width': 0.8, 'stroke-dasharray': '2 2' }
          : { stroke: palette.paper, 'stroke-width': 0.5 };
  /** What is outlined is drawn last, so that no neighbor covers its edge. */
  const rank = (country: DrawnCountry): number =>
    isMarked(country)
      ? 3
      : byCode.has(country.alpha3 ?? '')
        ? 2
        : known.has(country.alpha3 ?? '')
          ? 1
          : 0;
  const shapes = countries
    .filter(({ path }) => path !== undefined)
    .toSorted((a, b) => rank(a) - rank(b));
  const points = countries.filter(
    (country) => country.path === undefined && (rank(country) > 0 || country.alpha3 === HOME),
  );

  return (
    <g class="map-drawing">
      <rect width={width} height={height} rx={8} fill={palette.sea} />
      {shapes.map((country) => (
        <path
          key={country.key}
          class="map-country"
          d={country.path}
          fill={fillOf(country)}
          stroke-linejoin="round"
          data-country={country.alpha3}
          data-level={levelOf(country)}
          {...edgeOf(country)}
          {...handlers(country)}
        />
      ))}
      {points.map((country) => (
        <circle
          key={country.key}
          class="map-country"
          cx={country.x}
          cy={country.y}
          r={4}
          fill={fillOf(country)}
          data-country={country.alpha3}
          data-level={levelOf(country)}
          {...edgeOf(country)}
          {...handlers(country)}
        />
      ))}
      <g class="map-above" pointer-events="none">
        {home &&
          related.map(({ country }) => (
            <path
              key={country.key}
              class="map-arc"
              d={arcBetween(home, country)}
              pathLength="1"
              fill="none"
              stroke={palette.home}
              stroke-width={isMarked(country) ? 2.2 : 1.1}
              stroke-opacity={isMarked(country) ? 1 : 0.55}
            />
          ))}
        {related.map(({ country }) => (
          <circle key={country.key} cx={country.x} cy={country.y} r={2.2} fill={palette.ink} />
        ))}
        {home && (
          <circle
            cx={home.x}
            cy={home.y}
            r={4.5}
            fill={palette.home}
            stroke={palette.paper}
            stroke-width={1.5}
          />
        )}
        {labels.map(({ key, text, left, bottom }) => (
          <text
            key={key}
            x={left}
            y={bottom - MAP_LABEL * 0.32}
            font-size={MAP_LABEL}
            font-weight={key === HOME ? 700 : 500}
            fill={palette.ink}
            stroke={palette.paper}
            stroke-width={3}
            stroke-linejoin="round"
            paint-order="stroke"
          >
            {text}
          </text>
        ))}
      </g>
    </g>
  );
}
