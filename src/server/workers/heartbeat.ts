/** How often a process is asked within the time for which it may be silent. */
const ASKED = 5;

export interface HeartbeatParts {
  /** Asks the process; fulfilled when it answers. */
  readonly beat: () => Promise<void>;
  /** How long it may leave that unanswered, in milliseconds. */
  readonly silence: number;
  readonly onSilent: () => void;
}

/**
 * Watches whether a process still does what it is asked: one that hangs serves nobody, yet never ends by itself. Questions are
 * counted, not time, so that a machine that stood still is no silence of its processes.
 * @returns what ends the watch
 */
export function watchHeartbeat({ beat, silence, onSilent }: HeartbeatParts): () => void {
  let unanswered = 0;
  const timer = setInterval(() => {
    if (unanswered === ASKED) {
      clearInterval(timer);
      onSilent();
      return;
    }
    unanswered += 1;
    // One that has ended answers nothing, and is replaced for that.
    beat().then(
      () => {
        unanswered = 0;
      },
      () => undefined,
    );
  }, silence / ASKED).unref();
  return () => clearInterval(timer);
}
