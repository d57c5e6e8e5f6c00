import type {
  Cardinality,
  Comparison,
  Flow,
  Kind,
  KindTime,
  Localized,
  Ontology,
  Property,
  ValueType,
} from '../../src/ontology/model.ts';

const same = (text: string): Localized => ({ vi: text, en: text });

const times: Readonly<Record<string, KindTime>> = {
  conference: { sort: 'span', start: ['startDate', 'periodStart'], end: ['periodEnd'] },
  body: { sort: 'term', start: ['periodStart'], end: ['periodEnd'] },
  observation: { sort: 'moment', start: ['periodStart', 'asOf'], end: ['periodEnd', 'asOf'] },
};

const kind = (name: string): Kind => ({
  name,
  label: same(name),
  description: same(name),
  attributes: [],
  time: times[name] ?? null,
  acts: name === 'body',
});

interface Terse {
  readonly type?: ValueType;
  readonly values?: Cardinality;
  readonly inverse?: Cardinality;
  readonly vocabulary?: string;
  readonly compare?: Comparison;
  readonly flow?: Flow;
  /** Any when not given. */
  readonly objects?: readonly string[];
}

/** A property that joins any kinds; a relation unless a type is given. */
function property(
  name: string,
  {
    type = 'entity',
    values = 'many',
    inverse = 'many',
    vocabulary,
    compare,
    flow,
    objects,
  }: Terse = {},
): Property {
  return {
    name,
    label: { vi: `${name} (vi)`, en: name },
    description: same(name),
    type,
    subjects: null,
    objects: type === 'entity' ? (objects ?? null) : [],
    vocabulary: vocabulary ?? null,
    inverse:
      type === 'entity' ? { name: `${name}Of`, label: same(`${name} of`), values: inverse } : null,
    values,
    qualifiers: [],
    compare: compare ?? null,
    flow: flow ?? null,
  };
}

const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

const vocabulary = (name: string, terms: Readonly<Record<string, Localized>>) => ({
  name,
  label: same(name),
  terms: new Map(Object.entries(terms)),
});

/** A small ontology in the shape of the real one, with a property of each sort that the code tells apart. */
export const testOntology: Ontology = {
  kinds: byName(
    ['person', 'office', 'country', 'conference', 'body', 'metric', 'observation', 'source'].map(
      kind,
    ),
  ),
  properties: byName([
    property('partOf', { flow: 'backward' }),
    property('attends'),
    property('chairs', { flow: 'forward' }),
    property('concerns'),
    property('holdsOffice', { inverse: 'one-at-a-time' }),
    property('occupiedBy', { values: 'one-at-a-time' }),
    property('inSeries', { values: 'one' }),
    property('status', { type: 'term', vocabulary: 'status', values: 'one-at-a-time' }),
    property('theme', { type: 'text', values: 'one' }),
    property('summary', { type: 'text' }),
    property('number', { type: 'string', values: 'one' }),
    property('ordinal', { type: 'integer', values: 'one' }),
    property('startDate', { type: 'date', values: 'one' }),
    property('sessionCount', { type: 'quantity', values: 'one' }),
    property('observationOf', { values: 'one', objects: ['metric'] }),
    property('amount', {
      type: 'quantity',
      values: 'one',
      compare: {
        by: 'observationOf',
        period: ['periodStart', 'periodEnd', 'asOf'],
        scope: ['scope', 'concerns'],
      },
    }),
    property('periodStart', { type: 'date', values: 'one' }),
    property('periodEnd', { type: 'date', values: 'one' }),
    property('asOf', { type: 'date', values: 'one' }),
    property('scope', { type: 'text' }),
    property('url', { type: 'url' }),
  ]),
  qualifiers: byName(
    (
      [
        ['at', 'date'],
        ['from', 'date'],
        ['to', 'date'],
        ['role', 'text'],
        ['scope', 'text'],
        ['medium', 'term'],
        ['capacity', 'entity'],
      ] as const
    ).map(([name, type]) => ({
      name,
      label: same(name),
      description: same(name),
      type,
      objects: null,
      vocabulary: type === 'term' ? 'status' : null,
    })),
  ),
  vocabularies: byName([
    vocabulary('status', { signed: same('signed'), used: same('in use') }),
    vocabulary('unit', {
      session: { vi: 'phiên họp', en: 'sessions' },
      country: { vi: 'nước', en: 'countries' },
    }),
    vocabulary('approximation', {
      exact: { vi: 'đúng', en: 'exactly' },
      about: { vi: 'khoảng', en: 'about' },
      over: { vi: 'hơn', en: 'over' },
      nearly: { vi: 'gần', en: 'nearly' },
      'at-least': { vi: 'ít nhất', en: 'at least' },
    }),
  ]),
};
