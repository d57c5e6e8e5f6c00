import { dateLabel } from '../../ontology/labels/date.ts';
import type { Comparison, Localized, Statement } from '../../ontology/model.ts';
import { isBefore } from '../../util/iso-date.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { clusters } from './clusters.ts';
import { agree } from './comparable.ts';
import type { Found } from './found.ts';
import type { DisagreementKind } from './model.ts';
import { arePartAndWhole } from './part-of.ts';
import { isUpheld, type Rival, rival } from './rival.ts';
import { valueKey } from './scope.ts';
import { inBoth, valueText } from './value-text.ts';

/** An amount with the period and scope that its observation states. */
interface Figure extends Rival {
  /** For each property that dates figures, the date stated or `null`. */
  readonly period: readonly (string | null)[];
  readonly coverage: string;
  /** Entities that the figure covers. */
  readonly covered: readonly number[];
}

/** The upheld statements of a subject with a property. */
function stated(graph: KnowledgeGraph, subject: number, property: string): Statement[] {
  const number = graph.properties.number(property);
  return [...graph.statementsBySubject.of(subject)]
    .filter((statement) => graph.columns.property[statement] === number)
    .map((statement) => graph.dataset.statements[statement]!)
    .filter(isUpheld);
}

function figure(graph: KnowledgeGraph, compare: Comparison, number: number): Figure {
  const base = rival(graph, number);
  const scope = compare.scope.flatMap((property) => stated(graph, base.subject, property));
  return {
    ...base,
    period: compare.period.map((property) => {
      const value = stated(graph, base.subject, property)[0]?.value;
      return value?.type === 'date' ? value.date : null;
    }),
    coverage: scope
      .map(({ property, value }) => `${property}=${valueKey(value)}`)
      .sort()
      .join('&'),
    covered: scope.flatMap(({ value }) =>
      value.type === 'entity' ? [graph.nodes.number(value.id)!] : [],
    ),
  };
}

/** Whether two figures are for one period: each date of one lies within that of the other, or neither has it. */
const samePeriod = (a: Figure, b: Figure): boolean =>
  a.period.every((date, index) => {
    const other = b.period[index]!;
    if (date === null || other === null) return date === other;
    return !isBefore(date, other) && !isBefore(other, date);
  });

function rivalry(graph: KnowledgeGraph, a: Figure, b: Figure): DisagreementKind | null {
  // Amounts of one observation are held against each other as values of one subject.
  if (a.subject === b.subject || agree(a.value, b.value)) return null;
  const areNested = (x: number, y: number): boolean => arePartAndWhole(graph, x, y);
  if (areNested(a.subject, b.subject)) return null;
  if (a.coverage !== b.coverage && a.covered.some((x) => b.covered.some((y) => areNested(x, y)))) {
    return null;
  }
  if (!samePeriod(a, b)) return 'different-dates';
  return a.coverage === b.coverage ? 'contradiction' : 'different-scope';
}

/** Different amounts that observations of one metric state; a part is no rival to its whole. */
export function* disagreementsByFigure(graph: KnowledgeGraph): Generator<Found> {
  const { dataset } = graph;
  for (const property of dataset.ontology.properties.values()) {
    const { compare } = property;
    if (compare === null) continue;
    const by = graph.properties.number(compare.by)!;
    const byMetric = new Map<number, number[]>();
    for (const number of graph.statementsByProperty.of(graph.properties.number(property.name)!)) {
      if (!isUpheld(dataset.statements[number]!)) continue;
      for (const metric of graph.out.find(graph.columns.subject[number]!, by)?.neighbors ?? []) {
        const ofMetric = byMetric.get(metric);
        if (ofMetric === undefined) byMetric.set(metric, [number]);
        else ofMetric.push(number);
      }
    }
    for (const [about, numbers] of byMetric) {
      const figures = numbers.map((number) => figure(graph, compare, number));
      for (const { kind, members } of clusters(figures, (a, b) => rivalry(graph, a, b))) {
        yield {
          kind,
          about,
          property,
          rivals: members.map((member) => ({
            statement: member.statement,
            said: {
              value: valueText(graph, dataset.statements[member.statement]!.value),
              time: periodText(graph, compare, member),
              scope: coverageText(graph, compare, member),
            },
          })),
        };
      }
    }
  }
}

function periodText(graph: KnowledgeGraph, compare: Comparison, { period }: Figure): Localized {
  const { properties } = graph.dataset.ontology;
  return inBoth((language) =>
    compare.period
      .flatMap((property, index) => {
        const date = period[index];
        const label = properties.get(property)?.label[language] ?? property;
        return date ? [`${label} ${dateLabel(date, language)}`] : [];
      })
      .join(', '),
  );
}

function coverageText(graph: KnowledgeGraph, compare: Comparison, { subject }: Figure): Localized {
  const texts = compare.scope
    .flatMap((property) => stated(graph, subject, property))
    .map(({ value }) => valueText(graph, value));
  return inBoth((language) => texts.map((text) => text[language]).join(', '));
}
