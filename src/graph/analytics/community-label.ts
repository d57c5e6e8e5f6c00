import type { Entity, Localized } from '../../ontology/model.ts';
import { betweenNames } from '../../util/between-names.ts';
import type { Analytics } from './model.ts';

/** How many members a label names at most. */
const MOST = 3;
/** A name that is longer, in either language, is more of a description. */
const LONGEST = 40;
/** A member whose PageRank is below this share of the first one's does not stand beside it. */
const LEAST_SHARE = 0.2;

const isShort = ({ names }: Entity): boolean =>
  names.vi.length <= LONGEST && names.en.length <= LONGEST;

/**
 * Names a community after those members of the greatest PageRank that hold it together: what is joined to fewer members
 * than their mean may owe its rank to a single neighbor. Articles tell of the rest, and are passed over; so are long names
 * where there are short ones.
 * @param members the nodes of the community, those of the greatest PageRank first
 */
export function communityLabel(
  entities: readonly Entity[],
  { pageRank, inner }: Pick<Analytics, 'pageRank' | 'inner'>,
  members: Uint32Array,
): Localized {
  const mean = members.reduce((sum, node) => sum + inner[node]!, 0) / members.length;
  const named = (holds: (node: number) => boolean): number[] => {
    const found: number[] = [];
    for (const node of members) {
      if (found.length === MOST || pageRank[node]! < LEAST_SHARE * pageRank[found[0] ?? node]!)
        break;
      if (holds(node)) found.push(node);
    }
    return found;
  };
  const central = (node: number): boolean =>
    inner[node]! >= mean && entities[node]!.kind !== 'source';
  const chosen = [
    () => named((node) => central(node) && isShort(entities[node]!)),
    () => named(central),
    () => named(() => true),
  ];
  const nodes = chosen.reduce<number[]>((found, next) => (found.length > 0 ? found : next()), []);
  const names = (language: keyof Localized): string => {
    const all = nodes.map((node) => entities[node]!.names[language]);
    return all.join(`${betweenNames(all)} `);
  };
  return { vi: `Quanh ${names('vi')}`, en: `Around ${names('en')}` };
}
