import type { ComponentChildren } from 'preact';
import './walk.css';

interface WalkPageProps {
  readonly class: string;
  readonly heading: string;
  /** What the view is for, in a sentence. */
  readonly what: string;
  readonly children: ComponentChildren;
}

/** A view that is read from top to bottom: its heading, what it is for, and what it shows. */
export function WalkPage({ class: name, heading, what, children }: WalkPageProps) {
  return (
    <section class={`walk ${name}`}>
      <header>
        <h2>{heading}</h2>
        <p class="muted">{what}</p>
      </header>
      {children}
    </section>
  );
}
