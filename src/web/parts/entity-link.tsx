import type { JSX } from 'preact';
import { colourVariable } from '../../pieces/kinds.ts';
import { addressOf, go, view } from '../state/explorer.ts';
import { useKindLabel } from '../state/use-kinds.ts';

export interface LinkedEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** Whether a click asks for another tab, a window or a download, and is the browser's own matter. */
export const isBrowsers = (event: JSX.TargetedMouseEvent<HTMLElement>): boolean =>
  event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;

/** An entity by its name, with its kind as a mark: opens its card; the address of that can be copied and opened elsewhere. */
export function EntityLink({ entity }: { readonly entity: LinkedEntity }) {
  const kind = useKindLabel(entity.kind);
  return (
    <a
      class="entity"
      href={addressOf({ ...view.value, selected: entity.id })}
      title={kind}
      aria-current={view.value.selected === entity.id ? 'true' : undefined}
      onClick={(event) => {
        if (isBrowsers(event)) return;
        event.preventDefault();
        go({ selected: entity.id });
      }}
    >
      <span
        class="mark"
        aria-hidden="true"
        style={{ '--kind': `var(${colourVariable(entity.kind)})` }}
      />
      {entity.name}
      <span class="hidden">, {kind}</span>
    </a>
  );
}
