import type { Dataset } from '../../src/data/dataset.ts';
import type { Entity, Kind, Statement } from '../../src/ontology/model.ts';
import type {
  CommonNeighbor,
  CommonNeighborsRequest,
  Direction,
  Neighborhood,
  NeighborhoodRequest,
  Path,
  PathRequest,
  RelatedEntity,
  RelatedRequest,
  Traced,
  TraceRequest,
} from '../../src/store/port.ts';
import { Oracle } from './oracle.ts';
import { reduced } from './time-oracle.ts';

interface Step {
  readonly from: string;
  readonly to: string;
  readonly statement: Statement;
}

interface Followed {
  readonly properties?: readonly string[] | undefined;
  readonly avoidProperties?: readonly string[] | undefined;
  readonly direction: Direction;
  readonly asOf?: string | undefined;
}

type Unpaged<Request> = Omit<Request, 'page'>;

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What a store must find on its walks, by trying everything. */
export class WalkOracle {
  readonly #dataset: Dataset;
  readonly #oracle: Oracle;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    this.#oracle = new Oracle(dataset);
    this.#entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  }

  has(id: string): boolean {
    return this.#entities.has(id);
  }

  #isThere(id: string, asOf: string | undefined): boolean {
    return reduced(this.#dataset, asOf).entities.some((entity) => entity.id === id);
  }

  degree(id: string): number {
    return this.#steps({ direction: 'both' }).filter(({ from }) => from === id).length;
  }

