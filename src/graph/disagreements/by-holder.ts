import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { clusters } from './clusters.ts';
import type { Found } from './found.ts';
import type { DisagreementKind } from './model.ts';
import { arePartAndWhole } from './part-of.ts';
import { isUpheld, type Rival, rival, scopeText, timeText } from './rival.ts';
import { areApart } from './time.ts';

function rivalry(graph: KnowledgeGraph, a: Rival, b: Rival): DisagreementKind | null {
  if (a.subject === b.subject || arePartAndWhole(graph, a.subject, b.subject)) return null;
  if (areApart(a.time, b.time)) return 'change-of-holder';
  return a.scope === b.scope ? 'contradiction' : 'different-scope';
}

/**
 * Different subjects that point at one object by a property whose inverse holds one at a time: the holders of
 * an office. Entities that several hold at once (`shared`) are left out.
 */
export function* disagreementsByHolder(graph: KnowledgeGraph): Generator<Found> {
  const { dataset, columns } = graph;
  for (const property of dataset.ontology.properties.values()) {
    if (property.inverse === null || property.inverse.values === 'many') continue;
    const number = graph.properties.number(property.name)!;
    const held = new Set<number>();
    for (const statement of graph.statementsByProperty.of(number)) {
      held.add(columns.object[statement]!);
    }
    for (const about of held) {
      if (dataset.entities[about]!.shared === true) continue;
      const upheld = [...graph.in.find(about, number)!.statements]
        .filter((statement) => isUpheld(dataset.statements[statement]!))
        .map((statement) => rival(graph, statement));
      for (const { kind, members } of clusters(upheld, (a, b) => rivalry(graph, a, b))) {
        yield {
          kind,
          about,
          property,
          rivals: members.map(({ statement: held, subject }) => {
            const statement = dataset.statements[held]!;
            const value = dataset.entities[subject]!.names;
            const [time, scope] = [timeText(statement), scopeText(graph, statement)];
            return { statement: held, said: { value, time, scope } };
          }),
        };
      }
    }
  }
}
