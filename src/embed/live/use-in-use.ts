import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a hint stays, in milliseconds. */
const HINT = 1_600;

/**
 * Lets somebody who scrolls a page pass over a part of it that would take the wheel or the finger for itself: it gets them once
 * somebody has pressed or focused something in it, and until they do so elsewhere. With Ctrl the wheel is always for it.
 */
export function useInUse(place: RefObject<HTMLElement>): { readonly hint?: 'wheel' | 'touch' } {
  const isInUse = useRef(false);
  const [hint, setHint] = useState<'wheel' | 'touch'>();

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    let fading: ReturnType<typeof setTimeout> | undefined;
    const tell = (by: 'wheel' | 'touch'): void => {
      setHint(by);
      clearTimeout(fading);
      fading = setTimeout(() => setHint(undefined), HINT);
    };
    const begin = (): void => {
      isInUse.current = true;
      setHint(undefined);
    };
    const end = (event: Event): void => {
      if (!event.composedPath().includes(element)) isInUse.current = false;
    };
    const pass = (event: Event): void => {
      const isWheel = event.type === 'wheel';
      const isTool =
        event.target instanceof Element && event.target.closest('button, ul, a') !== null;
      if (isInUse.current || isTool || (isWheel && (event as WheelEvent).ctrlKey)) return;
      event.stopPropagation();
      if (isWheel || event.type === 'touchmove') tell(isWheel ? 'wheel' : 'touch');
    };
    const passed = ['wheel', 'touchstart', 'touchmove', 'touchend'] as const;
    for (const type of passed)
      element.addEventListener(type, pass, { capture: true, passive: true });
    // A tap is a click in the end, a drag over the page is none.
    element.addEventListener('click', begin);
    element.addEventListener('mousedown', begin);
    element.addEventListener('focusin', begin);
    document.addEventListener('pointerdown', end, true);
    document.addEventListener('focusin', end, true);
    return () => {
      clearTimeout(fading);
      for (const type of passed) element.removeEventListener(type, pass, true);
      element.removeEventListener('click', begin);
      element.removeEventListener('mousedown', begin);
      element.removeEventListener('focusin', begin);
      document.removeEventListener('pointerdown', end, true);
      document.removeEventListener('focusin', end, true);
    };
  }, [place]);
  return hint === undefined ? {} : { hint };
}
