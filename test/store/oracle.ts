import type { Dataset } from '../../src/data/dataset.ts';
import type { Entity, Statement } from '../../src/ontology/model.ts';
import type { Neighbor, NeighborsRequest, StatementFilter } from '../../src/store/port.ts';

/** What a store must answer, by scanning the dataset from end to end. */
export class Oracle {
  readonly #dataset: Dataset;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    this.#entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  }

  statements(filter: StatementFilter = {}): Statement[] {
    const { subjects, objects, about, properties, kinds, sources, paragraphs, ranks } = filter;
    const anyOf = <T>(
      wanted: readonly T[] | undefined,
      ...values: readonly (T | null)[]
    ): boolean =>
      wanted === undefined || values.some((value) => value !== null && wanted.includes(value));
    return this.#dataset.statements.filter((statement) => {
      const { subject, property, rank, citations } = statement;
      const object = objectOf(statement);
      return (
        anyOf(subjects, subject) &&
        anyOf(objects, object) &&
        anyOf(about, subject, object) &&
        anyOf(properties, property) &&
        anyOf(kinds, this.#entities.get(subject)!.kind) &&
        anyOf(ranks, rank) &&
        citations.some((one) => anyOf(sources, one.source) && anyOf(paragraphs, one.paragraph)) &&
        (filter.inferred === undefined ||
          citations.some(({ inferred }) => inferred !== undefined) === filter.inferred)
      );
    });
  }

  /** Entities in the order of Vietnamese names; those of one name by id. */
  readonly byName = (a: Entity, b: Entity): number =>
    collator.compare(a.names.vi, b.names.vi) || (a.id < b.id ? -1 : Number(a.id > b.id));

  /** By ordinal, those without one last, then by name. */
  readonly byOrdinal = (a: Entity, b: Entity): number =>
    this.#ordinal(a.id) - this.#ordinal(b.id) || this.byName(a, b);

  #ordinal(id: string): number {
    const ordinals = this.#dataset.statements.flatMap(({ subject, property, value, rank }) =>
      subject === id && property === 'ordinal' && value.type === 'integer' && rank !== 'deprecated'
        ? [value.integer]
        : [],
    );
    // Greater than any ordinal of the random data, and still a number to subtract.
    return Math.min(1000, ...ordinals);
  }

  neighbors({ id, properties, direction, kinds }: Omit<NeighborsRequest, 'page'>): Neighbor[] {
    const names = [...this.#dataset.ontology.properties.keys()];
    const edges = this.#dataset.statements
      .filter((one) => objectOf(one) !== null && (properties?.includes(one.property) ?? true))
      .flatMap((statement): Neighbor[] => {
        const object = this.#entities.get(objectOf(statement)!)!;
        const subject = this.#entities.get(statement.subject)!;
        return [
          ...(direction !== 'in' && subject.id === id
            ? [{ entity: object, statement, direction: 'out' as const }]
            : []),
          ...(direction !== 'out' && object.id === id
            ? [{ entity: subject, statement, direction: 'in' as const }]
            : []),
        ];
      });
    return edges
      .filter(({ entity }) => kinds?.includes(entity.kind) ?? true)
      .sort(
        (a, b) =>
          names.indexOf(a.statement.property) - names.indexOf(b.statement.property) ||
          this.#ordinal(a.entity.id) - this.#ordinal(b.entity.id) ||
          this.byName(a.entity, b.entity) ||
          (a.direction === b.direction ? 0 : a.direction === 'out' ? -1 : 1),
      );
  }
}

const collator = new Intl.Collator('vi');

const objectOf = ({ value }: Statement): string | null =>
  value.type === 'entity' ? value.id : null;
