import type { ComponentChildren } from 'preact';

interface JumpProps {
  /** The id of the heading. */
  readonly to: string;
  readonly class?: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Leads to a heading of this page without a step of its own in the address, and takes the focus there. */
export function Jump({ to, children, ...rest }: JumpProps) {
  return (
    <a
      {...rest}
      href={`#${to}`}
      onClick={(event) => {
        const heading = document.getElementById(to);
        if (heading === null) return;
        event.preventDefault();
        heading.focus({ preventScroll: true });
        heading.scrollIntoView();
      }}
    >
      {children}
    </a>
  );
}
