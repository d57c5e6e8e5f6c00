import type { operations } from '../../../client/index.ts';

export type Told = operations.StatementsFoundQuery['statements']['nodes'][number];
export type Met = Told['subject'];
export type Direction = operations.NineDirectionsQuery['directions']['nodes'][number];

/** A statement about a direction, read from the direction: to whom or what it leads. */
export interface Line {
  readonly statement: Told;
  /** The other end; not given where the value is no entity. */
  readonly entity: Met | undefined;
  readonly isOwn: boolean;
}

/** The lines of one property, read one way. */
export interface Group {
  readonly property: string;
  readonly isOwn: boolean;
  readonly lines: readonly Line[];
}

/** What stands first on the page, for that is what people ask of a direction; the rest follows in the ontology's order. */
const leading = ['implements', 'basedOn', 'partOf', 'concerns', 'contributesTo'];

const otherEnd = (statement: Told, id: string): Met | undefined => {
  if (statement.subject.id !== id) return statement.subject;
  return 'entity' in statement.value ? statement.value.entity : undefined;
};

/** Those of the statements that are about an entity, by property; its own before those of others. */
export function groupsOf(
  id: string,
  statements: readonly Told[],
  order: readonly string[],
): readonly Group[] {
  const groups = new Map<string, { property: string; isOwn: boolean; lines: Line[] }>();
  for (const statement of statements) {
    const isOwn = statement.subject.id === id;
    const { value } = statement;
    if (!isOwn && !('entity' in value && value.entity.id === id)) continue;
    const key = `${statement.property} ${isOwn}`;
    const group = groups.get(key) ?? { property: statement.property, isOwn, lines: [] };
    group.lines.push({ statement, entity: otherEnd(statement, id), isOwn });
    groups.set(key, group);
  }
  const all = [...leading, ...order.filter((property) => !leading.includes(property))];
  const place = (property: string) => (all.includes(property) ? all.indexOf(property) : all.length);
  return [...groups.values()].sort(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || place(a.property) - place(b.property),
  );
}

/** What several directions are joined to, with the statements that join each. */
export interface Shared {
  readonly entity: Met;
  readonly by: readonly { readonly direction: Direction; readonly statements: readonly Told[] }[];
}

/** What two directions or more are joined to; what joins the most of them comes first. */
export function sharedBy(
  directions: readonly Direction[],
  statements: readonly Told[],
): readonly Shared[] {
  const found = new Map<string, { entity: Met; by: Map<string, Told[]> }>();
  for (const direction of directions) {
    for (const statement of statements) {
      const isOwn = statement.subject.id === direction.id;
      const { value } = statement;
      if (!isOwn && !('entity' in value && value.entity.id === direction.id)) continue;
      const entity = otherEnd(statement, direction.id);
      if (entity === undefined) continue;
      const shared = found.get(entity.id) ?? { entity, by: new Map<string, Told[]>() };
      shared.by.set(direction.id, [...(shared.by.get(direction.id) ?? []), statement]);
      found.set(entity.id, shared);
    }
  }
  return [...found.values()]
    .filter(({ by }) => by.size > 1)
    .map(({ entity, by }) => ({
      entity,
      by: directions.flatMap((direction) => {
        const joined = by.get(direction.id);
        return joined === undefined ? [] : [{ direction, statements: joined }];
      }),
    }))
    .sort((a, b) => b.by.length - a.by.length);
}

/** What the directions deal with, and through which one finds tasks and partnerships; a hub would find nearly all of them. */
export const matters = (
  directions: readonly Direction[],
  statements: readonly Told[],
): string[] => {
  const ids = new Set(directions.map(({ id }) => id));
  return [
    ...new Set(
      statements.flatMap(({ subject, property, value }) =>
        ids.has(subject.id) && 'entity' in value && !value.entity.hub && dealing.includes(property)
          ? [value.entity.id]
          : [],
      ),
    ),
  ].sort();
};
const dealing = ['concerns', 'contributesTo', 'involves'];

/** What also deals with what a direction deals with: with the statements that say so. */
export interface Companion {
  readonly entity: Met;
  readonly statements: readonly Told[];
}

export function companionsOf(
  direction: Direction,
  statements: readonly Told[],
  found: readonly Told[],
): readonly Companion[] {
  const dealtWith = new Set(matters([direction], statements));
  const companions = new Map<string, { entity: Met; statements: Told[] }>();
  for (const statement of found) {
    const { subject, value } = statement;
    if (!('entity' in value) || !dealtWith.has(value.entity.id)) continue;
    const companion = companions.get(subject.id) ?? { entity: subject, statements: [] };
    companion.statements.push(statement);
    companions.set(subject.id, companion);
  }
  return [...companions.values()].sort(
    (a, b) =>
      b.statements.length - a.statements.length || a.entity.kind.localeCompare(b.entity.kind),
  );
}
