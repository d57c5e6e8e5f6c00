import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import { communityColour } from '../../../pieces/drawing/communities.ts';
import { drawnCount } from '../../../pieces/drawing/words.ts';
import { formatDate, type Words } from '../../../pieces/language.ts';
import type { GraphViewer } from '../../../viewer/graph-viewer.ts';
import { Failed } from '../../parts/answer.tsx';
import { language, view } from '../../state/explorer.ts';
import { offeredExports } from '../../state/exports.ts';
import { shownQuestion } from '../../state/question.ts';
import { shownTheme } from '../../state/theme.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useKinds } from '../../state/use-kinds.ts';
import {
  clearFilters,
  expand,
  focus,
  hide,
  isPinned,
  moveTo,
  select,
  togglePin,
} from './actions.ts';
import { Chosen, type EntityActions } from './chosen.tsx';
import '../../../pieces/statements.css';
import './drawing.css';
import { offersOf } from './exports.tsx';
import { Legend } from './legend.tsx';
import { Notices } from './notices.tsx';
import { Panel } from './panel.tsx';
import { readPin } from './pins.ts';
import { Stage } from './stage.tsx';
import { StillPicture } from './still-picture.tsx';
import { Tool, Tools } from './tools.tsx';
import { Twin } from './twin.tsx';
import { useCommunities } from './use-communities.ts';
import { useDrawing } from './use-drawing.ts';
import { useKeys } from './use-keys.ts';
import { useLayout, usePlaces } from './use-layout.ts';
import { useSeen } from './use-seen.ts';
import { useShownShortcuts, useUndoKeys } from './use-shortcuts.ts';
import { Waiting } from './waiting.tsx';
import { words as shared } from './words.ts';

const words: Words<
  | 'updating'
  | 'emptyFilters'
  | 'emptyNothing'
  | 'clear'
  | 'noCanvas'
  | 'how'
  | 'expanding'
  | 'complete'
  | 'title'
  | 'readAsList'
> = {
  vi: {
    updating: 'Đang cập nhật hình vẽ…',
    emptyFilters: 'Các bộ lọc không để lại thực thể nào.',
    emptyNothing: 'Không có thực thể nào để vẽ, vào thời điểm này hoặc quanh nơi đã chọn.',
    clear: 'Bỏ mọi bộ lọc',
    noCanvas:
      'Trình duyệt này không vẽ được bằng WebGL, nên đây là hình tĩnh. Các thực thể vẫn chọn được.',
    how: 'Phím mũi tên: đi giữa các thực thể liền kề. Enter: chọn. E: mở rộng. F: chỉ quanh đây. P: ghim. H: ẩn. + − 0: phóng to, thu nhỏ, thấy toàn bộ. Ctrl+Z: hoàn tác.',
    expanding: 'Đã thêm các thực thể liền kề.',
    complete: 'Mọi thực thể liền kề đều đã có trong hình vẽ.',
    title: 'Đồ thị ngoại giao Việt Nam',
    readAsList: 'Đọc dưới dạng danh sách',
  },
  en: {
    updating: 'Updating the drawing…',
    emptyFilters: 'The filters leave no entity.',
    emptyNothing: 'There is no entity to draw, at this date or around what was chosen.',
    clear: 'Clear all filters',
    noCanvas:
      'This browser cannot draw with WebGL, so this picture does not move. Entities can still be chosen.',
    how: 'Arrow keys: go between neighbors. Enter: choose. E: expand. F: only around this. P: pin. H: hide. + − 0: zoom in, zoom out, see all. Ctrl+Z: undo.',
    expanding: 'What is joined to it was added.',
    complete: 'All that is joined to it is in the drawing.',
    title: "The graph of Viet Nam's diplomacy",
    readAsList: 'Read as a list',
  },
};

type Side = 'legend' | 'list';

/** Panels that stand open where there is room for them beside the drawing. */
const roomy = (): boolean => matchMedia('(min-width: 60rem)').matches;

