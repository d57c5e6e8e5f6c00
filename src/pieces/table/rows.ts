import type { operations } from '../../client/index.ts';
import { formatDate, formatNumber, type Language } from '../language.ts';

type Found = operations.EntityRowsQuery['entities'];

/** An entity as a row: what each has, and what its kind has of its own by name. */
export interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string | null;
  readonly begins: string | null;
  readonly ends: string | null;
  readonly degree: number;
  readonly own: Readonly<Record<string, OwnValue>>;
}

/** A value of a property of its own: as people read it, and what it is sorted by. */
export interface OwnValue {
  readonly label: string;
  readonly sort: string | number;
  /** Set where it is a term of a vocabulary, by which rows fall into groups. */
  readonly term?: string;
}

interface Labelled {
  readonly label: string;
  readonly amount?: number;
  readonly term?: string;
}

/** What all have, or what `begins` and `ends` tell already. */
const common = new Set([
  ...['__typename', 'id', 'kind', 'name', 'description', 'begins', 'ends', 'degree'],
  ...['date', 'startDate', 'endDate', 'periodStart', 'periodEnd', 'publishedOn', 'pageDate'],
  ...['foundedOn', 'asOf'],
]);

const isDate = (text: string): boolean => /^\d{4}(-\d\d){0,2}(T\d\d:\d\d)?$/.test(text);

function ownValue(value: unknown, language: Language): OwnValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return { label: formatNumber(value, language), sort: value };
  if (typeof value === 'string') {
    return { label: isDate(value) ? formatDate(value, language) : value, sort: value };
  }
  if (typeof value !== 'object') return { label: String(value), sort: String(value) };
  if ('nodes' in value) {
    const labels = (value.nodes as { value: Labelled }[]).map((node) => node.value.label);
    return labels.length === 0 ? undefined : { label: labels.join('; '), sort: labels.join('; ') };
  }
  const { label, amount, term } = value as Labelled;
  return { label, sort: amount ?? label, ...(term !== undefined && { term }) };
}

/** Rows of entities out of an answer to `EntityRows`. */
export const rowsOf = (nodes: Found['nodes'], language: Language): readonly EntityRow[] =>
  nodes.map((node) => {
    const { id, kind, name, description, begins, ends, degree } = node;
    const own: Record<string, OwnValue> = {};
    for (const [field, value] of Object.entries(node)) {
      const told = common.has(field) ? undefined : ownValue(value, language);
      if (told !== undefined) own[field] = told;
    }
    return { id, kind, name, description, begins, ends, degree, own };
  });

/**
 * The properties of their own that rows of so many kinds have columns for: with many kinds there are none, for each would stand
 * almost empty.
 */
export function ownColumns(rows: readonly EntityRow[], kinds: number): readonly string[] {
  if (kinds > 3) return [];
  return [...new Set(rows.flatMap(({ own }) => Object.keys(own)))];
}

/** When an entity is, in a few words; empty where nothing says. */
export function tellTime({ begins, ends }: EntityRow, language: Language): string {
  const dates = [...new Set([begins, ends])].filter((date) => date !== null);
  return dates.map((date) => formatDate(date, language)).join(' – ');
}

/** By what a column is sorted; nothing sorts last either way. */
export function sortValue(row: EntityRow, column: string): string | number | undefined {
  if (column === 'name' || column === 'kind') return row[column];
  if (column === 'degree') return row.degree;
  if (column === 'time') return row.begins ?? row.ends ?? undefined;
  return row.own[column]?.sort;
}

/** Rows in the order of a column, in the alphabet of the language; rows alike keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => string | number | undefined,
  isDescending: boolean,
  language: Language,
): readonly Row[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return rows.toSorted((first, second) => {
    const [a, b] = [value(first), value(second)];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
    return isDescending ? -order : order;
  });
}
