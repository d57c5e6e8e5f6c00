import { describe, expect, it, vi } from 'vitest';
import { clearDeadline, setDeadline } from '../../src/graphql/deadlines.ts';

describe('deadlines', () => {
  it('are kept each by its own time, once', async () => {
    const acts: string[] = [];
    setDeadline(120, () => acts.push('late'));
    setDeadline(1, () => acts.push('early'));
    await expect.poll(() => acts).toEqual(['early']);
    await expect.poll(() => acts).toEqual(['early', 'late']);
    const third = vi.fn();
    setDeadline(1, third);
    await expect.poll(() => third.mock.calls).toHaveLength(1);
    expect(acts).toHaveLength(2);
  });

  it('that are cleared never come', async () => {
    const cleared = vi.fn();
    const kept = vi.fn();
    const deadline = setDeadline(1, cleared);
    setDeadline(1, kept);
    clearDeadline(deadline);
    await expect.poll(() => kept.mock.calls).toHaveLength(1);
    expect(cleared).not.toHaveBeenCalled();
  });
});
