import { numbersBelow } from '../../util/numbers-below.ts';
import { DISAGREEMENT_KINDS, type DisagreementKind } from './model.ts';

/** Sets that grow together; each is known by one of its members (union-find: Tarjan, 1975). */
class Sets {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = numbersBelow(size);
  }

  find(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]!]!;
      root = this.#parents[root]!;
    }
    return root;
  }

  join(a: number, b: number): void {
    this.#parents[this.find(b)] = this.find(a);
  }
}

export interface Cluster<Member> {
  readonly kind: DisagreementKind;
  readonly members: readonly Member[];
}

/**
 * Groups rivals: for each kind, members that are joined by rivalries of that kind, directly or through others,
 * are one group. So three values of one property that contradict each other are one disagreement and not
 * three, and a value may contradict one rival and differ in date from another. Looks at each pair, of which
 * there are few for one property of one subject.
 */
export function clusters<Member>(
  members: readonly Member[],
  rivalry: (a: Member, b: Member) => DisagreementKind | null,
): Cluster<Member>[] {
  const setsOf = new Map<DisagreementKind, Sets>();
  for (let i = 0; i < members.length; i += 1) {
    for (let j = i + 1; j < members.length; j += 1) {
      const kind = rivalry(members[i]!, members[j]!);
      if (kind === null) continue;
      const sets = setsOf.get(kind) ?? new Sets(members.length);
      setsOf.set(kind, sets);
      sets.join(i, j);
    }
  }
  return DISAGREEMENT_KINDS.flatMap((kind) => {
    const sets = setsOf.get(kind);
    return sets === undefined ? [] : groups(members, sets, kind);
  });
}

function groups<Member>(
  members: readonly Member[],
  sets: Sets,
  kind: DisagreementKind,
): Cluster<Member>[] {
  const bySet = new Map<number, Member[]>();
  members.forEach((member, index) => {
    const set = sets.find(index);
    const group = bySet.get(set);
    if (group === undefined) bySet.set(set, [member]);
    else group.push(member);
  });
  return [...bySet.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ kind, members: group }));
}
