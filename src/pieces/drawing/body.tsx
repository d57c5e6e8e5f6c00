import { useMemo, useRef, useState } from 'preact/hooks';
import { familyOf } from '../kinds.ts';
import type { Words } from '../language.ts';
import { livePalette } from '../palette.ts';
import type { BodyProps } from '../piece.ts';
import type { Drawing } from './drawing.ts';
import { Circle, edgePath, LABEL_SIZE, Label, Legend, legendOf } from './marks.tsx';
import { pageOf } from './picture.tsx';
import type { GraphAnswer } from './piece.tsx';
import { positionsOf } from './positions.ts';
import { makeScene, type Scene } from './scene.ts';
import { familyLabels, relationCount } from './words.ts';

const words: Words<'how'> = {
  vi: { how: 'Dùng các phím mũi tên để đi giữa các thực thể, Enter để chọn.' },
  en: { how: 'Arrow keys move between entities, Enter chooses.' },
};

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest node in a direction: what lies askew counts as farther. */
export function nearestTowards(
  scene: Scene,
  from: number,
  [towardsX, towardsY]: readonly [number, number],
): number | undefined {
  const here = scene.nodes[from];
  if (here === undefined) return undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { number, x, y } of scene.nodes) {
    const [dx, dy] = [x - here.x, y - here.y];
    const along = dx * towardsX + dy * towardsY;
    const aside = Math.abs(dx * towardsY - dy * towardsX);
    if (number === from || along <= 0 || aside > along * 1.5) continue;
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [number, distance];
  }
  return best;
}

interface EdgesProps {
  readonly scene: Scene;
  readonly drawing: Drawing;
  readonly answer: GraphAnswer;
  readonly selected: string | undefined;
  readonly select: ((id: string) => void) | undefined;
}

/** The lines, each with what it says, and wide enough to be hit. */
function Edges({ scene, drawing, answer, selected, select }: EdgesProps) {
  const { ids, subjects, objects } = drawing.edges;
  return (
    <g fill="none">
      {scene.edges.map((edge) => {
        const id = ids[edge.number]!;
        const path = edgePath(edge);
        const isNear =
          id === selected ||
          drawing.ids[subjects[edge.number]!] === selected ||
          drawing.ids[objects[edge.number]!] === selected;
        return (
          <g key={id} {...(select && { onClick: () => select(id), cursor: 'pointer' })}>
            <title>{answer.tellings.get(id)}</title>
            <path
              d={path}
              stroke={isNear ? livePalette.accent : livePalette.soft}
              stroke-opacity={isNear ? 0.9 : 0.45}
              stroke-width={id === selected ? 2.5 : 1}
            />
            {select && <path d={path} stroke="transparent" stroke-width="9" />}
          </g>
        );
      })}
    </g>
  );
}

/** The drawing as people use it without the interactive viewer: each node can be chosen by mouse, touch and keys. */
export function Body({ answer, settings, selected, select }: BodyProps<GraphAnswer>) {
  const { drawing } = answer;
  const { width, lang } = settings;
  const { height, labels } = pageOf(drawing, {
    width,
    height: settings.height,
    language: lang,
    note: answer.note,
  });
  const scene = useMemo(
    () =>
      makeScene(drawing, positionsOf(drawing), {
        width,
        height,
        labelSize: LABEL_SIZE,
        labels,
        named: new Set([...answer.centre, ...(selected ? [selected] : [])]),
      }),
    [drawing, width, height, labels, selected, answer.centre],
  );
  const [focused, focus] = useState(0);
  const group = useRef<SVGSVGElement>(null);
  const current = Math.min(focused, drawing.ids.length - 1);
  const move = (number: number): void => {
    focus(number);
    group.current?.querySelector<SVGElement>(`[data-node="${number}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    if (direction !== undefined) {
      const next = nearestTowards(scene, current, direction);
      if (next !== undefined) move(next);
    } else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(drawing.ids.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') select?.(drawing.ids[current]!);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset
    <svg
      ref={group}
      class="drawing"
      width="100%"
      viewBox={`0 0 ${width} ${settings.height}`}
      role="group"
      aria-label={`${answer.title}. ${words[lang].how}`}
      font-family="inherit"
      onKeyDown={onKeyDown}
    >
      <Edges {...{ scene, drawing, answer, selected, select }} />
      {scene.nodes.map((node) => {
        const id = drawing.ids[node.number]!;
        const kind = drawing.kinds[node.number]!;
        const isRinged = id === selected || answer.centre.includes(id);
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <g
            key={id}
            role="button"
            tabindex={node.number === current ? 0 : -1}
            data-node={node.number}
            data-id={id}
            aria-pressed={id === selected}
            aria-label={`${drawing.names[node.number]}, ${familyLabels[lang][familyOf(kind)]}, ${relationCount(drawing.degrees[node.number]!, lang)}`}
            cursor="pointer"
            onFocus={() => focus(node.number)}
            onClick={() => select?.(id)}
          >
            <title>{drawing.names[node.number]}</title>
            <circle cx={node.x} cy={node.y} r={Math.max(12, node.radius)} fill="transparent" />
            {isRinged && (
              <circle
                cx={node.x}
                cy={node.y}
                r={node.radius + 3.5}
                fill="none"
                stroke={livePalette.accent}
                stroke-width="2"
              />
            )}
            <Circle node={node} colour={livePalette.kind(kind)} paper={livePalette.paper} />
          </g>
        );
      })}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus, and the buttons have these names */}
      <g pointer-events="none" aria-hidden="true">
        {scene.nodes.map(
          ({ number, label }) =>
            label && (
              <Label
                key={number}
                label={label}
                palette={livePalette}
                bold={drawing.ids[number] === selected}
              />
            ),
        )}
      </g>
      <Legend legend={legendOf(drawing, width, lang)} top={height} palette={livePalette} />
      {answer.note && (
        <text x="16" y={settings.height - 7} font-size="11" fill={livePalette.soft}>
          {answer.note}
        </text>
      )}
    </svg>
  );
}
