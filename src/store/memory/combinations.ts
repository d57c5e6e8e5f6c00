import { ProblemError } from '../../errors/problem.ts';
import type { GroupKey } from '../port.ts';
import { GREATEST } from './bounds.ts';
import type { Grouping } from './dimensions.ts';

/** Stands for "no group" where a number of a group is expected. */
const NONE = -1;
const NO_GROUPS: readonly number[] = [NONE];

/** The combinations that a number of dimensions have had so far: each is a shorter one and a group of one more dimension. */
interface Level {
  readonly grouping: Grouping;
  /** The numbers of the combinations, by the shorter one and the group. */
  readonly numbers: Map<number, number>;
  readonly shorter: number[];
  readonly groups: number[];
}

/** Combinations of groups, one of each dimension, numbered as they come. Without dimensions there is just one. */
export class Combinations {
  readonly #levels: readonly Level[];

  constructor(groupings: readonly Grouping[]) {
    this.#levels = groupings.map((grouping) => ({
      grouping,
      numbers: new Map(),
      shorter: [],
      groups: [],
    }));
  }

  /**
   * Calls `visit` for each combination that an item is in, until it answers true.
   * @throws ProblemError ARGUMENT_OUT_OF_RANGE when there come to be too many
   * @returns whether it did
   */
  each(item: number, visit: (combination: number) => boolean): boolean {
    const groups = this.#levels.map(({ grouping }) => {
      const found = grouping.of(item);
      return found.length === 0 ? NO_GROUPS : found;
    });
    const from = (level: number, shorter: number): boolean =>
      level === groups.length
        ? visit(shorter)
        : groups[level]!.some((group) => from(level + 1, this.#number(level, shorter, group)));
    return from(0, 0);
  }

  #number(level: number, before: number, group: number): number {
    const { grouping, numbers, shorter, groups } = this.#levels[level]!;
    const code = before * (grouping.size + 1) + group + 1;
    const known = numbers.get(code);
    if (known !== undefined) return known;
    // The groups of one dimension are as many as the data has; only combined do they multiply.
    if (level > 0 && groups.length === GREATEST.combinations) throw tooMany();
    shorter.push(before);
    numbers.set(code, groups.length);
    return groups.push(group) - 1;
  }

  /** The groups of a combination, one of each dimension. */
  keys(combination: number): readonly (GroupKey | null)[] {
    let rest = combination;
    return this.#levels
      .toReversed()
      .map(({ grouping, shorter, groups }) => {
        const group = groups[rest]!;
        rest = shorter[rest]!;
        return group === NONE ? null : grouping.key(group);
      })
      .reverse();
  }
}

const tooMany = (): ProblemError =>
  new ProblemError(
    'ARGUMENT_OUT_OF_RANGE',
    {
      argument: 'groupBy',
      value: `so fine that there are more than ${GREATEST.combinations} combinations`,
      least: 0,
      greatest: GREATEST.combinations,
    },
    { argument: 'groupBy' },
  );
