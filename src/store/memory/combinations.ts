import { ProblemError } from '../../errors/problem.ts';
import type { GroupKey } from '../port.ts';
import { GREATEST } from './bounds.ts';
import { type Grouping, NO_GROUP, type SeveralGroups } from './dimensions.ts';

/** The combinations that a number of dimensions have had so far: each is a shorter one and a group of one more dimension. */
interface Level {
  readonly grouping: Grouping;
  /** The numbers of the combinations, by the shorter one and the group. */
  readonly numbers: Map<number, number>;
  readonly shorter: number[];
  readonly groups: number[];
  /** The group of an item, where it cannot have several. */
  readonly groupOf: ((item: number) => number) | undefined;
  /** The groups of the item that is looked at, where it may have several. */
  several: readonly number[];
}

/** Combinations of groups, one of each dimension, numbered as they come. Without dimensions there is just one. */
export class Combinations {
  readonly #levels: readonly Level[];
  /** Those whose items may have several groups. */
  readonly #ofSeveral: readonly Level[];

  constructor(groupings: readonly Grouping[]) {
    this.#levels = groupings.map((grouping) => ({
      grouping,
      numbers: new Map(),
      shorter: [],
      groups: [],
      groupOf: 'groupOf' in grouping ? grouping.groupOf : undefined,
      several: [],
    }));
    this.#ofSeveral = this.#levels.filter(({ groupOf }) => groupOf === undefined);
  }

  /**
   * Calls `visit` for each combination that an item is in, until it answers true.
   * @throws ProblemError ARGUMENT_OUT_OF_RANGE when there come to be too many
   * @returns whether it did
   */
  each(item: number, visit: (combination: number) => boolean): boolean {
    for (const level of this.#ofSeveral) {
      level.several = (level.grouping as SeveralGroups).groupsOf(item);
    }
    return this.#from(0, 0, item, visit);
  }

  #from(
    place: number,
    shorter: number,
    item: number,
    visit: (combination: number) => boolean,
  ): boolean {
    const level = this.#levels[place];
    if (level === undefined) return visit(shorter);
    const { groupOf, several } = level;
    if (groupOf !== undefined) {
      return this.#from(place + 1, this.#number(place, shorter, groupOf(item)), item, visit);
    }
    if (several.length === 0) {
      return this.#from(place + 1, this.#number(place, shorter, NO_GROUP), item, visit);
    }
    for (const group of several) {
      if (this.#from(place + 1, this.#number(place, shorter, group), item, visit)) return true;
    }
    return false;
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
        return group === NO_GROUP ? null : grouping.key(group);
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
