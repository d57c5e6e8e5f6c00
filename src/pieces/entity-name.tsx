import { useContext } from 'preact/hooks';
import { familyOf } from './kinds.ts';
import { LinksContext, useChoose } from './links.tsx';

export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
}

/** An entity by its name, with the colour of its kind: a link to it, in the explorer, an element and a page alike. */
export function EntityName({ entity }: { readonly entity: NamedEntity }) {
  const links = useContext(LinksContext);
  const { id, name, kind } = entity;
  return (
    <a
      class={kind === undefined ? 'entity-name' : `entity-name of-${familyOf(kind)}`}
      href={links.entity(id)}
      onClick={useChoose(id)}
    >
      {name}
    </a>
  );
}
