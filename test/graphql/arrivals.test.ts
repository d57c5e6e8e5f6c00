import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { areArriving, connectionCame } from '../../src/graphql/arrivals.ts';
import { turnToBegin, waits } from '../../src/graphql/beginners.ts';

const now = () => performance.now();
const hold = (ms: number): void => {
  const end = now() + ms;
  while (now() < end);
};

describe('while new connections come', () => {
  beforeEach(async () => {
    while (areArriving()) await turn();
  });

  it('a request waits to begin for as long as each look brings one', async () => {
    connectionCame();
    await turn();
    let hasBegun = false;
    const begun = turnToBegin(now, false)?.then(() => {
      hasBegun = true;
    });
    expect(begun).toBeDefined();
    connectionCame();
    await turn();
    expect(hasBegun).toBe(false);
    await begun;
    expect(areArriving()).toBe(false);
    await turn();
    expect(waits().count).toBe(0);
  });

  it('a request begins nevertheless after a while, though they never end', async () => {
    let isOver = false;
    let come = 0;
    const arrive = (): void => {
      if (isOver) return;
      come += 1;
      connectionCame();
      hold(1);
      setImmediate(arrive);
    };
    arrive();
    await turn();
    expect(areArriving()).toBe(true);
    for (let each = 0; each < 5; each += 1) await turnToBegin(now, false);
    isOver = true;
    expect(come).toBeLessThan(60);
  });
});
