import { colourVariable } from '../../pieces/kinds.ts';
import { addressOf, go, view } from '../state/explorer.ts';

export interface LinkedEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** An entity by its name: opens its card; the address of that can be copied and opened elsewhere. */
export function EntityLink({ entity }: { readonly entity: LinkedEntity }) {
  return (
    <a
      class="entity"
      href={addressOf({ ...view.value, selected: entity.id })}
      style={{ '--kind': `var(${colourVariable(entity.kind)})` }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go({ selected: entity.id });
      }}
    >
      {entity.name}
    </a>
  );
}
