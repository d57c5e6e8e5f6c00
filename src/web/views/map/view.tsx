import { formatNumber, type Words } from '../../../pieces/language.ts';
import type { MapAnswer } from '../../../pieces/map/answer.ts';
import { levelColour } from '../../../pieces/map/drawing.tsx';
import { map } from '../../../pieces/map/piece.tsx';
import { mapWords } from '../../../pieces/map/words.ts';
import { livePalette } from '../../../pieces/palette.ts';
import '../../../pieces/statements.css';
import '../../../pieces/charts.css';
import { useTakeAway } from '../../charts/take-away.ts';
import { useMaybePiece } from '../../charts/use-maybe-piece.ts';
import { useSelection } from '../../charts/use-selection.ts';
import { useShownQuestion } from '../../charts/use-shown-question.ts';
import { useWidth } from '../../charts/use-width.ts';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import '../../charts/charts.css';

const words: Words<'levels' | 'all' | 'empty' | 'loading'> = {
  vi: {
    levels: 'Cấp độ hiển thị',
    all: 'Mọi cấp độ',
    empty: 'Với lựa chọn này, dữ liệu không nêu quan hệ nào.',
    loading: 'Đang tải bản đồ…',
  },
  en: {
    levels: 'Levels shown',
    all: 'All levels',
    empty: 'With this selection, the data states no relations.',
    loading: 'Loading the map…',
  },
};

const rowsOf = function* ({ relations, levels }: MapAnswer) {
  yield [
    'code',
    'entity',
    'name',
    'level',
    'from',
    'to',
    'step',
    'text',
    'source',
    'paragraph',
    'link',
  ];
  for (const { alpha3, id, name, steps } of relations) {
    for (const step of steps) {
      for (const { text, citations } of step.statements) {
        for (const { source, paragraph, link } of citations) {
          const level = levels[step.level]!.label;
          yield [
            alpha3,
            id,
            name,
            level,
            step.begins,
            step.ends,
            step.id,
            text,
            source.name,
            paragraph,
            link,
          ];
        }
      }
    }
  }
};

const dataOf = ({ levels, relations, others, shown, total }: MapAnswer) => ({
  levels,
  shown,
  total,
  withoutLevel: others,
  relations: relations.map(({ steps, ...relation }) => ({
    ...relation,
    level: levels[steps[0]!.level]!.term,
    steps: steps.map((step) => ({ ...step, level: levels[step.level]!.term })),
  })),
});

/** The world by the level of relations that the graph states, as of the date of the explorer. */
export default function View() {
  const lang = language.value;
  const say = words[lang];
  const { selected, levels: shownLevels, around, asOf } = view.value;
  const [room, width] = useWidth<HTMLDivElement>();
  const selection = useSelection(width);
  const settings = selection && { ...selection, levels: shownLevels };
  const whole = useMaybePiece(map, selection);
  const answer = useMaybePiece(map, settings);
  useShownQuestion({
    operation: 'PartnershipMap',
    variables: { ...(around.length > 0 && { about: around }), ...(asOf !== undefined && { asOf }) },
  });
  useTakeAway({
    piece: map,
    answer: answer.data,
    settings,
    width: 1_600,
    height: 900,
    rows: rowsOf,
    data: dataOf,
  });
  return (
    <div class="chart-view" ref={room}>
      <h2>{mapWords[lang].title}</h2>
      {whole.data !== undefined && <Levels whole={whole.data} shownNow={answer.data} />}
      <Answer of={answer} loading={say.loading}>
        {(data) =>
          settings && (
            <>
              {map.isEmpty(data) && (
                <p class="notice" role="status">
                  {say.empty}
                </p>
              )}
              <map.Body
                answer={data}
                settings={settings}
                selected={selected}
                select={(id) => go({ selected: id })}
              />
              <Truncated shown={data.shown} of={data.total} />
            </>
          )
        }
      </Answer>
    </div>
  );
}

interface LevelsProps {
  readonly whole: MapAnswer;
  readonly shownNow: MapAnswer | undefined;
}

/** Which levels are shown, with how many countries stand at each: of a level that is left out, how many it would add. */
function Levels({ whole, shownNow = whole }: LevelsProps) {
  const lang = language.value;
  const say = words[lang];
  const { levels: shown } = view.value;
  const { levels } = whole;
  const countOf = (at: number): number =>
    isShown(levels[at]!.term)
      ? shownNow.relations.filter(({ steps }) => steps[0]!.level === at).length
      : whole.relations.filter(({ steps }) => steps.some(({ level }) => level === at)).length;
  const isShown = (term: string): boolean => shown.length === 0 || shown.includes(term);
  const toggle = (term: string): void => {
    const before = levels.map((level) => level.term).filter(isShown);
    const after = before.includes(term)
      ? before.filter((each) => each !== term)
      : [...before, term];
    go({ levels: after.length === levels.length ? [] : after });
  };
  return (
    <fieldset class="kind-chips">
      <legend>{say.levels}</legend>
      <div class="row">
        {levels
          .map(({ term, label }, at) => (
            <button
              key={term}
              type="button"
              class="chip"
              aria-pressed={isShown(term)}
              data-level={term}
              onClick={() => toggle(term)}
            >
              <span
                class="dot square"
                style={{ background: levelColour(at, levels.length, livePalette) }}
              />
              {label} <span class="count">{formatNumber(countOf(at), lang)}</span>
            </button>
          ))
          .toReversed()}
        {shown.length > 0 && (
          <button type="button" class="quiet" onClick={() => go({ levels: [] })}>
            {say.all}
          </button>
        )}
      </div>
    </fieldset>
  );
}
