/** How often is looked at the clock while something has a deadline, in milliseconds. */
const LOOK = 50;

/** What is to be done, and when at the latest, but for a look. */
const open = new Map<() => void, number>();
let isLooking = false;

/** Does something once so many milliseconds are over, or a little later. One timer for all: most end long before, and a timer each costs more. */
export function setDeadline(milliseconds: number, act: () => void): void {
  open.set(act, performance.now() + milliseconds);
  if (isLooking) return;
  isLooking = true;
  setTimeout(look, LOOK).unref();
}

export const clearDeadline = (act: () => void): void => void open.delete(act);

function look(): void {
  const now = performance.now();
  for (const [act, due] of open) {
    if (due > now) continue;
    open.delete(act);
    act();
  }
  isLooking = open.size > 0;
  if (isLooking) setTimeout(look, LOOK).unref();
}
