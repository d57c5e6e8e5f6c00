import type { operations } from '../../client/index.ts';
import type { CitedStatement } from '../chart/cited.ts';

type Partnership = operations.PartnershipMapQuery['partnerships']['nodes'][number];
type Anniversary = operations.RelationsMarkedQuery['anniversaries']['nodes'][number];
type Party = Partnership['party']['nodes'][number];

export interface Level {
  /** A term of the vocabulary. */
  readonly term: string;
  readonly label: string;
}

/** What the graph states once about the relation with a country: that it reached a level, or that it has been marked. */
export interface RelationStep {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly begins: string | null;
  readonly ends: string | null;
  /** The position of the level, the lowest being 0. */
  readonly level: number;
  readonly statements: readonly CitedStatement[];
}

/** A country, or another party, with the steps that concern it: the highest level first. */
export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Its code on the map; `undefined` where it is no country, or the graph holds no code. */
  readonly alpha3?: string;
  readonly steps: readonly RelationStep[];
}

/** The country whose diplomacy the graph is of. */
export const HOME = 'VNM';
/** The level that an anniversary of relations tells of. */
const MARKED = 'diplomatic-relations';

const codeOf = (party: Party): string | undefined =>
  ('alpha3' in party && party.alpha3) || undefined;

/** Of two steps the one to tell of first: of the higher level, then the earlier. */
const byLevel = (a: RelationStep, b: RelationStep): number =>
  b.level - a.level || ((a.begins ?? '') < (b.begins ?? '') ? -1 : 1);

/** The countries and others with which relations are on record, by the levels that partnerships and anniversaries state. */
export function relationsOf(
  partnerships: readonly Partnership[],
  anniversaries: readonly Anniversary[],
  levels: readonly Level[],
  wanted: readonly string[],
): readonly Relation[] {
  const found = new Map<string, Relation & { steps: RelationStep[] }>();
  const add = (
    step: Omit<RelationStep, 'level'>,
    term: string,
    parties: readonly Party[],
  ): void => {
    const level = levels.findIndex((each) => each.term === term);
    if (level === -1 || (wanted.length > 0 && !wanted.includes(term))) return;
    if (!parties.some((party) => codeOf(party) === HOME)) return;
    for (const party of parties) {
      const alpha3 = codeOf(party);
      if (alpha3 === HOME) continue;
      const { id, kind, name } = party;
      const relation = found.get(id) ?? { id, kind, name, ...(alpha3 && { alpha3 }), steps: [] };
      relation.steps.push({ ...step, level });
      found.set(id, relation);
    }
  };
  for (const { level, party, statements, ...step } of partnerships) {
    if (level != null) add({ ...step, statements: statements.nodes }, level.term, party.nodes);
  }
  for (const { party, statements, ...step } of anniversaries) {
    add({ ...step, statements: statements.nodes }, MARKED, party.nodes);
  }
  const relations = [...found.values()];
  for (const { steps } of relations) steps.sort(byLevel);
  return relations.sort((a, b) => b.steps[0]!.level - a.steps[0]!.level);
}
