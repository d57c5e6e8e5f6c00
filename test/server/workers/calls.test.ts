import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/errors/problem.ts';
import { type Channel, createCalls } from '../../../src/server/workers/calls.ts';

/** Two ends of one channel; what is sent is cloned on its way, and arrives later. */
function pair() {
  const ends = [new EventEmitter(), new EventEmitter()] as const;
  let isOpen = true;
  const channel = (mine: EventEmitter, theirs: EventEmitter): Channel => ({
    send(message, sent) {
      if (!isOpen) return sent(new Error('closed'));
      const copy = structuredClone(message);
      setImmediate(() => theirs.emit('message', copy));
      sent(null);
    },
    onMessage: (take) => mine.on('message', take),
    onClose: (take) => mine.on('close', take),
  });
  return {
    one: channel(ends[0], ends[1]),
    other: channel(ends[1], ends[0]),
    emit: (message: unknown) => ends[0].emit('message', message),
    close() {
      isOpen = false;
      for (const end of ends) end.emit('close');
    },
  };
}

const duties = {
  add: async (a: number, b: number) => a + b,
  when: () => new Date(0),
  refuse: async () => {
    throw new ProblemError('NOT_FOUND', { path: '/x' });
  },
  fail: () => {
    throw Object.assign(new Error('raw'), { code: 'ENOSPC' });
  },
  never: () => new Promise<void>(() => undefined),
};

describe('calls between two processes', () => {
  it('are answered each with its own answer, in both directions', async () => {
    const { one, other } = pair();
    const ask = createCalls<typeof duties>(one, { twice: (n: number) => 2 * n });
    const askBack = createCalls<{ twice: (n: number) => number }>(other, duties);
    const sums = await Promise.all([1, 2, 3].map((number) => ask('add', number, 10)));
    expect(sums).toEqual([11, 12, 13]);
    expect(await ask('when')).toEqual(new Date(0));
    expect(await askBack('twice', 4)).toBe(8);
  });

  it('that fail say why: with the problem, or in words', async () => {
    const { one, other } = pair();
    const ask = createCalls<typeof duties>(one, {});
    createCalls(other, duties);
    const error = await ask('refuse').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ problem: { code: 'NOT_FOUND', message: 'Nothing is at /x.' } });
    await expect(ask('fail')).rejects.toThrow('the disk is full');
  });

  it('are not waited for when the other process ends, or has ended', async () => {
    const { one, other, close } = pair();
    const ask = createCalls<typeof duties>(one, {});
    createCalls(other, duties);
    const open = ask('never');
    close();
    await expect(open).rejects.toThrow('the other process has ended');
    await expect(ask('never')).rejects.toThrow('the other process has ended');
  });

  it('do not mind messages of others', async () => {
    const { one, other, emit } = pair();
    const ask = createCalls<typeof duties>(one, {});
    createCalls(other, duties);
    for (const message of [null, 'text', 7, { type: 'other' }, { caytre: 'answer', id: 99 }]) {
      emit(message);
    }
    expect(await ask('add', 1, 1)).toBe(2);
  });
});
