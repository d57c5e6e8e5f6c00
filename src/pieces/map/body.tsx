import { useState } from 'preact/hooks';
import { Detail } from '../chart/detail.tsx';
import { Selecting } from '../chart/links.tsx';
import { formatNumber, type Language } from '../language.ts';
import { livePalette } from '../palette.ts';
import type { BodyProps } from '../piece.ts';
import type { MapAnswer } from './answer.ts';
import { levelColour, MapDrawing } from './drawing.tsx';
import type { DrawnCountry } from './geography.ts';
import { HOME, type Relation } from './relations.ts';
import { mapWords, tellStepTime } from './words.ts';
import type { CountryCodes } from './world.ts';

interface Tip {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly text: string;
}

/** In more room than that the countries stand beside the map, which leaves them so much (as charts.css has it). */
const WIDE = 960;
const SIDE = 21 * 16 + 24;

/** What a country is called that the graph does not know. */
function regionName(alpha2: string | undefined, language: Language): string | undefined {
  if (alpha2 === undefined) return undefined;
  return new Intl.DisplayNames([language], { type: 'region' }).of(alpha2);
}

/** The map as people use it: shapes to point at, the countries of each level as a list to walk, and what is stated of one. */
export function MapBody({ answer, settings, selected, select }: BodyProps<MapAnswer>) {
  const { lang } = settings;
  const say = mapWords[lang];
  const { levels, relations, others, home } = answer;
  const [pointed, setPointed] = useState<string>();
  const [tip, setTip] = useState<Tip>();
  const isWide = settings.width >= WIDE;
  const width = isWide ? settings.width - SIDE : settings.width;
  const height = Math.max(160, Math.min(Math.round(width * 0.5), 640));
  const byCode = new Map(relations.map((relation) => [relation.alpha3, relation]));
  const isChosen = ({ id, steps }: Relation): boolean =>
    selected !== undefined &&
    (id === selected ||
      steps.some(
        (step) => step.id === selected || step.statements.some((one) => one.id === selected),
      ));
  const active = relations.find(({ id }) => id === pointed) ?? relations.find(isChosen);
  const groups = levels
    .map((level, at) => ({
      ...level,
      at,
      of: relations.filter(({ steps }) => steps[0]!.level === at),
    }))
    .toReversed();
  const elsewhere = relations.filter(
    ({ alpha3 }) => alpha3 === undefined || !onMap(answer, alpha3),
  );

  const point = (country: DrawnCountry, event: PointerEvent): void => {
    const relation = byCode.get(country.alpha3);
    if (relation !== undefined) setPointed(relation.id);
    if (event.pointerType === 'touch') return;
    const known = others.find(({ alpha3 }) => alpha3 === country.alpha3);
    const isHome = home !== undefined && country.alpha3 === HOME;
    const name =
      relation?.name ?? known?.name ?? (isHome ? home.name : regionName(country.alpha2, lang));
    if (name === undefined) {
      setTip(undefined);
      return;
    }
    const box = (event.currentTarget as Element).closest('svg')!.getBoundingClientRect();
    const [step] = relation?.steps ?? [];
    const text = step
      ? `${levels[step.level]!.label} · ${tellStepTime(step, lang)}`
      : isHome
        ? ''
        : known === undefined
          ? say.notStated
          : say.noLevel;
    setTip({ x: event.clientX - box.left, y: event.clientY - box.top, name, text });
  };
  const choose = (country: DrawnCountry): void => {
    const id =
      byCode.get(country.alpha3)?.id ??
      others.find(({ alpha3 }) => alpha3 === country.alpha3)?.id ??
      (country.alpha3 === HOME ? home?.id : undefined);
    if (id !== undefined) select?.(id);
  };
  const summary = `${say.title}. ${groups
    .filter(({ of }) => of.length > 0)
    .map(({ label, of }) => `${label}: ${of.map(({ name }) => name).join(', ')}`)
    .join('. ')}`;

  return (
    <Selecting select={select}>
      <div class={isWide ? 'chart map wide' : 'chart map'}>
        <div class="map-frame">
          <svg
            class="map-chart"
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={summary}
            onPointerLeave={() => setTip(undefined)}
          >
            <MapDrawing
              world={answer.world}
              relations={relations}
              known={new Set(others.map(({ alpha3 }) => alpha3))}
              homeName={home?.name ?? say.home}
              levelCount={levels.length}
              width={width}
              height={height}
              palette={livePalette}
              active={active?.id}
              selected={selected}
              onPoint={point}
              onChoose={choose}
            />
          </svg>
          {tip !== undefined && (
            <div
              class={tip.x > width / 2 ? 'chart-tip from-right' : 'chart-tip'}
              style={{ left: `${tip.x}px`, top: `${tip.y}px` }}
              aria-hidden="true"
            >
              <strong>{tip.name}</strong>
              {tip.text !== '' && <span>{tip.text}</span>}
            </div>
          )}
        </div>
        <div class="map-below">
          <section class="map-levels" aria-label={say.list}>
            {groups.map(({ term, label, at, of }) => (
              <div key={term} class="map-level">
                <p class="map-level-name">
                  <svg class="swatch" width="14" height="14" aria-hidden="true">
                    <rect
                      x="0.5"
                      y="0.5"
                      width="13"
                      height="13"
                      rx="3"
                      fill={levelColour(at, levels.length, livePalette)}
                      stroke={livePalette.ink}
                      stroke-width="0.7"
                    />
                  </svg>
                  {label} <span class="count">{formatNumber(of.length, lang)}</span>
                </p>
                <ul class="map-countries">
                  {of.map((relation) => (
                    <li key={relation.id}>
                      <button
                        type="button"
                        class="map-country-button"
                        aria-pressed={isChosen(relation)}
                        data-id={relation.id}
                        onPointerEnter={() => setPointed(relation.id)}
                        onFocus={() => setPointed(relation.id)}
                        onClick={() => select?.(relation.id)}
                      >
                        {relation.name}{' '}
                        <span class="when">{tellStepTime(relation.steps[0]!, lang)}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            {others.length > 0 && <Names label={say.noLevel} of={others} select={select} />}
            {elsewhere.length > 0 && <Names label={say.elsewhere} of={elsewhere} select={select} />}
          </section>
          <div class="map-detail" aria-live="polite">
            {active === undefined ? (
              <p class="chart-hint">{say.hint}</p>
            ) : (
              <CountryDetail relation={active} answer={answer} language={lang} />
            )}
          </div>
        </div>
        <p class="chart-note">
          {say.shapes} {say.islands}
        </p>
      </div>
    </Selecting>
  );
}

const onMap = ({ world }: MapAnswer, alpha3: string): boolean =>
  world.points.some((point) => point.alpha3 === alpha3) ||
  world.shapes.objects.countries.geometries.some(
    ({ properties }) => (properties as CountryCodes | undefined)?.alpha3 === alpha3,
  );

interface NamesProps {
  readonly label: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly select: ((id: string) => void) | undefined;
}

function Names({ label, of, select }: NamesProps) {
  return (
    <div class="map-level">
      <p class="map-level-name">
        <svg class="swatch" width="14" height="14" aria-hidden="true">
          <rect
            x="0.5"
            y="0.5"
            width="13"
            height="13"
            rx="3"
            fill={livePalette.land}
            stroke={livePalette.soft}
            stroke-dasharray="2 2"
          />
        </svg>
        {label} <span class="count">{of.length}</span>
      </p>
      <ul class="map-countries">
        {of.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="map-country-button"
              data-id={id}
              onClick={() => select?.(id)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CountryDetailProps {
  readonly relation: Relation;
  readonly answer: MapAnswer;
  readonly language: Language;
}

/** What is stated of the relations with a country: the highest level first, then what else is. */
function CountryDetail({ relation, answer, language }: CountryDetailProps) {
  const say = mapWords[language];
  return (
    <>
      {relation.steps.map((step, at) => (
        <div key={step.id}>
          {at === 1 && <p class="chart-hint">{say.other}:</p>}
          <Detail
            language={language}
            entity={at === 0 ? relation : undefined}
            lead={`${answer.levels[step.level]!.label}, ${tellStepTime(step, language)}`}
            statements={step.statements}
          />
        </div>
      ))}
    </>
  );
}