/** The graph: drawn, and as a list of all that is drawn. */
export default function View() {
  const state = view.value;
  const lang = language.value;
  const say = { ...shared[lang], ...words[lang] };
  const theme = shownTheme.value;
  const { shown, question, isFetching, failed } = useDrawing();
  const { layout, done, error: layoutError, retry } = useLayout(shown?.base);
  const places = usePlaces(shown?.whole, layout, state.pinned);
  const communities = useCommunities(shown?.whole);
  const kinds = useKinds();
  const properties = useAnswer(operations.Ontology, {}).data;
  const [viewer, setViewer] = useState<GraphViewer>();
  const [isLost, lose] = useState(false);
  const [side, setSide] = useState<Side | undefined>(roomy() ? 'legend' : undefined);
  const [heard, hear] = useState('');

  const propertyLabels = useMemo(
    () => new Map(properties?.ontology.properties.map(({ name, label }) => [name, label])),
    [properties],
  );
  const propertyLabel = (name: string): string => propertyLabels.get(name) ?? name;
  const kindLabel = (name: string): string => kinds.get(name)?.label ?? name;

  const whole = shown?.whole;
  const { without, apart, hidden } = state;
  const { isShown, nodes, edgeCount } = useSeen(shown, communities);
  const stageCommunities = useMemo(
    () =>
      whole &&
      communities && {
        labels: communities.list.map(({ label }) => label),
        of: whole.ids.map(communities.of),
      },
    [whole, communities],
  );
  const actions: EntityActions = {
    expand: (id) => {
      if (viewer === undefined || whole === undefined) return;
      const { model } = viewer;
      const number = model.numbers.get(id);
      if (number === undefined) return;
      const edges = model.edgesAt[number]!;
      const neighbors = edges.map((edge) => model.drawing.ids[model.across(edge, number)]!);
      const isComplete = edges.length >= model.drawing.degrees[number]!;
      if (!isComplete || neighbors.some((neighbor) => hidden.includes(neighbor))) {
        hear(say.expanding);
        expand(id, neighbors);
      } else {
        hear(say.complete);
        select(id);
        viewer.fit({ ids: [id, ...neighbors] });
      }
    },
    hide,
    focus,
    isPinned,
    togglePin: (id) => {
      const number = viewer?.model.numbers.get(id);
      togglePin(
        id,
        number === undefined || viewer === undefined
          ? undefined
          : { x: viewer.model.xs[number]!, y: viewer.model.ys[number]! },
      );
    },
  };

  const keys = useKeys({
    viewer,
    selected: state.selected,
    language: lang,
    actions,
    kindLabel,
    propertyLabel,
  });

  useUndoKeys();
  useShownShortcuts(lang);
  const isDrawn =
    shown !== undefined && whole !== undefined && places !== undefined && layout !== undefined;
  const asOfNote = state.asOf === undefined ? '' : ` · ${formatDate(state.asOf, lang)}`;
  const exported = {
    viewer,
    drawing: whole!,
    positions: places!,
    isShown,
    theme,
    language: lang,
    title: say.title,
    note: `${drawnCount(nodes.length, edgeCount, lang)}${asOfNote}`,
    propertyLabel,
    kindLabel,
    asOf: state.asOf,
    communityOf: (id: string) => communities?.list[communities.of(id) ?? -1]?.label,
    colourOf:
      state.colour === 'community' && communities !== undefined
        ? (number: number) => communityColour(communities.of(whole!.ids[number]!), theme)
        : undefined,
  };
  const latest = useRef(exported);
  latest.current = exported;
  useEffect(() => {
    if (!isDrawn) return;
    offeredExports.value = offersOf(() => latest.current);
    return () => {
      offeredExports.value = [];
    };
  }, [isDrawn]);
  const asked = JSON.stringify(question);
  useEffect(() => {
    shownQuestion.value = JSON.parse(asked);
    return () => {
      shownQuestion.value = undefined;
    };
  }, [asked]);

  const numberOf = useMemo(() => new Map(whole?.ids.map((id, number) => [id, number])), [whole]);
  const nameOf = (id: string): string => whole?.names[numberOf.get(id) ?? -1] ?? id;
  const chosen = state.selected === undefined ? undefined : numberOf.get(state.selected);
  const { pinned: pins } = state;
  const pinned = useMemo(() => pins.map((text) => readPin(text).id), [pins]);
  const close = (): void => setSide(undefined);

  return (
    <div class="graph-view" data-side={side} data-keeps-focus="">
      <p class="hidden" role="status">
        {keys.told || heard}
      </p>
      {side === 'legend' && whole !== undefined && (
        <Panel title={say.legend} close={close}>
          <Legend
            drawing={whole}
            present={shown?.present}
            communities={communities}
            theme={theme}
          />
        </Panel>
      )}
      {side === 'list' && whole !== undefined && (
        <Panel title={say.list} close={close}>
          <Twin drawing={whole} shown={nodes} actions={actions} point={(id) => viewer?.hover(id)} />
        </Panel>
      )}
      <div class="picture">
        {failed !== undefined && shown === undefined ? (
          <Failed
            error={failed.error!}
            busy={failed.isFetching}
            retry={() => void failed.refetch()}
          />
        ) : layoutError !== undefined ? (
          <Failed error={layoutError} busy={false} retry={retry} />
        ) : !isDrawn ? (
          <Waiting isAnswered={shown !== undefined} done={done} />
        ) : null}
        {isDrawn && !isLost && (
          <div
            class="walk"
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is walked by keys
            tabIndex={0}
            aria-label={`${say.drawing}: ${drawnCount(nodes.length, edgeCount, lang)}. ${say.how}`}
            onKeyDown={keys.onKeyDown}
            onBlur={keys.onBlur}
          >
            <Stage
              drawing={whole}
              positions={places}
              base={layout.drawing}
              isSettled={layout.isFinal}
              shown={isShown}
              colour={state.colour}
              communities={stageCommunities}
              selected={state.selected}
              pinned={pinned}
              trail={state.trail}
              propertyLabel={propertyLabel}
              choose={select}
              expand={actions.expand}
              move={moveTo}
              ready={setViewer}
              lose={() => lose(true)}
            />
          </div>
        )}
        {isDrawn && isLost && (
          <div class="fallback">
            <p class="notice" role="status">
              {say.noCanvas}
            </p>
            <StillPicture
              {...{ drawing: whole, isShown, selected: state.selected, title: say.title, lang }}
            />
          </div>
        )}
        {isDrawn && nodes.length === 0 && (
          <div class="state empty" role="status">
            {without.length + apart.length + hidden.length > 0 && whole.ids.length > 0 ? (
              <>
                <p>{say.emptyFilters}</p>
                <button type="button" onClick={clearFilters}>
                  {say.clear}
                </button>
              </>
            ) : (
              <p>{say.emptyNothing}</p>
            )}
          </div>
        )}
        {isDrawn && (isFetching || layout.drawing !== shown.base || !layout.isFinal) && (
          <p class="busy" role="status">
            <span class="progress" aria-hidden="true" />
            <span class="hidden">{say.updating}</span>
          </p>
        )}
        {isDrawn && (
          <Notices
            entities={nodes.length}
            statements={edgeCount}
            drawn={whole.ids.length}
            total={shown.total}
            isCut={shown.isCut}
            nameOf={nameOf}
          />
        )}
        <Tools
          camera={viewer && { zoom: (factor) => viewer.zoom(factor), fit: () => viewer.fit() }}
        >
          {(['legend', 'list'] as const).map((name) => (
            <Tool
              key={name}
              shape={name}
              label={name === 'list' ? say.readAsList : say.legend}
              expanded={side === name}
              act={() => setSide(side === name ? undefined : name)}
            />
          ))}
        </Tools>
        {isDrawn && chosen !== undefined && isShown.node(chosen) && (
          <Chosen
            id={state.selected!}
            name={whole.names[chosen]!}
            kind={whole.kinds[chosen]!}
            actions={actions}
          />
        )}
      </div>
    </div>
  );
}
