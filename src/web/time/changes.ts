import type { operations } from '../../client/index.ts';
import type { Language, Words } from '../../pieces/language.ts';

type Standing = operations.StandingAsOfQuery;

/** What a step brought or took of one kind. */
export interface Change {
  readonly kind: string;
  readonly label: string;
  /** How many more there are than before; less than nothing where there are fewer. */
  readonly by: number;
  /** With whom, of partnerships; empty where nobody knows. */
  readonly names: readonly string[];
}

const HOME = 'VNM';
const PARTNERSHIP = 'partnership';

function partnersOf(standing: Standing, without: ReadonlySet<string>): string[] {
  return standing.partnerships.nodes
    .filter(({ id }) => !without.has(id))
    .map(({ name, party }) => {
      const others = party.nodes.filter((one) => !('alpha3' in one && one.alpha3 === HOME));
      return others.length === 0 ? name : others.map((other) => other.name).join(', ');
    });
}

/** What is different between two moments, by kind: partnerships first, then the greatest changes. */
export function changesBetween(before: Standing, after: Standing): readonly Change[] {
  const counts = new Map(before.dataset.entitiesByKind.map(({ key, count }) => [key, count]));
  const labels = new Map(
    [...before.dataset.entitiesByKind, ...after.dataset.entitiesByKind].map(({ key, label }) => [
      key,
      label,
    ]),
  );
  const now = new Map(after.dataset.entitiesByKind.map(({ key, count }) => [key, count]));
  const changes: Change[] = [];
  for (const [kind, label] of labels) {
    if (kind === null) continue;
    const by = (now.get(kind) ?? 0) - (counts.get(kind) ?? 0);
    if (by === 0) continue;
    const known = new Set(before.partnerships.nodes.map(({ id }) => id));
    // Where there are more than one page, those that are not on it may have been there before.
    const isWhole = before.partnerships.nodes.length === before.partnerships.totalCount;
    const names = kind === PARTNERSHIP && by > 0 && isWhole ? partnersOf(after, known) : [];
    changes.push({ kind, label: label ?? kind, by, names });
  }
  const rank = ({ kind, by }: Change): number => (kind === PARTNERSHIP ? Infinity : Math.abs(by));
  return changes.sort((a, b) => rank(b) - rank(a) || (a.kind < b.kind ? -1 : 1));
}

const partnerships: Words<'one' | 'many'> = {
  vi: { one: 'quan hệ đối tác', many: 'quan hệ đối tác' },
  en: { one: 'partnership', many: 'partnerships' },
};

/** A change as people say it: "+3 partnerships: Japan, South Korea, United States"; of other kinds "Conference +1". */
export function tellChange({ kind, label, by, names }: Change, language: Language): string {
  const count = `${by > 0 ? '+' : '−'}${Math.abs(by)}`;
  if (kind !== PARTNERSHIP) return `${label} ${count}`;
  const what = partnerships[language][Math.abs(by) === 1 ? 'one' : 'many'];
  return names.length === 0 ? `${count} ${what}` : `${count} ${what}: ${names.join('; ')}`;
}
