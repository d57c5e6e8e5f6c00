import type { CheckedData } from '../reload/checked.ts';
import type { Member } from './pool.ts';

/** Which data all workers show. */
export interface Exchange {
  readonly current: () => CheckedData;
  /** The same dataset, compiled anew. */
  readonly renew: (data: CheckedData) => void;
  /**
   * Shows new data in all workers at once, as far as processes can. Rejects, and nothing has changed, where one of them cannot.
   * One that dies meanwhile is replaced by one that shows the new data.
   */
  readonly exchange: (data: CheckedData) => Promise<void>;
  /** Sees that workers show the present data, whatever they were given when they began. */
  readonly align: (members: readonly Member[]) => Promise<void>;
}

export interface ExchangeParts {
  readonly first: CheckedData;
  /** Those that serve now. */
  readonly members: () => readonly Member[];
  readonly replace: (member: Member) => void;
}

export function createExchange({ first, members, replace }: ExchangeParts): Exchange {
  let current = first;

  /** @throws what keeps a worker that is still there from showing the data */
  const prepare = async (data: CheckedData, all: readonly Member[]): Promise<void> => {
    const [trial, ...others] = all;
    // The first one alone: should a process die of the data, the others never see it.
    await trial?.ask('prepare', data);
    const results = await Promise.allSettled(others.map(({ ask }) => ask('prepare', data)));
    for (const [index, result] of results.entries()) {
      const isThere = members().includes(others[index]!);
      if (result.status === 'rejected' && isThere) throw result.reason;
    }
  };

  const align = async (all: readonly Member[]): Promise<void> => {
    const data = current;
    await Promise.all(
      all.map(async (member) => {
        try {
          await member.ask('prepare', data);
          await member.ask('show', data.version);
        } catch {
          replace(member);
        }
      }),
    );
    // Not before all show it: whoever hears of it may be answered by any of them.
    await Promise.allSettled(all.map(({ ask }) => ask('announce')));
  };

  return {
    current: () => current,
    renew(data) {
      if (data.version === current.version) current = data;
    },
    async exchange(data) {
      const all = members();
      try {
        await prepare(data, all);
      } catch (error) {
        await Promise.allSettled(all.map(({ ask }) => ask('drop')));
        throw error;
      }
      current = data;
      await align(members());
    },
    align,
  };
}
