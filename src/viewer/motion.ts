/** Whether somebody asked for less motion. */
export const prefersLessMotion = (): boolean =>
  matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Goes from 0 to 1 in a time, a frame at a time, slower towards the end; at once where less motion is asked for or nobody sees
 * the page. Answers what stops it where it is.
 */
export function animate(milliseconds: number, step: (done: number) => void): () => void {
  if (milliseconds <= 0 || prefersLessMotion() || document.hidden) {
    step(1);
    return () => {};
  }
  let frame = 0;
  let began: number | undefined;
  const next = (now: number): void => {
    began ??= now;
    const done = Math.min(1, (now - began) / milliseconds);
    if (done < 1) frame = requestAnimationFrame(next);
    step(1 - (1 - done) ** 3);
  };
  frame = requestAnimationFrame(next);
  return () => cancelAnimationFrame(frame);
}
