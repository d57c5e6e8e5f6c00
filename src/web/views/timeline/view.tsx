import { formatNumber, type Words } from '../../../pieces/language.ts';
import type { TimelineAnswer } from '../../../pieces/timeline/answer.ts';
import type { TimelineMark } from '../../../pieces/timeline/marks.ts';
import { timeline } from '../../../pieces/timeline/piece.tsx';
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
import { KindChips } from './kind-chips.tsx';
import { Range } from './range.tsx';

const MOST = 500;

const words: Words<'empty' | 'narrow' | 'reset' | 'count'> = {
  vi: {
    empty: 'Không có mốc thời gian nào với lựa chọn này.',
    narrow: 'Chọn khoảng thời gian ngắn hơn để xem phần còn lại; phần bị lược là các mốc cũ nhất.',
    reset: 'Bỏ mọi bộ lọc',
    count: 'mốc và giai đoạn',
  },
  en: {
    empty: 'No dates with this selection.',
    narrow: 'Choose a shorter stretch of time to see the rest; left out are the oldest dates.',
    reset: 'Take all filters away',
    count: 'dates and stretches',
  },
};

const rowsOf = function* ({ marks }: TimelineAnswer) {
  yield [
    'from',
    'to',
    'sort',
    'kind',
    'entity',
    'name',
    'statement',
    'text',
    'source',
    'paragraph',
    'link',
  ];
  for (const { from, to, sort, subject, statements } of marks) {
    for (const { id, text, citations } of statements) {
      for (const { source, paragraph, link } of citations) {
        yield [
          from,
          to,
          sort,
          subject.kind,
          subject.id,
          subject.name,
          id,
          text,
          source.name,
          paragraph,
          link,
        ];
      }
    }
  }
};

const dataOf = ({ marks, shown, total }: TimelineAnswer) => ({
  shown,
  total,
  entries: marks.map(({ key: _key, span: _span, ...mark }: TimelineMark) => mark),
});

/** What happened when, over what is looked at: a range to zoom into, kinds to leave out, and each date with its citation. */
export default function View() {
  const lang = language.value;
  const say = words[lang];
  const { from, to, selected, without, around, asOf } = view.value;
  const [room, width] = useWidth<HTMLDivElement>();
  const selection = useSelection(width);
  const settings = selection && {
    ...selection,
    limit: MOST,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
  const whole = useMaybePiece(timeline, selection && { ...selection, kinds: [], limit: MOST });
  const answer = useMaybePiece(timeline, settings);
  useShownQuestion({
    operation: 'TimelineEntries',
    variables: {
      ...(around.length > 0 && { about: around }),
      ...(settings && settings.kinds.length > 0 && { kinds: settings.kinds }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(asOf !== undefined && { asOf }),
      first: 100,
    },
  });
  useTakeAway({
    piece: timeline,
    answer: answer.data,
    settings,
    width: Math.max(960, width ?? 0),
    height: pictureHeight(answer.data),
    rows: rowsOf,
    data: dataOf,
  });
  const isFiltered = without.length > 0 || from !== undefined || to !== undefined;

  return (
    <div class="chart-view" ref={room}>
      {whole.data !== undefined && whole.data.marks.length > 0 && (
        <>
          <Range marks={whole.data.marks} />
          <KindChips marks={whole.data.marks} labels={whole.data.kinds} />
        </>
      )}
      <Answer
        of={answer}
        isEmpty={timeline.isEmpty}
        empty={
          <>
            {say.empty}{' '}
            {isFiltered && (
              <button
                type="button"
                onClick={() => go({ without: [], from: undefined, to: undefined })}
              >
                {say.reset}
              </button>
            )}
          </>
        }
      >
        {(data) =>
          settings && (
            <>
              <p class="muted small">
                {formatNumber(data.marks.length, lang)} {say.count}
              </p>
              <timeline.Body
                answer={data}
                settings={settings}
                selected={selected}
                select={(id) => go({ selected: id })}
              />
              <Truncated shown={data.shown} of={data.total}>
                <span>{say.narrow}</span>
              </Truncated>
            </>
          )
        }
      </Answer>
    </div>
  );
}

/** High enough for most of what there is, and not so high that nobody can look at it. */
const pictureHeight = (answer: TimelineAnswer | undefined): number =>
  Math.min(4_000, Math.max(440, 160 + 11 * (answer?.marks.length ?? 0)));
