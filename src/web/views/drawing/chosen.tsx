import { KindMark } from '../../parts/kind-mark.tsx';
import { language, view } from '../../state/explorer.ts';
import { select } from './actions.ts';
import { type Shape, Tool } from './tools.tsx';
import { words } from './words.ts';

/** What can be done with one entity, by name; the canvas knows where it is and what is around it. */
export interface EntityActions {
  readonly expand: (id: string) => void;
  readonly hide: (id: string) => void;
  readonly togglePin: (id: string) => void;
  readonly focus: (id: string) => void;
  readonly isPinned: (id: string) => boolean;
}

/** The same actions everywhere, with their names: beside the drawing and in the list. */
export function actionsOn(
  id: string,
  { expand, hide, togglePin, focus, isPinned }: EntityActions,
): readonly {
  readonly shape: Shape;
  readonly label: string;
  readonly act: () => void;
  readonly pressed?: boolean;
}[] {
  const say = words[language.value];
  const pinned = isPinned(id);
  return [
    { shape: 'expand', label: say.expand, act: () => expand(id) },
    { shape: 'focus', label: say.focus, act: () => focus(id) },
    {
      shape: 'pin',
      label: pinned ? say.unpin : say.pin,
      act: () => togglePin(id),
      pressed: pinned,
    },
    { shape: 'hide', label: say.hide, act: () => hide(id) },
  ];
}

/** The entity that is selected on the drawing, and what can be done with it. */
export function Chosen({
  id,
  name,
  kind,
  actions,
}: {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly actions: EntityActions;
}) {
  const say = words[language.value];
  return (
    <section class="chosen" aria-label={say.chosen}>
      <p class="name">
        <KindMark kind={kind} /> {name}
      </p>
      <div class="row">
        {actionsOn(id, actions).map(({ shape, ...action }) => (
          <Tool key={shape} shape={shape} {...action} />
        ))}
        {view.value.selected === id && (
          <Tool shape="close" label={say.close} act={() => select(undefined)} />
        )}
      </div>
    </section>
  );
}
