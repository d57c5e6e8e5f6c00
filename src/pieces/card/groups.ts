import type { SpelledShown } from '../spelled.tsx';

/** What a property is called, read from its subject and from its object. */
export interface PropertyWords {
  readonly name: string;
  readonly label: string;
  readonly inverse?: { readonly label: string } | null;
}

interface Counted {
  readonly key: string;
  readonly count: number;
}

/** What an outline says of an entity's statements: the first of them, and how many there are by property. */
export interface OutlinedStatements {
  readonly said: readonly SpelledShown[];
  readonly named: readonly SpelledShown[];
  readonly saidCounts: readonly Counted[];
  readonly namedCounts: readonly Counted[];
}

/** The statements that stand together on a card: of one property, read one way. */
export interface Group {
  readonly key: string;
  readonly property: string;
  /** The end that each line shows: its value where the entity is the subject, else its subject. */
  readonly end: 'value' | 'subject';
  readonly label: string;
  /** How many there are in all. */
  readonly count: number;
  /** Those that are known so far; they need not be the first ones of their list. */
  readonly statements: readonly SpelledShown[];
}

/**
 * An entity's statements by property and direction, in the order of the ontology: what is said of it, then what names it. Every
 * property that the counts tell of has its group, known statements or not.
 */
export function groupStatements(
  { said, named, saidCounts, namedCounts }: OutlinedStatements,
  properties: readonly PropertyWords[],
): readonly Group[] {
  const of = (
    end: Group['end'],
    counts: readonly Counted[],
    statements: readonly SpelledShown[],
  ): readonly Group[] => {
    const countOf = new Map(counts.map(({ key, count }) => [key, count]));
    const known = new Map<string, SpelledShown[]>();
    for (const statement of statements) {
      const list = known.get(statement.property);
      if (list === undefined) known.set(statement.property, [statement]);
      else list.push(statement);
    }
    const wordsOf = new Map(properties.map((property) => [property.name, property]));
    // A list of counts has an end; what is known beyond it is counted by what is known.
    const names = new Set([...wordsOf.keys(), ...countOf.keys(), ...known.keys()]);
    return [...names].flatMap((property) => {
      const list = known.get(property) ?? [];
      const count = Math.max(countOf.get(property) ?? 0, list.length);
      if (count === 0) return [];
      const words = wordsOf.get(property);
      const label = (end === 'value' ? words?.label : words?.inverse?.label) ?? property;
      return [{ key: `${end} ${property}`, property, end, label, count, statements: list }];
    });
  };
  return [...of('value', saidCounts, said), ...of('subject', namedCounts, named)];
}
