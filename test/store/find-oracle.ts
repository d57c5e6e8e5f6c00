import type { Dataset } from '../../src/data/dataset.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Entity, Statement, Value } from '../../src/ontology/model.ts';
import type { EntityFilter, EntityOrder } from '../../src/store/port.ts';

/** The ids that a search for a text finds, the best first. */
export type Found = (text: string) => readonly string[];

/** What passes a filter, by scanning the dataset. What is there as of a date has tests of its own, and is taken as known. */
export class FindOracle {
  readonly #dataset: Dataset;
  readonly #found: Found;
  readonly #ofEntity: ReadonlyMap<string, readonly Statement[]>;
  readonly #there: ReadonlySet<string>;
  readonly #times: ReadonlyMap<string, readonly [start: string | null, end: string | null]>;
  /** The statements that hold. */
  readonly statements: readonly Statement[];

  constructor(dataset: Dataset, found: Found, asOf?: string) {
    this.#dataset = dataset;
    this.#found = found;
    const graph = buildGraph(dataset);
    const { nodes, statements } = graph.moment(asOf);
    const { starts, ends } = graph.time();
    this.statements = dataset.statements.filter((_, number) => statements?.[number] !== 0);
    this.#there = new Set(
      dataset.entities.filter((_, number) => nodes?.[number] !== 0).map(({ id }) => id),
    );
    this.#times = new Map(
      dataset.entities.map(({ id }, node) => [id, [starts[node]!, ends[node]!]]),
    );
    this.#ofEntity = new Map(
      dataset.entities.map(({ id }) => [id, this.statements.filter((one) => one.subject === id)]),
    );
  }

  /** The statements that hold of an entity. */
  of = ({ id }: Pick<Entity, 'id'>): readonly Statement[] => this.#ofEntity.get(id)!;

  /** The start of an entity's own time, or its end where only that is known. */
  start = ({ id }: Pick<Entity, 'id'>): string | null => {
    const [start, end] = this.#times.get(id)!;
    return start ?? end;
  };

  /** Its year (4) or month (7), by so many letters; of what happened once, between two of them: both. */
  stretch({ id, kind }: Pick<Entity, 'id' | 'kind'>, letters: number): string | null {
    const [begins, ends] = this.#times.get(id)!;
    const isOnce = this.#dataset.ontology.kinds.get(kind)!.time?.sort === 'moment';
    const start = isOnce ? begins : (begins ?? ends);
    if (start === null) return null;
    const [a, b] = [start, ends ?? start].map((date) => date.slice(0, letters)) as [string, string];
    if (!isOnce || a === b) return a;
    // A year together with one of its months says no more than the year.
    if (a.slice(0, 4) === b.slice(0, 4) && (a.length === 4 || b.length === 4)) return a.slice(0, 4);
    return `${a}/${b}`;
  }

  entities(filter: EntityFilter = {}, order: EntityOrder = 'name'): Entity[] {
    const found = this.#dataset.entities.filter(
      (entity) => this.#there.has(entity.id) && this.passes(entity, filter),
    );
    return found.sort((a, b) => this.#compare(order, filter, a, b) || byName(a, b));
  }

  passes(entity: Entity, filter: EntityFilter): boolean {
    const { ids, kinds, text, searched, properties, missing } = filter;
    const { value, related, dates, restsOnlyOn } = filter;
    const has = (property: string): boolean =>
      this.of(entity).some((statement) => statement.property === property);
    const conditions: boolean[] = [
      ids?.includes(entity.id) ?? true,
      kinds?.includes(entity.kind) ?? true,
      text === undefined || this.#found(text).includes(entity.id),
      searched === undefined || this.#found(searched).includes(entity.id),
      properties?.some(has) ?? true,
      !(missing?.some(has) ?? false),
      value === undefined ||
        this.of(entity).some(
          (one) =>
            one.property === value.property &&
            valueTexts(one.value).some((each) => value.anyOf.includes(each)),
        ),
      related === undefined || this.#isRelated(entity.id, related),
      dates === undefined || this.#isWithin(entity, dates.from, dates.to),
      restsOnlyOn === undefined || this.#rests(entity.id, restsOnlyOn),
      filter.and?.every((one) => this.passes(entity, one)) ?? true,
      filter.or?.some((one) => this.passes(entity, one)) ?? true,
      filter.not === undefined || !this.passes(entity, filter.not),
    ];
    return conditions.every((holds) => holds);
  }

  #isRelated(
    id: string,
    { ids, properties, direction = 'both' }: NonNullable<EntityFilter['related']>,
  ): boolean {
    return this.statements.some(({ subject, property, value }) => {
      if (value.type !== 'entity' || !(properties?.includes(property) ?? true)) return false;
      const isObject = direction !== 'in' && value.id === id && ids.includes(subject);
      return isObject || (direction !== 'out' && subject === id && ids.includes(value.id));
    });
  }

  #isWithin(entity: Entity, from = '0000', to = '9999'): boolean {
    const [starts, ends] = this.#times.get(entity.id)!;
    const [first, last] = [starts ?? ends, ends ?? starts];
    if (first === null || last === null) return false;
    return begin(first) >= begin(from) && begin(first) <= end(to) && end(last) <= end(to);
  }

  #rests(id: string, sources: readonly string[]): boolean {
    const about = this.statements.filter(
      ({ subject, value }) => subject === id || (value.type === 'entity' && value.id === id),
    );
    return (
      about.length > 0 &&
      about.every(({ citations }) => citations.every(({ source }) => sources.includes(source)))
    );
  }

  #compare(order: EntityOrder, filter: EntityFilter, a: Entity, b: Entity): number {
    switch (order) {
      case 'name':
        return 0;
      case 'degree':
        return this.degree(b.id) - this.degree(a.id);
      case 'ordinal':
        return this.#ordinal(a.id) - this.#ordinal(b.id);
      case 'date':
      case 'latest': {
        const [first, second] = [this.start(a), this.start(b)].map((start) =>
          start === null ? null : begin(start),
        );
        if (first === second) return 0;
        if (first === null) return 1;
        if (second === null) return -1;
        return (first! < second! ? -1 : 1) * (order === 'date' ? 1 : -1);
      }
      case 'relevance': {
        const ranked = this.#found(filter.text!);
        return ranked.indexOf(a.id) - ranked.indexOf(b.id);
      }
    }
  }

  degree = (id: string): number =>
    this.#dataset.statements
      .flatMap(({ subject, value }) => (value.type === 'entity' ? [subject, value.id] : []))
      .filter((end) => end === id).length;

  #ordinal(id: string): number {
    const ordinals = this.#dataset.statements.flatMap(({ subject, property, value, rank }) =>
      subject === id && property === 'ordinal' && value.type === 'integer' && rank !== 'deprecated'
        ? [value.integer]
        : [],
    );
    // Greater than any ordinal of the random data, and still a number to subtract.
    return Math.min(1000, ...ordinals);
  }
}

