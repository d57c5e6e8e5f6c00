import type { Property } from '../../ontology/model.ts';
import { NO_OBJECT } from '../columns.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { clusters } from './clusters.ts';
import { agree } from './comparable.ts';
import type { Found } from './found.ts';
import type { DisagreementKind } from './model.ts';
import { arePartAndWhole } from './part-of.ts';
import { isUpheld, type Rival, rival, scopeText, timeText } from './rival.ts';
import { areApart } from './time.ts';
import { valueText } from './value-text.ts';

function rivalry(
  graph: KnowledgeGraph,
  property: Property,
  a: Rival,
  b: Rival,
): DisagreementKind | null {
  if (agree(a.value, b.value)) return null;
  const areEntities = a.object !== NO_OBJECT && b.object !== NO_OBJECT;
  if (areEntities && arePartAndWhole(graph, a.object, b.object)) return null;
  if (areApart(a.time, b.time)) {
    return property.values === 'one-at-a-time' && areEntities
      ? 'change-of-holder'
      : 'different-dates';
  }
  return a.scope === b.scope ? 'contradiction' : 'different-scope';
}

/** Different values of one subject for a property that holds one value, or one at a time. */
export function* disagreementsByValue(graph: KnowledgeGraph): Generator<Found> {
  const { dataset, columns } = graph;
  const properties = [...dataset.ontology.properties.values()];
  const { statements } = dataset;
  let first = 0;
  while (first < statements.length) {
    // Statements of one subject and property stand next to each other.
    let end = first + 1;
    while (
      columns.subject[end] === columns.subject[first] &&
      columns.property[end] === columns.property[first]
    ) {
      end += 1;
    }
    const property = properties[columns.property[first]!]!;
    if (end - first > 1 && property.values !== 'many') {
      const upheld: Rival[] = [];
      for (let number = first; number < end; number += 1) {
        if (isUpheld(statements[number]!)) upheld.push(rival(graph, number));
      }
      for (const { kind, members } of clusters(upheld, (a, b) => rivalry(graph, property, a, b))) {
        yield {
          kind,
          about: columns.subject[first]!,
          property,
          rivals: members.map(({ statement: number }) => {
            const statement = statements[number]!;
            const value = valueText(graph, statement.value);
            const [time, scope] = [timeText(statement), scopeText(graph, statement)];
            return { statement: number, said: { value, time, scope } };
          }),
        };
      }
    }
    first = end;
  }
}
