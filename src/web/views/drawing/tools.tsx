import type { ComponentChildren } from 'preact';
import { language, view } from '../../state/explorer.ts';
import { canRedo, canUndo, redo, undo } from '../../state/steps.ts';
import { reset } from './actions.ts';
import { words } from './words.ts';

const shapes = {
  zoomIn: 'M12 5v14M5 12h14',
  zoomOut: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  reset: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4.5h4.5',
  legend: 'M4 6h.01M9 6h11M4 12h.01M9 12h11M4 18h.01M9 18h11',
  list: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  expand: 'M12 8v8M8 12h8M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  hide: 'M3 3l18 18M10.6 10.7a2 2 0 0 0 2.8 2.7M6.5 6.6C4 8.2 2.5 12 2.5 12S6 18.5 12 18.5c1.8 0 3.4-.6 4.7-1.3M9.5 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.3 3',
  pin: 'M12 16v5M8 3h8l-1 7 3 3v3H6v-3l3-3z',
  focus: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 2v4M12 18v4M2 12h4M18 12h4',
  close: 'M6 6l12 12M18 6 6 18',
  open: 'M4 5h16v14H4zM8 9h8M8 13h5',
} as const;
export type Shape = keyof typeof shapes;

export const Icon = ({ shape }: { readonly shape: Shape }) => (
  <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" class="glyph">
    <path d={shapes[shape]} />
  </svg>
);

interface ToolProps {
  readonly shape: Shape;
  readonly label: string;
  readonly act: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly controls?: string;
}

/** A button of the drawing that shows a sign and has a name. */
export function Tool({ shape, label, act, disabled, pressed, expanded, controls }: ToolProps) {
  return (
    <button
      type="button"
      class="icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={expanded ? controls : undefined}
      onClick={act}
    >
      <Icon shape={shape} />
    </button>
  );
}

interface ToolsProps {
  /** What the canvas can do; not given where there is none. */
  readonly camera:
    | { readonly zoom: (factor: number) => void; readonly fit: () => void }
    | undefined;
  readonly children?: ComponentChildren;
}

/** Zoom, and steps back and forth. */
export function Tools({ camera, children }: ToolsProps) {
  const say = words[language.value];
  const { around, expanded, hidden, pinned, trail, without, apart } = view.value;
  const { colour, selected, limit } = view.value;
  const isChanged =
    [around, expanded, hidden, pinned, trail, without, apart].some((list) => list.length > 0) ||
    colour !== 'kind' ||
    selected !== undefined ||
    limit !== 1000;
  return (
    <div class="tools" role="toolbar" aria-label={say.tools} aria-orientation="vertical">
      {children}
      {camera && (
        <>
          <Tool shape="zoomIn" label={say.zoomIn} act={() => camera.zoom(1.5)} />
          <Tool shape="zoomOut" label={say.zoomOut} act={() => camera.zoom(1 / 1.5)} />
          <Tool shape="fit" label={say.fit} act={camera.fit} />
        </>
      )}
      <Tool shape="undo" label={say.undo} act={undo} disabled={!canUndo.value} />
      <Tool shape="redo" label={say.redo} act={redo} disabled={!canRedo.value} />
      <Tool shape="reset" label={say.reset} act={reset} disabled={!isChanged} />
    </div>
  );
}
