import type { Property } from '../../ontology/model.ts';
import { compareText } from '../../util/compare.ts';
import { type Flags, passes } from '../algorithms/flags.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Numbering, numbering } from '../numbering.ts';
import { type Postings, postings } from '../postings.ts';

/** The figures of metrics: statements on what the ontology says is compared by what it is a figure of (`Comparison`). */
export interface FigureIndex {
  /** The numbers of the statements, none deprecated, by the time that they are for, those without one last. */
  readonly figures: Uint32Array;
  /** The statements' ids, numbered by their places in `figures`. */
  readonly ids: Numbering;
  /** Places in `figures`, ascending, by the node of the metric. */
  readonly byMetric: Postings;
  /** Whether an entity is of a kind that can have figures. */
  isMetric(node: number): boolean;
  /** Whether a statement that is there says that the figure at a place is of the metric. */
  isOf(place: number, metric: number, there: Flags): boolean;
}

export function figureIndex(graph: KnowledgeGraph): FigureIndex {
  const { dataset, columns, properties, kinds } = graph;
  const numberOf = (property: string): number => properties.number(property)!;
  const compared = [...dataset.ontology.properties.values()].filter(({ compare }) => compare);
  /** The number of the property that leads to the metric, by that of the figure's property. */
  const leads = new Map(compared.map((one) => [numberOf(one.name), numberOf(one.compare!.by)]));
  const figures = Uint32Array.from(
    [...leads.keys()]
      .flatMap((property) => [...graph.statementsByProperty.of(property)])
      .filter((statement) => dataset.statements[statement]!.rank !== 'deprecated')
      .sort(byTime(graph)),
  );
  const linksOf = (place: number) =>
    graph.out.find(
      columns.subject[figures[place]!]!,
      leads.get(columns.property[figures[place]!]!)!,
    );
  const isUpheld = (statement: number): boolean =>
    dataset.statements[statement]!.rank !== 'deprecated';

  const kindsOf = metricKinds(compared, dataset.ontology.properties);
  return {
    figures,
    ids: numbering(Array.from(figures, (statement) => dataset.statements[statement]!.id)),
    byMetric: postings(graph.nodes.size, (add) => {
      for (let place = 0; place < figures.length; place += 1) {
        const links = linksOf(place);
        links?.neighbors.forEach((metric, index) => {
          // Parallel links stand side by side.
          if (links.neighbors[index - 1] !== metric) add(metric, place);
        });
      }
    }),
    isMetric: (node) => kindsOf === null || kindsOf.has(kinds.name(graph.kindOf[node]!)),
    isOf(place, metric, there) {
      const links = linksOf(place);
      return (
        links?.statements.some(
          (link, index) =>
            links.neighbors[index] === metric && isUpheld(link) && passes(there, link),
        ) ?? false
      );
    },
  };
}

/** Kinds that figures can be of; `null` for any. */
function metricKinds(
  compared: readonly Property[],
  properties: ReadonlyMap<string, Property>,
): ReadonlySet<string> | null {
  const objects = compared.map(({ compare }) => properties.get(compare!.by)!.objects);
  return objects.includes(null) ? null : new Set(objects.flatMap((kinds) => kinds ?? []));
}

/** By the start of the time of the subject, or by its end where only that is known; then by the end. */
function byTime(graph: KnowledgeGraph): (a: number, b: number) => number {
  const { starts, ends } = graph.time();
  const { subject } = graph.columns;
  // Any date comes before a letter.
  const key = (statement: number): readonly [string, string] => {
    const [start, end] = [starts[subject[statement]!], ends[subject[statement]!]];
    return [start ?? end ?? 'none', end ?? 'none'];
  };
  return (a, b) => {
    const [one, other] = [key(a), key(b)];
    return compareText(one[0], other[0]) || compareText(one[1], other[1]) || a - b;
  };
}
