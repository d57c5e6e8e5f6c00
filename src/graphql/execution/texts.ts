import type { Later } from '../later.ts';

/**
 * A text of which one part is promised. The parts after it are begun at once; where one of those cannot be, the promise
 * is broken with its error, once all that were promised are settled: a promise that nobody hears, broken later, ends the process.
 * @param begun the text before the part
 * @param end what closes the text
 * @param write what stands before the part of each of the rest, and the part
 */
export function joinLater<Part>(
  begun: string,
  part: Promise<string>,
  end: string,
  rest: Iterable<Part>,
  write: (one: Part) => readonly [lead: string, part: Later<string>],
): Promise<string> {
  const parts: Later<string>[] = [begun, part];
  try {
    for (const one of rest) parts.push(...write(one));
  } catch (error) {
    return Promise.allSettled(parts).then(() => {
      throw error;
    });
  }
  return Promise.all(parts).then((all) => all.join('') + end);
}
