import type { operations } from '../../../client/index.ts';

/** A statement about one of two entities that are compared. */
export type Told = operations.StatementsFoundQuery['statements']['nodes'][number];
export type Met = Told['subject'];

/** What a property says of one entity or both: an entity, or a text. */
export interface Entry {
  readonly key: string;
  readonly entity: Met | undefined;
  readonly label: string;
  /** The statements that say so of the first entity, and of the second. */
  readonly said: readonly [readonly Told[], readonly Told[]];
}

/** A property, read from the entity: its own (`out`), or that of others towards it (`in`). */
export interface Compared {
  readonly key: string;
  readonly property: string;
  readonly direction: 'out' | 'in';
  readonly entries: readonly Entry[];
}

/** Whom a statement about an entity leads to, and which way. */
function otherEnd(
  statement: Told,
  id: string,
): Pick<Compared, 'direction'> & Pick<Entry, 'entity'> {
  if (statement.subject.id !== id) return { direction: 'in', entity: statement.subject };
  const { value } = statement;
  return { direction: 'out', entity: 'entity' in value ? value.entity : undefined };
}

/**
 * The statements about two entities side by side: by property in the given order (those unknown to it last), then the entity's
 * own before those of others; of each property first what both have.
 */
export function compareByProperty(
  ids: readonly [string, string],
  statements: readonly Told[],
  order: readonly string[],
): readonly Compared[] {
  const properties = new Map<
    string,
    Omit<Compared, 'entries'> & { entries: Map<string, Entry & { said: [Told[], Told[]] }> }
  >();
  for (const statement of statements) {
    for (const side of [0, 1] as const) {
      const id = ids[side];
      const isOwn = statement.subject.id === id;
      const { value } = statement;
      if (!isOwn && !('entity' in value && value.entity.id === id)) continue;
      const { direction, entity } = otherEnd(statement, id);
      const key = `${statement.property} ${direction}`;
      const property = properties.get(key) ?? {
        ...{ key, property: statement.property, direction, entries: new Map() },
      };
      properties.set(key, property);
      const label = entity?.name ?? value.label;
      const entryKey = entity?.id ?? label;
      const entry = property.entries.get(entryKey) ?? {
        ...{ key: entryKey, entity, label, said: [[], []] as [Told[], Told[]] },
      };
      entry.said[side].push(statement);
      property.entries.set(entryKey, entry);
    }
  }
  const place = (property: string): number => {
    const at = order.indexOf(property);
    return at === -1 ? order.length : at;
  };
  return [...properties.values()]
    .map(({ entries, ...property }) => ({
      ...property,
      entries: [...entries.values()].sort((a, b) => Number(isShared(b)) - Number(isShared(a))),
    }))
    .sort(
      (a, b) =>
        Number(a.direction === 'in') - Number(b.direction === 'in') ||
        place(a.property) - place(b.property),
    );
}

/** Whether both entities have it. */
export const isShared = ({ said: [first, second] }: Pick<Entry, 'said'>): boolean =>
  first.length > 0 && second.length > 0;
