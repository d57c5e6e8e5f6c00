import { Chain, type Link } from '../util/chain.ts';

/** How often is looked at the clock while something has a deadline, in milliseconds. */
const LOOK = 50;

/** What is to be done, and when at the latest, but for a look. */
export interface Deadline extends Link<Deadline> {
  readonly due: number;
  readonly act: () => void;
  isOpen: boolean;
}

const open = new Chain<Deadline>();
let isLooking = false;

/** Does something once so many milliseconds are over, or a little later. One timer for all: most end long before, and a timer each costs more. */
export function setDeadline(milliseconds: number, act: () => void): Deadline {
  const due = performance.now() + milliseconds;
  const deadline: Deadline = { due, act, isOpen: true, before: undefined, after: undefined };
  open.append(deadline);
  if (!isLooking) {
    isLooking = true;
    setTimeout(look, LOOK).unref();
  }
  return deadline;
}

export function clearDeadline(deadline: Deadline): void {
  if (!deadline.isOpen) return;
  deadline.isOpen = false;
  open.remove(deadline);
}

function look(): void {
  const now = performance.now();
  for (const deadline of open) {
    // One that came before may have cleared it.
    if (!deadline.isOpen || deadline.due > now) continue;
    clearDeadline(deadline);
    deadline.act();
  }
  isLooking = open.first !== undefined;
  if (isLooking) setTimeout(look, LOOK).unref();
}
