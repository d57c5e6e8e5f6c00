import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHeartbeat } from '../../../src/server/workers/heartbeat.ts';

describe('a process that is watched', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const watch = (beat: () => Promise<void>) => {
    const onSilent = vi.fn();
    return { onSilent, stop: watchHeartbeat({ beat, silence: 1_000, onSilent }) };
  };

  it('is silent when it has answered nothing for so long, which is told once', async () => {
    let answers = true;
    const never = new Promise<void>(() => undefined);
    const { onSilent } = watch(() => (answers ? Promise.resolve() : never));
    await vi.advanceTimersByTimeAsync(5_000);
    answers = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onSilent).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onSilent).toHaveBeenCalledOnce();
  });

  it('is not silent when it answers late, each time', async () => {
    const beat = () => new Promise<void>((resolve) => setTimeout(resolve, 900));
    const { onSilent } = watch(beat);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(onSilent).not.toHaveBeenCalled();
  });

  it('is asked no more when the watch ends', async () => {
    const beat = vi.fn(() => Promise.reject(new Error('it has ended')));
    const { onSilent, stop } = watch(beat);
    await vi.advanceTimersByTimeAsync(500);
    stop();
    const { length } = beat.mock.calls;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(beat).toHaveBeenCalledTimes(length);
    expect(onSilent).not.toHaveBeenCalled();
  });
});
