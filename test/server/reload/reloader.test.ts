import { expect, it } from 'vitest';
import { problem } from '../../../src/errors/problem.ts';
import type { Checked, CheckedData } from '../../../src/server/reload/checked.ts';
import { createReloader, type ReloadOutcome } from '../../../src/server/reload/reloader.ts';

const data = (version: string): CheckedData => ({
  ok: true,
  version,
  compiled: null,
  warnings: [],
});

/** A reloader over checks that end when they are told to, and what happens to it. */
function begin(exchange: (data: CheckedData) => Promise<void> = async () => undefined) {
  let version = 'a';
  const checks: {
    readonly end: (checked: Checked) => void;
    readonly fail: (why: Error) => void;
  }[] = [];
  const ended: ReloadOutcome[] = [];
  const { reload } = createReloader({
    check: () => new Promise((end, fail) => checks.push({ end, fail })),
    async exchange(checked) {
      await exchange(checked);
      version = checked.version;
    },
    version: () => version,
    onEnd: (outcome) => ended.push(outcome),
  });
  return { reload, checks, ended };
}

it('exchanges data that says something else', async () => {
  const { reload, checks, ended } = begin();
  const reloaded = reload('asked');
  checks[0]!.end(data('b'));
  expect(await reloaded).toMatchObject({ outcome: 'reloaded', reason: 'asked', version: 'b' });
  expect(ended).toEqual([await reloaded]);
});

it('exchanges nothing for data that says the same, or is wrong', async () => {
  const { reload, checks } = begin(async () => {
    throw new Error('must not be exchanged');
  });
  const same = reload('watched');
  checks[0]!.end(data('a'));
  expect(await same).toMatchObject({ outcome: 'unchanged', version: 'a', problems: [] });

  const problems = [problem('FILE_MISSING', { file: 'x' }, { file: 'x' })];
  const wrong = reload('watched');
  checks[1]!.end({ ok: false, problems, leftOut: 3 });
  expect(await wrong).toMatchObject({ outcome: 'refused', version: 'a', problems, leftOut: 3 });
});

it('tells what failed, and goes on', async () => {
  const { reload, checks } = begin(async ({ version }) => {
    if (version === 'b') throw new Error('no memory is left');
  });
  const failed = { outcome: 'failed', version: 'a', problems: [{ code: 'RELOAD_FAILED' }] };
  const dying = reload('signal');
  checks[0]!.fail(new Error('the thread ended'));
  expect(await dying).toMatchObject(failed);
  const opening = reload('signal');
  checks[1]!.end(data('b'));
  expect(await opening).toMatchObject(failed);
  const better = reload('signal');
  checks[2]!.end(data('c'));
  expect(await better).toMatchObject({ outcome: 'reloaded', version: 'c' });
});

it('does one after the other, and one more for all who ask meanwhile', async () => {
  const { reload, checks, ended } = begin();
  const first = reload('watched');
  const others = [reload('watched'), reload('asked'), reload('signal')];
  expect(checks).toHaveLength(1);
  checks[0]!.end(data('b'));
  await first;
  await expect.poll(() => checks.length).toBe(2);
  checks[1]!.end(data('c'));
  for (const outcome of await Promise.all(others)) {
    expect(outcome).toMatchObject({ outcome: 'reloaded', version: 'c' });
  }
  expect(ended.map(({ version }) => version)).toEqual(['b', 'c']);
  expect(checks).toHaveLength(2);
});
