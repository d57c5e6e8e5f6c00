import { useEffect, useRef, useState } from 'preact/hooks';
import { queryClient } from '../state/questions.ts';

/** How long a step is looked at, in milliseconds, by how fast one wants it. */
export const speeds = { slow: 2_600, usual: 1_400, fast: 700 } as const;
export type Speed = keyof typeof speeds;

/** What is still being asked for is waited for so long at a time. */
const WAIT = 100;

/** Plays: calls `next` step by step until it says that there is none, and only once what was asked for is there. */
export function usePlaying(speed: Speed, next: () => boolean) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef(next);
  latest.current = next;

  useEffect(() => {
    if (!isPlaying) return;
    let timer: ReturnType<typeof setTimeout>;
    const step = (): void => {
      if (queryClient.isFetching() > 0) {
        timer = setTimeout(step, WAIT);
      } else if (latest.current()) {
        timer = setTimeout(step, speeds[speed]);
      } else setPlaying(false);
    };
    timer = setTimeout(step, WAIT);
    return () => clearTimeout(timer);
  }, [isPlaying, speed]);

  // Whoever does something else wants to look at what there is now.
  useEffect(() => {
    if (!isPlaying) return;
    const stop = ({ target }: Event): void => {
      if (target instanceof Element && target.closest('[data-keeps-playing]') !== null) return;
      setPlaying(false);
    };
    addEventListener('pointerdown', stop, { capture: true });
    addEventListener('keydown', stop, { capture: true });
    return () => {
      removeEventListener('pointerdown', stop, { capture: true });
      removeEventListener('keydown', stop, { capture: true });
    };
  }, [isPlaying]);

  return { isPlaying, setPlaying };
}
