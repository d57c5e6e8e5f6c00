import type { ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { LinksContext } from '../links.tsx';

interface SelectingProps {
  readonly select: ((id: string) => void) | undefined;
  readonly children: ComponentChildren;
}

/** Below it, links to entities and statements select them, if there is somebody to tell. */
export function Selecting({ select, children }: SelectingProps) {
  const links = useContext(LinksContext);
  const own = useMemo(
    () => (select === undefined ? links : { ...links, choose: select }),
    [links, select],
  );
  return <LinksContext.Provider value={own}>{children}</LinksContext.Provider>;
}