/** When a date begins: `2021` does with `2021-01`. */
const begin = (date: string): string => date + '0001-01-01T00:00'.slice(date.length);
/** When it ends: there are no more than 31 days in any month. */
const end = (date: string): string => date + '9999-12-31T23:59'.slice(date.length);

const collator = new Intl.Collator('vi');

/** Entities in the order of Vietnamese names; those of one name by id. */
export const byName = (a: Entity, b: Entity): number =>
  collator.compare(a.names.vi, b.names.vi) || (a.id < b.id ? -1 : Number(a.id > b.id));

/** What a value may be asked for by. */
function valueTexts(value: Value): string[] {
  switch (value.type) {
    case 'entity':
      return [value.id];
    case 'text':
      return [value.text.vi, value.text.en];
    case 'string':
      return [value.string];
    case 'integer':
      return [String(value.integer)];
    case 'quantity':
      return [String(value.amount), valueText(value)];
    case 'date':
      return [value.date];
    case 'url':
      return [value.url];
    case 'term':
      return [value.term];
  }
}

/** A value as the key of a group. */
export const valueText = (value: Value): string =>
  value.type === 'quantity'
    ? [
        value.amount,
        value.unit,
        ...(value.approximation === 'exact' ? [] : [value.approximation]),
      ].join(' ')
    : valueTexts(value)[0]!;
