import { useEffect, useRef, useState } from 'preact/hooks';
import { operations } from '../../client/index.ts';
import type { Ask } from '../../pieces/ask.ts';
import { Body } from '../../pieces/drawing/body.tsx';
import type { GraphAnswer } from '../../pieces/drawing/piece.tsx';
import { familyLabels, relationCount } from '../../pieces/drawing/words.ts';
import { familyOf } from '../../pieces/kinds.ts';
import type { BodyProps } from '../../pieces/piece.ts';
import { StatementLine } from '../../pieces/statement.tsx';
import { canDraw } from '../../viewer/graph-viewer.ts';
import { Legend } from './legend.tsx';
import { List } from './list.tsx';
import { Tools } from './tools.tsx';
import { useExpansion } from './use-expansion.ts';
import { useInUse } from './use-in-use.ts';
import { useTold } from './use-told.ts';
import { useViewer } from './use-viewer.ts';
import { words } from './words.ts';

export interface LiveGraphProps extends BodyProps<GraphAnswer> {
  readonly ask: Ask;
}

let draws: boolean | undefined;

/** The graph in an element: drawn by the viewer where the browser can, and as the plain drawing of the piece where it cannot. */
export function LiveGraph(props: LiveGraphProps) {
  draws ??= canDraw();
  const [lost, lose] = useState(!draws);
  if (!lost) return <Graph {...props} lose={() => lose(true)} />;
  return (
    <>
      <Body {...props} />
      <p class="live-note">{words[props.settings.lang].plain}</p>
    </>
  );
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
const ZOOM = 1.5;

/** What the properties of statements are called, once that is known. */
function usePropertyLabels(ask: Ask, language: string): (property: string) => string {
  const labels = useRef(new Map<string, string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` asks the same of the same server
  useEffect(() => {
    ask(operations.Ontology, {}).then(
      ({ ontology }) => {
        labels.current = new Map(ontology.properties.map(({ name, label }) => [name, label]));
      },
      // Their names do too.
      () => undefined,
    );
  }, [language]);
  return (property) => labels.current.get(property) ?? property;
}

function Graph(props: LiveGraphProps & { readonly lose: () => void }) {
  const { answer, settings, selected, select, ask, lose } = props;
  const { lang, theme } = settings;
  const say = words[lang];
  const { drawing, outcome, expand } = useExpansion(answer, settings, ask);
  const [near, setNear] = useState<string>();
  const [listed, setListed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const use = useInUse(place);
  const { container, viewer, shown } = useViewer(drawing, {
    handlers: {
      choose: (id) => {
        if (id !== undefined) select?.(id);
      },
      expand,
      move: (id) => setNear(id),
      lose,
    },
    propertyLabel: usePropertyLabels(ask, lang),
  });
  const told = useTold(
    drawing.edges.ids.find((id) => id === selected),
    settings,
    ask,
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing has the same selected
  useEffect(() => viewer.current?.select(selected), [selected, shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides what colours there are
  useEffect(() => viewer.current?.refreshTheme(), [theme]);

  const goTo = (id: string): void => {
    setNear(id);
    viewer.current?.hover(id);
    viewer.current?.bringIntoView(id);
  };
  const isDrawn = (id: string | undefined): id is string => !!id && drawing.ids.includes(id);
  const here = [near, selected, answer.centre[0], drawing.ids[0]].find(isDrawn);
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (direction !== undefined && here !== undefined) {
      goTo(near === undefined ? here : (viewer.current?.towards(here, direction) ?? here));
    } else if (event.key === 'Enter' && here !== undefined) {
      if (event.shiftKey) expand(here);
      else select?.(here);
    } else if (event.key === '+' || event.key === '=') viewer.current?.zoom(ZOOM);
    else if (event.key === '-') viewer.current?.zoom(1 / ZOOM);
    else if (event.key === '0') viewer.current?.fit();
    else return;
    event.preventDefault();
  };
  const number = near === undefined ? -1 : drawing.ids.indexOf(near);
  const announced =
    number < 0
      ? ''
      : `${drawing.names[number]}, ${familyLabels[lang][familyOf(drawing.kinds[number]!)]}, ${relationCount(drawing.degrees[number]!, lang)}`;
  return (
    <div class="live" ref={place}>
      <div
        class="live-canvas"
        part="canvas"
        role="application"
        aria-roledescription={say.role}
        aria-label={`${answer.title}. ${say.how}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys walk through the drawing
        tabIndex={0}
        ref={container}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setNear(undefined);
          viewer.current?.hover(undefined);
        }}
      />
      {shown === undefined && <p class="live-waiting">{say.layingOut}</p>}
      {use.hint && <p class="live-hint">{use.hint === 'touch' ? say.touchToUse : say.toUse}</p>}
      <Tools
        language={lang}
        larger={() => viewer.current?.zoom(ZOOM)}
        smaller={() => viewer.current?.zoom(1 / ZOOM)}
        fit={() => viewer.current?.fit()}
        expand={isDrawn(selected) ? () => expand(selected) : undefined}
        listed={listed}
        list={() => setListed(!listed)}
      />
      {listed && (
        <List
          drawing={drawing}
          language={lang}
          selected={selected}
          choose={(id) => {
            select?.(id);
            viewer.current?.bringIntoView(id);
          }}
        />
      )}
      {!listed && <Legend drawing={drawing} language={lang} />}
      {told && !listed && (
        <div class="live-told">
          <StatementLine statement={told} language={lang} />
        </div>
      )}
      {outcome && (
        <p class="live-outcome" aria-hidden="true" key={`${outcome} ${drawing.ids.length}`}>
          {outcome}
        </p>
      )}
      <p class="embed-unseen" role="status">
        {outcome}
      </p>
      <p class="embed-unseen" aria-live="polite">
        {announced}
      </p>
    </div>
  );
}
