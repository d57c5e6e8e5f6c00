import { colourVariable } from '../../pieces/kinds.ts';
import { useKindLabel } from '../state/use-kinds.ts';

/** A small mark in the colour of a kind; the kind's label beside it, or for those alone who hear or hover. */
export function KindMark({ kind, label }: { readonly kind: string; readonly label?: 'shown' }) {
  const text = useKindLabel(kind);
  return (
    <span class="kind" title={label === undefined ? text : undefined}>
      <span class="mark" aria-hidden="true" style={{ '--kind': `var(${colourVariable(kind)})` }} />
      <span class={label === undefined ? 'hidden' : undefined}>{text}</span>
    </span>
  );
}
