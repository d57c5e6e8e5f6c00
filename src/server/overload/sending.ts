import type { ServerResponse } from 'node:http';
import { Chain, type Link } from '../../util/chain.ts';

/** How many bytes of answers may wait for clients that take them slowly. */
const HELD = 128 * 2 ** 20;

/** An answer that is being made, or is ready and on its way. */
export interface Passage extends Link<Passage> {
  readonly response: ServerResponse;
  readonly began: number;
  isReady: boolean;
  isOver: boolean;
}

/** Answers that are being made, and those that are ready and on their way. */
export interface Sending {
  readonly begin: (response: ServerResponse) => Passage;
  readonly end: (passage: Passage) => void;
  /** Tells apart what is on its way, and ends what is taken too slowly. To be called now and then. */
  readonly look: () => void;
  readonly inProgress: () => number;
  readonly sending: () => number;
}

/** @param longest how long an answer may take, from the headers of the request until its client has it, in milliseconds */
export function createSending(longest: number, onSlow: () => void): Sending {
  /** Those that are not known to be ready, and those that are, the first that was first. */
  const made = new Chain<Passage>();
  const ready = new Chain<Passage>();
  let inProgress = 0;
  let sending = 0;

  const end = (passage: Passage): void => {
    if (passage.isOver) return;
    passage.isOver = true;
    if (passage.isReady) {
      ready.remove(passage);
      sending -= 1;
    } else {
      made.remove(passage);
      inProgress -= 1;
    }
  };

  const cut = (passage: Passage): void => {
    end(passage);
    onSlow();
    // Of one that is not ended the socket is known by its request only.
    passage.response.req.socket.destroy();
  };

  return {
    begin(response) {
      const passage: Passage = {
        response,
        began: performance.now(),
        isReady: false,
        isOver: false,
        before: undefined,
        after: undefined,
      };
      made.append(passage);
      inProgress += 1;
      return passage;
    },
    end,
    look() {
      for (const passage of made) {
        if (!passage.response.writableEnded) continue;
        made.remove(passage);
        inProgress -= 1;
        passage.isReady = true;
        ready.append(passage);
        sending += 1;
      }
      const now = performance.now();
      for (const passages of [made, ready]) {
        for (const passage of passages) if (now - passage.began > longest) cut(passage);
      }
      let held = 0;
      for (const { response } of ready) held += response.writableLength;
      for (const passage of ready) {
        if (held <= HELD) return;
        held -= passage.response.writableLength;
        cut(passage);
      }
    },
    inProgress: () => inProgress,
    sending: () => sending,
  };
}
