import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { language } from '../../state/explorer.ts';
import { Tool } from './tools.tsx';
import { words } from './words.ts';

interface PanelProps {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

/** What stands beside the drawing, or above it where there is no room; Escape closes it. */
export function Panel({ title, close, children }: PanelProps) {
  const heading = useId();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);
  return (
    <section
      class="panel"
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <Tool shape="close" label={`${words[language.value].close}: ${title}`} act={close} />
      </header>
      <div class="content">{children}</div>
    </section>
  );
}
