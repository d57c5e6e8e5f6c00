import { useEffect, useRef, useState } from 'preact/hooks';
import type { Drawing, Point, Positions } from '../../../pieces/drawing/drawing.ts';
import { canDraw, GraphViewer, type Shown } from '../../../viewer/graph-viewer.ts';
import type { Colouring } from '../../state/view-state.ts';

export interface StageProps {
  readonly drawing: Drawing;
  readonly positions: Positions;
  /** What is looked at: when it changes, the camera goes to see all of it. */
  readonly base: Drawing;
  /** Whether positions are final, and not where nodes begin. */
  readonly isSettled: boolean;
  readonly shown: Shown;
  readonly colour: Colouring;
  readonly communities:
    | { readonly labels: readonly string[]; readonly of: readonly (number | null)[] }
    | undefined;
  readonly selected: string | undefined;
  readonly pinned: readonly string[];
  /** Statements that are drawn out of the others. */
  readonly trail: readonly string[];
  readonly propertyLabel: (property: string) => string;
  readonly choose: (id: string | undefined) => void;
  readonly expand: (id: string) => void;
  readonly move: (id: string, place: Point) => void;
  /** Told the viewer once it draws, and `undefined` when it no longer does. */
  readonly ready: (viewer: GraphViewer | undefined) => void;
  /** Called when WebGL cannot be had, at first or later. */
  readonly lose: () => void;
}

/** Room for the tools, which stand to the right, and for what is said below. */
const padding = { top: 24, right: 76, bottom: 44, left: 24 } as const;
const narrowPadding = { top: 12, right: 30, bottom: 30, left: 12 } as const;
const NARROW = 480;
const ROOM_BELOW = 16;

/** What is said below the drawing grows with what there is to say. */
function paddingOf(container: HTMLElement) {
  const least = container.clientWidth < NARROW ? narrowPadding : padding;
  const said = container.closest('.picture')?.querySelector<HTMLElement>('.notices')?.offsetHeight;
  // More may be said below than usual, but most of a low window is for the drawing.
  const bottom = Math.min((said ?? 0) + ROOM_BELOW, container.clientHeight / 3);
  return { ...least, bottom: Math.max(least.bottom, bottom) };
}

/** The element that holds a viewer has it as a property, for tests and for those who look into the page. */
export type ViewerElement = HTMLDivElement & { viewer?: GraphViewer };

/** The canvas. It makes the viewer when it comes, tells it what changes, and kills it when it goes. */
export function Stage(props: StageProps) {
  const element = useRef<ViewerElement>(null);
  const [viewer, setViewer] = useState<GraphViewer>();
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is made once; what changes is told below
  useEffect(() => {
    const container = element.current!;
    if (!canDraw()) {
      props.lose();
      return;
    }
    const made = new GraphViewer(
      container,
      props.drawing,
      props.positions,
      {
        propertyLabel: (property) => latest.current.propertyLabel(property),
        padding: () => paddingOf(container),
        handlers: {
          choose: (id) => latest.current.choose(id),
          expand: (id) => latest.current.expand(id),
          move: (id, place) => latest.current.move(id, place),
          lose: () => latest.current.lose(),
        },
      },
      props.shown,
    );
    container.viewer = made;
    setViewer(made);
    props.ready(made);
    // For traces, and for tests of how much is loaded until then.
    performance.mark('caytre:interactive');
    return () => {
      delete container.viewer;
      made.kill();
      latest.current.ready(undefined);
    };
  }, []);

  const { drawing, positions, base, isSettled, shown, communities, colour } = props;
  const { pinned, trail, selected } = props;
  const told = useRef({ drawing, positions, base, isSettled, shown });
  useEffect(() => {
    const before = told.current;
    told.current = { drawing, positions, base, isSettled, shown };
    if (before.drawing !== drawing || before.positions !== positions) {
      viewer?.setData(drawing, positions, {
        shown,
        fit: before.base !== base || before.isSettled !== isSettled,
      });
    } else if (before.shown !== shown) viewer?.setShown(shown);
  }, [viewer, drawing, positions, base, isSettled, shown]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data has its communities told anew
  useEffect(
    () => viewer?.setColouring(colour, communities),
    [viewer, drawing, positions, colour, communities],
  );
  useEffect(() => viewer?.setPinned(pinned), [viewer, pinned]);
  useEffect(() => viewer?.setTrail(trail), [viewer, trail]);
  useEffect(() => {
    viewer?.select(selected);
    if (selected !== undefined) viewer?.bringIntoView(selected);
  }, [viewer, selected]);

  return (
    <div
      ref={element}
      class="canvas"
      data-ready={viewer === undefined ? undefined : ''}
      data-settled={viewer !== undefined && isSettled ? '' : undefined}
    />
  );
}
