import { useRef, useState } from 'preact/hooks';
import { Detail } from '../chart/detail.tsx';
import { Selecting } from '../chart/links.tsx';
import { createTimeScale } from '../chart/time-scale.ts';
import type { Words } from '../language.ts';
import { livePalette } from '../palette.ts';
import type { BodyProps } from '../piece.ts';
import { domainOf, type TimelineAnswer } from './answer.ts';
import { AXIS, Axis, AxisLabels, MarkShape } from './chart.tsx';
import { LANE, layOutMarks } from './layout.ts';
import { isOf, TimelineList } from './list.tsx';
import type { TimelineMark } from './marks.ts';
import { tellWhen } from './when.ts';

/** In less room than that it is a list. */
const NARROW = 560;

const words: Words<'hint' | 'asList' | 'chart' | 'moment' | 'longer' | 'within'> = {
  vi: {
    hint: 'Chỉ vào hoặc chọn một mốc để xem câu nêu mốc ấy và nguồn. Phím mũi tên chuyển giữa các mốc.',
    asList: 'Xem dưới dạng danh sách',
    chart: 'Các mốc theo thời gian; phím mũi tên chuyển giữa các mốc, Enter để mở',
    moment: 'đúng ngày',
    longer: 'cả khoảng (năm, tháng, giai đoạn)',
    within: 'vào lúc nào đó trong khoảng',
  },
  en: {
    hint: 'Point at a mark, or choose one, to read the sentence and where it is said. Arrow keys move between marks.',
    asList: 'Read as a list',
    chart: 'Marks in time; arrow keys move between them, Enter opens one',
    moment: 'on that day',
    longer: 'a whole stretch (year, month, period)',
    within: 'at some time within it',
  },
};

/** The timeline as people use it: marks along an axis with what is known of the chosen one below; in narrow places a list. */
export function TimelineBody({ answer, settings, selected, select }: BodyProps<TimelineAnswer>) {
  const { lang, width } = settings;
  const { marks } = answer;
  if (marks.length === 0) return null;
  return (
    <Selecting select={select}>
      {width < NARROW ? (
        <div class="chart timeline">
          <TimelineList marks={marks} language={lang} selected={selected} />
        </div>
      ) : (
        <TimelineChart answer={answer} settings={settings} selected={selected} select={select} />
      )}
    </Selecting>
  );
}

/** What choosing a mark chooses: what was at that time, or the statement that has the time beside it. */
const chosenBy = ({ label, subject, statements }: TimelineMark): string =>
  label === subject.name ? subject.id : statements[0]!.id;

function TimelineChart({ answer, settings, selected, select }: BodyProps<TimelineAnswer>) {
  const { lang, width } = settings;
  const { marks } = answer;
  const say = words[lang];
  const [pointed, setPointed] = useState<string>();
  const chart = useRef<SVGSVGElement>(null);
  const scale = createTimeScale(
    marks.map(({ span }) => span),
    width,
    domainOf(marks, settings),
  );
  const { placed, lanes } = layOutMarks(marks, scale, width);
  const inner = lanes * LANE + 4;
  const strip = scale.grain === 'year' ? 22 : AXIS;
  const chosen = marks.find((mark) => isOf(mark, selected));
  const active = marks.find(({ key }) => key === pointed) ?? chosen;
  /** One mark at a time is in the order of Tab; the arrow keys move on from it. */
  const reachable = marks.indexOf(active ?? marks[0]!);

  const moveTo = (at: number): void => {
    const next = Math.min(Math.max(at, 0), marks.length - 1);
    setPointed(marks[next]!.key);
    chart.current?.querySelector<SVGElement>(`[data-at="${next}"]`)?.focus();
  };
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: (at) => at + 1,
    ArrowDown: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    ArrowUp: (at) => at - 1,
    Home: () => 0,
    End: () => marks.length - 1,
  };

  return (
    <div class="chart timeline">
      <svg
        class="timeline-years"
        width={width}
        height={strip}
        viewBox={`0 0 ${width} ${strip}`}
        aria-hidden="true"
      >
        <AxisLabels scale={scale} top={0} palette={livePalette} language={lang} />
      </svg>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing holds no fieldset */}
      <svg
        ref={chart}
        class="timeline-chart"
        width={width}
        height={inner + AXIS}
        viewBox={`0 0 ${width} ${inner + AXIS}`}
        role="group"
        aria-label={say.chart}
      >
        <Axis scale={scale} height={inner} palette={livePalette} language={lang} />
        {placed.map((one, at) => (
          // biome-ignore lint/a11y/useSemanticElements: there are no buttons within a drawing
          <g
            key={one.mark.key}
            class="timeline-mark"
            data-at={at}
            data-id={one.mark.subject.id}
            transform={`translate(0 ${one.lane * LANE})`}
            role="button"
            tabIndex={at === reachable ? 0 : -1}
            aria-label={`${tellWhen(one.mark, lang)}: ${one.mark.statements[0]!.text}`}
            aria-pressed={isOf(one.mark, selected)}
            onPointerEnter={() => setPointed(one.mark.key)}
            onFocus={() => setPointed(one.mark.key)}
            onClick={() => select?.(chosenBy(one.mark))}
            onKeyDown={(event) => {
              const step = steps[event.key];
              if (step !== undefined) moveTo(step(at));
              else if (event.key === 'Enter' || event.key === ' ') select?.(chosenBy(one.mark));
              else return;
              event.preventDefault();
            }}
          >
            <rect
              class="timeline-target"
              x={one.from - 3}
              y={0}
              width={one.to - one.from + 6}
              height={LANE}
              fill="transparent"
            />
            <MarkShape placed={one} palette={livePalette} isActive={one.mark === active} />
            <title>{`${tellWhen(one.mark, lang)}: ${one.mark.statements[0]!.text}`}</title>
          </g>
        ))}
      </svg>
      <div class="chart-aside">
        {active === undefined ? (
          <p class="chart-hint">{say.hint}</p>
        ) : (
          <Detail
            language={lang}
            entity={active.subject}
            lead={tellWhen(active, lang)}
            statements={active.statements}
          />
        )}
        <ul class="chart-key" aria-hidden="true">
          <li>
            <span class="key-moment" /> {say.moment}
          </li>
          <li>
            <span class="key-longer" /> {say.longer}
          </li>
          <li>
            <span class="key-within" /> {say.within}
          </li>
        </ul>
      </div>
      <details class="chart-twin">
        <summary>{say.asList}</summary>
        <TimelineList marks={marks} language={lang} selected={selected} />
      </details>
    </div>
  );
}
