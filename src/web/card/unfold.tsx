import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface UnfoldProps {
  readonly title: ComponentChildren;
  readonly children: () => ComponentChildren;
}

/** A section that is folded until somebody opens it; what it needs is not asked for before. */
export function Unfold({ title, children }: UnfoldProps) {
  const [wasOpen, open] = useState(false);
  return (
    <details
      class="unfold"
      onToggle={(event) => {
        if (event.currentTarget.open) open(true);
      }}
    >
      <summary>
        <h3>{title}</h3>
      </summary>
      {wasOpen && <div class="unfolded">{children()}</div>}
    </details>
  );
}
