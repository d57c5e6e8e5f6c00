import type { Ontology } from '../ontology/model.ts';
import type { Direction, EntityFilter } from '../store/port.ts';
import { bounds, checkRange, checkText } from './bounds.ts';
import { fromEnumeration } from './enumeration.ts';
import type { EntityFilter as EntityFilterInput, RelationFilter } from './generated/schema.ts';
import { checkKinds, checkProperties, checkTerms } from './names.ts';
import { present } from './present.ts';

/**
 * The filter of the port that an input stands for, within the kinds, where these are given.
 * @throws ProblemError NAME_UNKNOWN, ARGUMENT_OUT_OF_RANGE
 */
export function entityFilter(
  kinds: readonly string[] | null | undefined,
  input: EntityFilterInput | null | undefined,
  ontology: Ontology,
): EntityFilter {
  checkKinds('kinds', kinds ?? [], ontology);
  checkSize(input ?? {});
  const filter = toFilter('filter', input ?? {}, ontology);
  if (kinds === null || kinds === undefined) return filter;
  return filter.kinds === undefined ? { ...filter, kinds } : { kinds, and: [filter] };
}

/** How many filters there are, one within another or side by side, how deep they lie, and how many search is bounded. */
function checkSize(input: EntityFilterInput): void {
  let filters = 0;
  let texts = 0;
  const visit = (one: EntityFilterInput, depth: number): void => {
    filters += 1;
    if (typeof one.text === 'string') texts += 1;
    checkRange('filter', filters, bounds.filters, (count) => `${count} filters in all`);
    checkRange('filter', texts, bounds.filterTexts, (count) => `${count} searches for a text`);
    checkRange('filter', depth, bounds.filterDepth, (levels) => `nested ${levels} deep`);
    for (const inner of [...(one.and ?? []), ...(one.or ?? []), ...(one.not ? [one.not] : [])]) {
      visit(inner, depth + 1);
    }
  };
  visit(input, 0);
}

function toFilter(place: string, input: EntityFilterInput, ontology: Ontology): EntityFilter {
  const { and, or, not, related, relation, dates, ...plain } = input;
  checkText(`${place}.text`, plain.text ?? '');
  checkKinds(`${place}.kinds`, plain.kinds ?? [], ontology);
  checkProperties(`${place}.properties`, plain.properties ?? [], ontology);
  checkProperties(`${place}.missing`, plain.missing ?? [], ontology);
  checkProperties(`${place}.value.property`, plain.value ? [plain.value.property] : [], ontology);
  if (plain.value) checkTerms(`${place}.value.anyOf`, plain.value, ontology);
  checkProperties(`${place}.relation.properties`, relation?.properties ?? [], ontology);
  const within = (name: string, inner: EntityFilterInput): EntityFilter =>
    toFilter(`${place}.${name}`, inner, ontology);
  const all = and?.map((inner) => within('and', inner)) ?? [];
  if (relation) all.push({ related: relatedFilter(relation) });
  return {
    ...present({ ...plain, dates: dates && present(dates) }),
    ...present({
      related: related && { ids: related },
      and: all.length > 0 ? all : undefined,
      or: or?.map((inner) => within('or', inner)),
      not: not && within('not', not),
    }),
  };
}

/** The port sees the direction from the given entities, the API from those that are looked for. */
function relatedFilter({ to, properties, direction }: RelationFilter) {
  const seen = fromEnumeration<Direction>(direction);
  return {
    ids: to,
    ...present({ properties }),
    direction: seen === 'both' ? seen : seen === 'out' ? ('in' as const) : ('out' as const),
  };
}
