import { describe, expect, it } from 'vitest';
import type { CheckedData } from '../../../src/server/reload/checked.ts';
import { createExchange } from '../../../src/server/workers/exchange.ts';
import type { Member } from '../../../src/server/workers/pool.ts';

const data = (version: string): CheckedData => ({
  ok: true,
  version,
  compiled: null,
  warnings: [],
});

/** Workers that keep to their duties; what each was asked is noted. */
function begin(count: number) {
  const asked: string[] = [];
  const shown = new Map<number, string>();
  const members = new Set<Member>();
  const replaced: number[] = [];
  /** What happens instead when a worker is asked to make data ready. */
  const troubles = new Map<number, () => Promise<void>>();

  const add = (number: number): Member => {
    let prepared: string | undefined;
    shown.set(number, 'old');
    const ask = async (name: string, given?: CheckedData | string): Promise<void> => {
      asked.push(`${number} ${name}`);
      if (name === 'prepare') {
        const { version } = given as CheckedData;
        if (shown.get(number) === version || prepared === version) return;
        await troubles.get(number)?.();
        prepared = version;
      } else if (name === 'show' && prepared === given) shown.set(number, prepared as string);
      else if (name === 'drop') prepared = undefined;
    };
    const member = { number, pid: number, ask } as unknown as Member;
    members.add(member);
    return member;
  };
  const all = Array.from({ length: count }, (_, index) => add(index + 1));
  const exchange = createExchange({
    first: data('old'),
    members: () => [...members],
    replace: ({ number }) => replaced.push(number),
  });
  const die = (member: Member) => async () => {
    members.delete(member);
    throw new Error('the other process has ended');
  };
  return { asked, shown, members, replaced, troubles, add, all, exchange, die };
}

const versions = (shown: ReadonlyMap<number, string>): string[] => [...shown.values()];

describe('new data in all workers', () => {
  it('is ready everywhere before any shows it, and told when all do; the first tries it alone', async () => {
    const { exchange, asked, shown } = begin(3);
    await exchange.exchange(data('new'));
    expect(versions(shown)).toEqual(['new', 'new', 'new']);
    expect(exchange.current().version).toBe('new');
    const at = (name: string) => asked.flatMap((one, index) => (one.endsWith(name) ? [index] : []));
    expect(asked[0]).toBe('1 prepare');
    expect(Math.min(...at('show'))).toBeGreaterThan(Math.max(...at('prepare').slice(0, 3)));
    expect(Math.min(...at('announce'))).toBeGreaterThan(Math.max(...at('show')));
  });

  it('of which the first worker dies is shown nowhere, and never reaches the others', async () => {
    const { exchange, asked, shown, troubles, all, die } = begin(3);
    troubles.set(1, die(all[0]!));
    await expect(exchange.exchange(data('new'))).rejects.toThrow('ended');
    expect(versions(shown)).toEqual(['old', 'old', 'old']);
    expect(exchange.current().version).toBe('old');
    expect(asked).not.toContain('2 prepare');
    expect(asked).not.toContain('3 prepare');
  });

  it('that one of the others refuses is shown nowhere, and forgotten', async () => {
    const { exchange, asked, shown, troubles } = begin(3);
    troubles.set(3, async () => {
      throw new Error('no longer there');
    });
    await expect(exchange.exchange(data('new'))).rejects.toThrow('no longer there');
    expect(versions(shown)).toEqual(['old', 'old', 'old']);
    expect(asked.filter((one) => one.endsWith('drop'))).toHaveLength(3);
    troubles.clear();
    await exchange.exchange(data('new'));
    expect(versions(shown)).toEqual(['new', 'new', 'new']);
  });

  it('is shown by the rest where one of the others dies meanwhile', async () => {
    const { exchange, shown, troubles, all, die } = begin(3);
    troubles.set(2, die(all[1]!));
    await exchange.exchange(data('new'));
    expect(shown.get(1)).toBe('new');
    expect(shown.get(3)).toBe('new');
    expect(exchange.current().version).toBe('new');
  });

  it('is shown by a worker too that came while it was made ready', async () => {
    const { exchange, shown, troubles, add } = begin(2);
    troubles.set(2, async () => void add(3));
    await exchange.exchange(data('new'));
    expect(versions(shown)).toEqual(['new', 'new', 'new']);
  });

  it('is what whoever comes later is brought to, and whoever cannot is replaced', async () => {
    const { exchange, shown, replaced, troubles, add } = begin(1);
    await exchange.exchange(data('new'));
    await exchange.align([add(2)]);
    expect(shown.get(2)).toBe('new');
    troubles.set(3, async () => {
      throw new Error('no longer there');
    });
    await exchange.align([add(3)]);
    expect(replaced).toEqual([3]);
  });

  it('waits for those who come where nobody serves', async () => {
    const { exchange, members } = begin(2);
    members.clear();
    await exchange.exchange(data('new'));
    expect(exchange.current().version).toBe('new');
  });

  it('that is the same compiled anew takes the place of the form before, and another does not', () => {
    const { exchange } = begin(1);
    const compiled = { file: 'elsewhere', key: 'key' };
    exchange.renew({ ...data('old'), compiled });
    expect(exchange.current().compiled).toEqual(compiled);
    exchange.renew(data('new'));
    expect(exchange.current().version).toBe('old');
  });
});
