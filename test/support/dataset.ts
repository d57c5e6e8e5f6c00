import type { Dataset } from '../../src/data/dataset.ts';
import type {
  Citation,
  Entity,
  Localized,
  Rank,
  Statement,
  Value,
  ValueType,
} from '../../src/ontology/model.ts';
import { compareText } from '../../src/util/compare.ts';
import { deepFreeze } from '../../src/util/deep-freeze.ts';
import { sha256 } from '../../src/util/hash.ts';
import { testOntology } from './ontology.ts';

/** A value as tersely as its type allows: an id, a text for both languages, `[amount, approximation]`… */
export type TerseValue = string | number | Localized | readonly [number, string?, string?];

export interface TerseStatement {
  readonly qualifiers?: Readonly<Record<string, TerseValue>>;
  readonly rank?: Rank;
  readonly citations?: readonly (readonly [
    source: string,
    paragraph: number,
    inferred?: boolean,
  ])[];
}

export type TerseRecord = readonly [
  subject: string,
  property: string,
  value: TerseValue,
  more?: TerseStatement,
];

/** By id: the name in both languages, or all that an entity has beyond its id and kind. */
export type TerseEntities = Readonly<Record<string, string | Omit<Entity, 'id' | 'kind'>>>;

const localized = (value: TerseValue): Localized =>
  typeof value === 'string' ? { vi: value, en: value } : (value as Localized);

function value(type: ValueType, terse: TerseValue, vocabulary: string | null): Value {
  switch (type) {
    case 'entity':
      return { type, id: String(terse) };
    case 'text':
      return { type, text: localized(terse) };
    case 'string':
      return { type, string: String(terse) };
    case 'integer':
      return { type, integer: Number(terse) };
    case 'quantity': {
      const [amount, approximation = 'exact', unit = 'session'] = terse as [number];
      return { type, amount, unit, approximation };
    }
    case 'date':
      return { type, date: String(terse) };
    case 'url':
      return { type, url: String(terse) };
    case 'term':
      return { type, vocabulary: vocabulary ?? 'status', term: String(terse) };
  }
}

const DEFAULT_SOURCE = 'source:article';

function statement([subject, property, terse, more = {}]: TerseRecord): Statement {
  const declared = testOntology.properties.get(property)!;
  const held = value(declared.type, terse, declared.vocabulary);
  const qualifiers = Object.fromEntries(
    Object.entries(more.qualifiers ?? {}).map(([name, qualifier]) => {
      const { type, vocabulary } = testOntology.qualifiers.get(name)!;
      return [name, value(type, qualifier, vocabulary)];
    }),
  );
  const citations = (more.citations ?? [[DEFAULT_SOURCE, 1]]).map(
    ([source, paragraph, inferred = false]): Citation => ({
      source,
      paragraph,
      evidence: ['evidence'],
      ...(inferred ? { inferred: { vi: 'suy ra', en: 'inferred' } } : {}),
    }),
  );
  const content = JSON.stringify([subject, property, held, qualifiers]);
  const id = sha256(content).slice(0, 16);
  return { id, subject, property, value: held, qualifiers, rank: more.rank ?? 'normal', citations };
}

/** A frozen dataset over the test ontology, in canonical order. Entities that are not given are named by their ids. */
export function testDataset(
  records: readonly TerseRecord[],
  entities: TerseEntities = {},
): Dataset {
  const byId = new Map(records.map(statement).map((one) => [one.id, one]));
  const ids = new Set(Object.keys(entities));
  for (const { subject, value: held, citations } of byId.values()) {
    ids.add(subject);
    if (held.type === 'entity') ids.add(held.id);
    for (const { source } of citations) ids.add(source);
  }
  const properties = [...testOntology.properties.keys()];
  const statements = [...byId.values()].sort(
    (a, b) =>
      compareText(a.subject, b.subject) ||
      properties.indexOf(a.property) - properties.indexOf(b.property) ||
      compareText(a.id, b.id),
  );
  const made = [...ids].sort().map((id): Entity => {
    const given = entities[id] ?? id;
    const rest = typeof given === 'string' ? { names: localized(given) } : given;
    return { id, kind: id.split(':')[0]!, ...rest };
  });
  const version = sha256(JSON.stringify([made, statements]));
  return deepFreeze({ version, ontology: testOntology, entities: made, statements });
}
