import { describe, expect, it, vi } from 'vitest';
import { clearDeadline, setDeadline } from '../../src/graphql/deadlines.ts';

describe('deadlines', () => {
  it('are kept each by its own time, once', async () => {
    const began = performance.now();
    const acts: { readonly due: number; readonly after: number }[] = [];
    for (const due of [120, 1, 40]) {
      setDeadline(due, () => acts.push({ due, after: performance.now() - began }));
    }
    await expect.poll(() => acts).toHaveLength(3);
    for (const { due, after } of acts) expect(after).toBeGreaterThanOrEqual(due);
    const last = vi.fn();
    setDeadline(1, last);
    await expect.poll(() => last.mock.calls).toHaveLength(1);
    expect(acts.map(({ due }) => due).sort((a, b) => a - b)).toEqual([1, 40, 120]);
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