  /** Every step that may be taken, in the order of the dataset. */
  #steps({ properties, avoidProperties, direction, asOf }: Followed): Step[] {
    return reduced(this.#dataset, asOf).statements.flatMap((statement): Step[] => {
      const { subject, property, value } = statement;
      if (value.type !== 'entity') return [];
      if (!(properties?.includes(property) ?? true) || avoidProperties?.includes(property))
        return [];
      const out = { from: subject, to: value.id, statement };
      const into = { from: value.id, to: subject, statement };
      return direction === 'both' ? [out, into] : direction === 'out' ? [out] : [into];
    });
  }

  /** Every path without an entity twice, however long, the first first. */
  paths(request: PathRequest): Path[] {
    const { from, to, by, kinds, avoidKinds, avoid, asOf } = request;
    if (!this.#isThere(from, asOf)) return [];
    const steps = this.#steps(request);
    const weight = (id: string): number => Math.round(Math.log2(this.degree(id)) * 2 ** 32);
    const mayPass = (id: string): boolean => {
      const { kind } = this.#entities.get(id)!;
      return (kinds?.includes(kind) ?? true) && !avoidKinds?.includes(kind) && !avoid?.includes(id);
    };
    const found: { ids: string[]; statements: Statement[] }[] = [];
    const extend = (ids: string[], statements: Statement[]): void => {
      const last = ids.at(-1)!;
      if (last === to) {
        found.push({ ids, statements });
        return;
      }
      if (ids.length > 1 && !mayPass(last)) return;
      for (const next of this.#entities.keys()) {
        const step = steps.find((one) => one.from === last && one.to === next);
        if (step !== undefined && !ids.includes(next)) {
          extend([...ids, next], [...statements, step.statement]);
        }
      }
    };
    extend([from], []);
    const cost = (ids: readonly string[]): number =>
      by === 'hops'
        ? ids.length - 1
        : ids.slice(1).reduce((sum, id, index) => sum + weight(ids[index]!) + weight(id), 0) /
          2 ** 32;
    return found
      .map(({ ids, statements }) => ({ ids, statements, cost: cost(ids) }))
      .sort((a, b) => a.cost - b.cost || byText(a.ids.join('\n'), b.ids.join('\n')))
      .map(({ ids, ...path }) => ({ ...path, entities: ids.map((id) => this.#entities.get(id)!) }));
  }

  neighborhood(request: NeighborhoodRequest): Neighborhood {
    const { depth, limit, kinds, properties } = request;
    const steps = this.#steps(request);
    const ids = [...new Set(request.ids)].filter((id) => this.#isThere(id, request.asOf));
    const distances = new Map(ids.map((id) => [id, 0]));
    for (let distance = 1; distance < this.#entities.size; distance += 1) {
      for (const { from, to } of steps) {
        const { kind } = this.#entities.get(to)!;
        if (distances.get(from) !== distance - 1 || distances.has(to)) continue;
        if (kinds?.includes(kind) ?? true) distances.set(to, distance);
      }
    }
    const reached = [...distances].map(([id, distance]) => ({
      entity: this.#entities.get(id)!,
      distance,
    }));
    const around = reached
      .slice(ids.length)
      .sort(
        (a, b) =>
          a.distance - b.distance ||
          this.degree(b.entity.id) - this.degree(a.entity.id) ||
          this.#oracle.byName(a.entity, b.entity),
      );
    const within = [...reached.slice(0, ids.length), ...around].filter(
      (node) => node.distance <= depth,
    );
    const nodes = within.slice(0, limit);
    const chosen = new Set(nodes.map(({ entity }) => entity.id));
    const edges = this.#steps({ ...request, properties, direction: 'out' })
      .filter(({ from, to }) => chosen.has(from) && chosen.has(to))
      .map(({ statement }) => statement);
    const truncated =
      within.length > limit
        ? ({ reason: 'limit', bound: limit } as const)
        : reached.length > within.length
          ? ({ reason: 'depth', bound: depth } as const)
          : null;
    return { nodes, edges, truncated };
  }

  commonNeighbors(request: Unpaged<CommonNeighborsRequest>): CommonNeighbor[] {
    const steps = this.#steps(request);
    return this.#dataset.entities
      .filter(({ kind }) => request.kinds?.includes(kind) ?? true)
      .flatMap((entity) => {
        const joins = request.ids.map((id) =>
          steps.find(({ from, to }) => from === id && to === entity.id),
        );
        return joins.includes(undefined)
          ? []
          : [{ entity, statements: joins.map((step) => step!.statement) }];
      })
      .sort(
        (a, b) =>
          this.degree(a.entity.id) - this.degree(b.entity.id) ||
          this.#oracle.byName(a.entity, b.entity),
      );
  }

  /** Knows no hubs. */
  related({ id, kinds, asOf }: Unpaged<RelatedRequest>): RelatedEntity[] {
    const steps = this.#steps({ direction: 'both', asOf });
    const neighbors = (of: string): Set<string> =>
      new Set(steps.filter(({ from, to }) => from === of && to !== of).map(({ to }) => to));
    const own = neighbors(id);
    return this.#dataset.entities
      .filter((entity) => entity.id !== id && (kinds?.includes(entity.kind) ?? true))
      .flatMap((entity): RelatedEntity[] => {
        const others = neighbors(entity.id);
        const shared = [...own]
          .filter((one) => others.has(one) && one !== entity.id)
          .map((one) => this.#entities.get(one)!)
          .sort((a, b) => this.degree(a.id) - this.degree(b.id) || this.#oracle.byName(a, b));
        if (shared.length === 0) return [];
        const score = shared.reduce((sum, one) => sum + 1 / Math.log(this.degree(one.id)), 0);
        const direct = steps.find(({ from, to }) => from === id && to === entity.id);
        return [
          {
            entity,
            score,
            shared: shared.slice(0, 5),
            sharedCount: shared.length,
            statement: direct?.statement ?? null,
          },
        ];
      })
      .sort((a, b) => b.score - a.score || this.#oracle.byName(a.entity, b.entity));
  }

  /** Everything on the trace, however far. */
  trace({ id, flow, kinds, asOf }: Unpaged<TraceRequest>): Traced[] {
    const { properties, kinds: declaredKinds } = this.#dataset.ontology;
    const kindOf = (one: string): Kind => declaredKinds.get(this.#entities.get(one)!.kind)!;
    return (['backward', 'forward'] as const)
      .filter((one) => flow === undefined || flow === one)
      .flatMap((towards) => {
        const steps = this.#steps({ direction: 'both', asOf }).filter(({ from, statement }) => {
          const declared = properties.get(statement.property)!.flow;
          const { subject, value } = statement;
          const isLoop = value.type === 'entity' && value.id === subject;
          return declared !== null && !isLoop && (declared === towards) === (from === subject);
        });
        const ways = new Map<string, { ids: string[]; statements: Statement[] }>();
        const extend = (ids: string[], statements: Statement[]): void => {
          const last = ids.at(-1)!;
          const known = ways.get(last);
          const isFirst =
            known === undefined ||
            ids.length < known.ids.length ||
            (ids.length === known.ids.length && ids.join('\n') < known.ids.join('\n'));
          if (isFirst) ways.set(last, { ids, statements });
          if (last !== id && kindOf(last).acts) return;
          for (const next of this.#entities.keys()) {
            const step = steps.find((one) => one.from === last && one.to === next);
            if (step !== undefined && !ids.includes(next)) {
              extend([...ids, next], [...statements, step.statement]);
            }
          }
        };
        extend([id], []);
        ways.delete(id);
        return [...ways].map(([reached, way]): Traced => {
          const entities = way.ids.map((one) => this.#entities.get(one)!);
          const cost = way.statements.length;
          return {
            entity: this.#entities.get(reached)!,
            flow: towards,
            path: { entities, statements: way.statements, cost },
          };
        });
      })
      .filter(({ entity }) => kinds?.includes(entity.kind) ?? true)
      .sort(
        (a, b) =>
          a.path.cost - b.path.cost ||
          byText(a.flow, b.flow) ||
          this.#oracle.byOrdinal(a.entity, b.entity),
      );
  }
}
