import { useEffect, useRef, useState } from 'preact/hooks';
import type { Drawing, Positions } from '../../pieces/drawing/drawing.ts';
import { layOutBeside } from '../../pieces/drawing/layout.ts';
import { GraphViewer, type ViewerOptions } from '../../viewer/graph-viewer.ts';
import { layOutApart } from '../../viewer/lay-out.ts';
import { startLayoutWorker } from './worker.ts';

/** Room for the tools above and the legend below. */
const PADDING = { top: 44, right: 24, bottom: 36, left: 24 } as const;

/** Where the nodes of a drawing go: those that are drawn already stay, if they are most of it. */
async function placesOf(
  drawing: Drawing,
  viewer: GraphViewer | undefined,
  signal: AbortSignal,
): Promise<Positions> {
  const model = viewer?.model;
  const known = drawing.ids.filter((id) => model?.numbers.has(id)).length;
  if (model === undefined || known * 2 < drawing.ids.length) {
    return layOutApart(drawing, { signal, start: startLayoutWorker });
  }
  return layOutBeside(drawing, (id) => {
    const number = model.numbers.get(id);
    return number === undefined ? undefined : { x: model.xs[number]!, y: model.ys[number]! };
  });
}

/**
 * The viewer of a drawing in a container, once it is laid out. It lives as long as the container; a newer drawing is shown in the
 * same one.
 */
export function useViewer(drawing: Drawing, options: ViewerOptions) {
  const container = useRef<HTMLDivElement>(null);
  const viewer = useRef<GraphViewer>();
  const [shown, setShown] = useState<Drawing>();
  const current = useRef(options);
  current.current = options;

  useEffect(() => {
    const leaving = new AbortController();
    const show = async (): Promise<void> => {
      const positions = await placesOf(drawing, viewer.current, leaving.signal);
      if (leaving.signal.aborted || container.current === null) return;
      if (viewer.current === undefined) {
        viewer.current = new GraphViewer(container.current, drawing, positions, {
          handlers: {
            choose: (id) => current.current.handlers.choose(id),
            expand: (id) => current.current.handlers.expand(id),
            move: (id, place) => current.current.handlers.move(id, place),
            lose: () => current.current.handlers.lose?.(),
          },
          propertyLabel: (property) => current.current.propertyLabel(property),
          padding: () => PADDING,
        });
      } else {
        viewer.current.setData(drawing, positions, { fit: true });
      }
      setShown(drawing);
    };
    show().catch(() => {
      // What the viewer cannot draw the plain drawing can.
      if (!leaving.signal.aborted) current.current.handlers.lose?.();
    });
    return () => leaving.abort();
  }, [drawing]);

  useEffect(
    () => () => {
      viewer.current?.kill();
      viewer.current = undefined;
    },
    [],
  );
  return { container, viewer, shown };
}
