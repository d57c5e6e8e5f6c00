import type { Dataset } from '../../src/data/dataset.ts';
import type { Entity, Statement, Value } from '../../src/ontology/model.ts';

/** The first and the last minute of an ISO date, in minutes since 1970. */
function minutes(date: string): readonly [first: number, last: number] {
  const [year, m, d, h, min] = date.split(/[-T:]/).map(Number) as [
    number,
    ...(number | undefined)[],
  ];
  const first = Date.UTC(year, (m ?? 1) - 1, d ?? 1, h ?? 0, min ?? 0);
  const next =
    m === undefined
      ? Date.UTC(year + 1, 0)
      : d === undefined
        ? Date.UTC(year, m)
        : h === undefined
          ? Date.UTC(year, m - 1, d + 1)
          : first + 60_000;
  return [first / 60_000, next / 60_000 - 1];
}

const dateOf = (value: Value | undefined): string | null =>
  value?.type === 'date' ? value.date : null;

interface OwnTime {
  readonly begins: string | null;
  readonly ends: string | null;
}

/** What is there as of a date, by definition: looks at everything again for nearly every question. */
export class MomentOracle {
  readonly #dataset: Dataset;
  readonly #first: number;
  readonly #last: number;
  readonly #own = new Map<string, OwnTime>();

  constructor(dataset: Dataset, asOf: string) {
    this.#dataset = dataset;
    [this.#first, this.#last] = minutes(asOf);
  }

  /** Only what is there; the order stays. */
  reduced(): Dataset {
    const { entities, statements } = this.#dataset;
    return {
      ...this.#dataset,
      entities: entities.filter((entity) => this.isThere(entity)),
      statements: statements.filter((statement) => this.holds(statement)),
    };
  }

  isThere(entity: Entity): boolean {
    return this.#hasBegun(entity) && !this.#hasEnded(entity);
  }

  holds(statement: Statement): boolean {
    const to = dateOf(statement.qualifiers.to);
    return (
      this.#began(statement) &&
      (to === null || !this.#isOver(to)) &&
      this.#ends(statement).every((entity) => this.isThere(entity)) &&
      !this.#dataset.statements.some(
        (other) => this.#takesPlace(other, statement) || this.#saysItFiner(other, statement),
      )
    );
  }

  /** The start and the end of an entity's own time. */
  own(entity: Entity): OwnTime {
    let time = this.#own.get(entity.id);
    if (time === undefined) {
      time = this.#timeOf(entity);
      this.#own.set(entity.id, time);
    }
    return time;
  }

  #timeOf({ id, kind }: Entity): OwnTime {
    const { ontology, statements } = this.#dataset;
    const { time } = ontology.kinds.get(kind)!;
    const first = (properties: readonly string[]): string | null => {
      for (const property of properties) {
        const said = statements.filter(
          (one) => one.subject === id && one.property === property && one.rank !== 'deprecated',
        );
        const preferred = said.filter(({ rank }) => rank === 'preferred');
        const dates = (preferred.length > 0 ? preferred : said).map((one) => dateOf(one.value)!);
        if (dates.length > 0) {
          return dates.reduce((a, b) => (minutes(b)[0] < minutes(a)[0] ? b : a));
        }
      }
      return null;
    };
    return { begins: first(time?.start ?? []), ends: first(time?.end ?? []) };
  }

  readonly #isPast = (date: string | null): boolean =>
    date === null || minutes(date)[1] <= this.#last;
  readonly #isOver = (date: string): boolean => minutes(date)[1] < this.#first;

  #sort({ kind }: Entity) {
    return this.#dataset.ontology.kinds.get(kind)!.time?.sort;
  }

  #hasBegun(entity: Entity): boolean {
    const { begins, ends } = this.own(entity);
    switch (this.#sort(entity)) {
      case 'moment':
        return this.#isPast(ends ?? begins);
      case 'span':
        return this.#isPast(begins ?? ends);
      case 'term':
        return this.#isPast(begins);
      default:
        return true;
    }
  }

  #hasEnded(entity: Entity): boolean {
    const { ends } = this.own(entity);
    return this.#sort(entity) === 'term' && ends !== null && this.#isOver(ends);
  }

  #ends({ subject, value }: Statement): Entity[] {
    const ids = value.type === 'entity' ? [subject, value.id] : [subject];
    return this.#dataset.entities.filter(({ id }) => ids.includes(id));
  }

  #began(statement: Statement): boolean {
    return (
      this.#isPast(shownAt(statement)) &&
      [...this.#ends(statement), ...this.#named(statement)].every((entity) =>
        this.#hasBegun(entity),
      )
    );
  }

  #named({ qualifiers }: Statement): Entity[] {
    const ids = Object.values(qualifiers).map((one) => one?.type === 'entity' && one.id);
    return this.#dataset.entities.filter(({ id }) => ids.includes(id));
  }

  /** Whether `other` says what `one` says, where one holds at a time, at a finer date within that of `one`. */
  #saysItFiner(other: Statement, one: Statement): boolean {
    const [a, b] = [shownAt(one), shownAt(other)];
    if (a === null || b === null || a === b || !b.startsWith(a)) return false;
    const { values, inverse } = this.#dataset.ontology.properties.get(one.property)!;
    return (
      (values === 'one-at-a-time' || inverse?.values === 'one-at-a-time') &&
      one.qualifiers.from === undefined &&
      one.qualifiers.to === undefined &&
      other.rank !== 'deprecated' &&
      one.property === other.property &&
      one.subject === other.subject &&
      JSON.stringify(one.value) === JSON.stringify(other.value) &&
      this.#began(other)
    );
  }

  /** Whether `other` is shown in the place of `one`, and by this date. */
  #takesPlace(other: Statement, one: Statement): boolean {
    const [a, b] = [shownAt(one), shownAt(other)];
    if (a === null || b === null || one.qualifiers.to !== undefined) return false;
    if (one.property !== other.property || minutes(a)[1] >= minutes(b)[0]) return false;
    if (other.rank === 'deprecated' || !this.#began(other)) return false;
    const declared = this.#dataset.ontology.properties.get(one.property)!;
    const same = JSON.stringify(one.value) === JSON.stringify(other.value);
    const goesOn = (isSame: boolean): boolean => isSame && one.qualifiers.from !== undefined;
    if (declared.values === 'one-at-a-time' && one.subject === other.subject && !goesOn(same)) {
      return true;
    }
    if (declared.inverse?.values !== 'one-at-a-time' || !same) return false;
    const { value } = one;
    const isShared = this.#dataset.entities.some(
      ({ id, shared }) => value.type === 'entity' && id === value.id && shared,
    );
    return (!isShared || one.subject === other.subject) && !goesOn(one.subject === other.subject);
  }
}

const shownAt = ({ qualifiers }: Statement): string | null =>
  dateOf(qualifiers.from) ?? dateOf(qualifiers.at);
