import type { operations } from '../../../client/index.ts';
import { Citations } from '../../../pieces/citations.tsx';
import { colourVariable } from '../../../pieces/kinds.ts';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { go, language } from '../../state/explorer.ts';
import { useKindLabel } from '../../state/use-kinds.ts';
import { useSpeech } from './use-speech.ts';

type Path = NonNullable<operations.HowConnectedQuery['paths']>['paths'][number];
type Hop = Path['hops'][number];
type Stop = Hop['from'];

const words: Words<
  | 'way'
  | 'step'
  | 'steps'
  | 'sentences'
  | 'read'
  | 'stop'
  | 'noVoice'
  | 'graph'
  | 'statement'
  | 'forward'
  | 'backward'
> = {
  vi: {
    way: 'Đường',
    step: 'bước',
    steps: 'bước',
    sentences: 'Đọc thành câu',
    read: 'Đọc to',
    stop: 'Dừng đọc',
    noVoice: 'Máy này không có giọng đọc tiếng Việt, nên không đọc to được.',
    graph: 'Xem trong đồ thị',
    statement: 'Xem mệnh đề',
    forward: 'chiều xuống',
    backward: 'chiều lên',
  },
  en: {
    way: 'Path',
    step: 'step',
    steps: 'steps',
    sentences: 'As sentences',
    read: 'Read aloud',
    stop: 'Stop reading',
    noVoice: 'This machine has no English voice, so the path cannot be read aloud.',
    graph: 'Show in the graph',
    statement: 'See the statement',
    forward: 'downwards',
    backward: 'upwards',
  },
};

const sentence = (text: string): string => (/[.!?…]$/u.test(text) ? text : `${text}.`);

/** One path: its entities below one another, what joins each to the next and who says so; and the same as sentences. */
export function Chain({ path, number }: { readonly path: Path; readonly number: number }) {
  const lang = language.value;
  const say = words[lang];
  const speech = useSpeech(lang);
  const sentences = path.hops.map(({ statement }) => sentence(statement.text));
  const [first] = path.hops;
  const stops = first === undefined ? [] : [first.from, ...path.hops.map(({ to }) => to)];
  return (
    <article class="chain-card" aria-label={`${say.way} ${number}`}>
      <header>
        <h3>
          {say.way} {number}
        </h3>
        <span class="muted">
          {formatNumber(path.length, lang)} {path.length === 1 ? say.step : say.steps}
        </span>
      </header>
      <ol class="chain">
        {stops.map((stop, index) => {
          const hop = path.hops[index];
          return (
            <li key={stop.id}>
              <StopName stop={stop} />
              {hop && <Step hop={hop} />}
            </li>
          );
        })}
      </ol>
      <section class="sentences">
        <h4>{say.sentences}</h4>
        <ol>
          {sentences.map((text, index) => (
            <li
              key={path.hops[index]!.statement.id}
              aria-current={speech.reading === index ? 'true' : undefined}
            >
              {text}
            </li>
          ))}
        </ol>
        <p class="actions">
          {speech.can &&
            (speech.reading === undefined ? (
              <button type="button" onClick={() => speech.read(sentences)}>
                <span aria-hidden="true">▶ </span>
                {say.read}
              </button>
            ) : (
              <button type="button" onClick={speech.stop}>
                <span aria-hidden="true">■ </span>
                {say.stop}
              </button>
            ))}
          <button type="button" onClick={() => go(shownInGraph(path))}>
            {say.graph}
          </button>
        </p>
        {!speech.can && <p class="muted">{say.noVoice}</p>}
      </section>
    </article>
  );
}

/** The graph around all on a path, with its steps drawn out of the rest, and nothing of it left out. */
const shownInGraph = ({ hops }: Path) => ({
  view: 'graph' as const,
  around: [...hops.slice(0, 1).map(({ from }) => from.id), ...hops.map(({ to }) => to.id)],
  trail: hops.map(({ statement }) => statement.id),
  depth: 1,
  selected: undefined,
  ...{ hidden: [], without: [], apart: [], expanded: [] },
});

function StopName({ stop }: { readonly stop: Stop }) {
  const kind = useKindLabel(stop.kind);
  return (
    <p class="stop" style={{ '--kind': `var(${colourVariable(stop.kind)})` }}>
      <EntityLink entity={stop} />
      <span class="muted" aria-hidden="true">
        {kind}
      </span>
    </p>
  );
}

function Step({ hop }: { readonly hop: Hop }) {
  const lang = language.value;
  const say = words[lang];
  const { statement, direction } = hop;
  const isForward = direction === 'OUT';
  return (
    <div class={isForward ? 'step forward' : 'step backward'}>
      <button
        type="button"
        class="joined"
        title={`${say.statement}: ${statement.text}`}
        onClick={() => go({ selected: statement.id })}
      >
        <span aria-hidden="true">{isForward ? '↓' : '↑'} </span>
        {statement.propertyLabel}
        <span class="hidden">
          {' '}
          ({isForward ? say.forward : say.backward}): {say.statement}
        </span>
      </button>
      {statement.qualifiers.length > 0 && (
        <p class="muted">
          {statement.qualifiers.map(({ label, value }) => `${label}: ${value.label}`).join(' · ')}
        </p>
      )}
      <Citations citations={statement.citations} language={lang} />
    </div>
  );
}
