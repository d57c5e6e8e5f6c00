import type { Language } from '../../pieces/language.ts';
import { words } from './words.ts';

interface ToolsProps {
  readonly language: Language;
  readonly larger: () => void;
  readonly smaller: () => void;
  readonly fit: () => void;
  /** Not given where nothing is chosen that could be expanded. */
  readonly expand: (() => void) | undefined;
  readonly listed: boolean;
  readonly list: () => void;
}

const shapes = {
  larger: 'M8 3v10M3 8h10',
  smaller: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  expand:
    'M8 6v4M6 8h4M8 2v1M8 13v1M2 8h1M13 8h1M3.8 3.8l.7.7M11.5 11.5l.7.7M12.2 3.8l-.7.7M4.5 11.5l-.7.7',
  list: 'M3 4h.1M6 4h7M3 8h.1M6 8h7M3 12h.1M6 12h7',
} as const;

function Tool(props: {
  readonly name: keyof typeof shapes;
  readonly label: string;
  readonly act: () => void;
  readonly pressed?: boolean;
}) {
  return (
    <button
      class="live-tool"
      type="button"
      part="button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      onClick={props.act}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path
          d={shapes[props.name]}
          fill="none"
          stroke="currentColor"
          stroke-width="1.7"
          stroke-linecap="round"
        />
      </svg>
    </button>
  );
}

/** What can be done to the drawing, as buttons. */
export function Tools({ language, larger, smaller, fit, expand, listed, list }: ToolsProps) {
  const say = words[language];
  return (
    <div class="live-tools">
      {!listed && (
        <>
          <Tool name="larger" label={say.larger} act={larger} />
          <Tool name="smaller" label={say.smaller} act={smaller} />
          <Tool name="fit" label={say.fit} act={fit} />
          {expand && <Tool name="expand" label={say.expand} act={expand} />}
        </>
      )}
      <Tool name="list" label={say.list} act={list} pressed={listed} />
    </div>
  );
}
