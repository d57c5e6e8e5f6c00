import { expect, it } from 'vitest';
import { warmUp } from '../../src/server/warm-up.ts';

const never = new AbortController().signal;

/** A piece of so many steps that notes each. */
function piece(name: string, steps: number, noted: string[]): () => boolean {
  let done = 0;
  return () => {
    noted.push(name);
    done += 1;
    return done === steps;
  };
}

it('does one piece after another, to its end', async () => {
  const noted: string[] = [];
  await warmUp([piece('a', 2, noted), piece('b', 1, noted), piece('c', 3, noted)], never);
  expect(noted).toEqual(['a', 'a', 'b', 'c', 'c', 'c']);
});

it('goes on with the next piece where one fails', async () => {
  const noted: string[] = [];
  const failing = (): boolean => {
    throw new Error('told to whoever asks');
  };
  await warmUp([piece('a', 2, noted), failing, piece('b', 1, noted)], never);
  expect(noted).toEqual(['a', 'a', 'b']);
});

it('lets others have their turn while a piece goes on', async () => {
  let isServed = false;
  const request = setImmediate(() => {
    isServed = true;
  });
  // Would go on for ever, were the request not served between two steps.
  await warmUp([() => isServed], never);
  clearImmediate(request);
  expect(isServed).toBe(true);
});

it('ends between two steps when told to', async () => {
  const stopped = new AbortController();
  let isEnded = false;
  const endless = warmUp([() => false], stopped.signal).then(() => {
    isEnded = true;
  });
  await new Promise(setImmediate);
  expect(isEnded).toBe(false);
  stopped.abort();
  await endless;
  expect(isEnded).toBe(true);
});
