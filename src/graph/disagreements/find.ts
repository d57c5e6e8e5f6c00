import { sha256 } from '../../util/hash.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { numbering } from '../numbering.ts';
import { disagreementsByFigure } from './by-figure.ts';
import { disagreementsByHolder } from './by-holder.ts';
import { disagreementsByValue } from './by-value.ts';
import type { Found } from './found.ts';
import { DISAGREEMENT_KINDS, type Disagreement, type Disagreements } from './model.ts';
import { reasonFor } from './reason.ts';

const ID_DIGITS = 16;

/** Makes a disagreement of what a finder found. */
function disagreement(
  graph: KnowledgeGraph,
  { kind, about, property, rivals }: Found,
): Disagreement {
  const numbers = rivals.map(({ statement }) => statement);
  const statements = numbers.sort((a, b) => a - b).map((n) => graph.dataset.statements[n]!);
  const entity = graph.dataset.entities[about]!;
  const content = [kind, entity.id, property.name, ...statements.map(({ id }) => id)];
  const said = rivals.map((one) => one.said);
  return {
    id: sha256(content.join('\n')).slice(0, ID_DIGITS),
    kind,
    about,
    property: property.name,
    statements,
    reason: reasonFor(kind, property.label, entity.names, said),
  };
}

/**
 * Finds all disagreements among the statements of a graph; only the ontology says what may disagree. Yields now and then,
 * for it takes long.
 */
export function* findDisagreements(graph: KnowledgeGraph): Generator<void, Disagreements> {
  const found: Disagreement[] = [];
  for (const find of [disagreementsByValue, disagreementsByHolder, disagreementsByFigure]) {
    for (const one of find(graph)) {
      found.push(disagreement(graph, one));
      yield;
    }
    yield;
  }
  const { rankOf } = graph.byName;
  const place = ({ about, property, kind, statements }: Disagreement): readonly number[] => [
    rankOf[about]!,
    graph.properties.number(property)!,
    DISAGREEMENT_KINDS.indexOf(kind),
    graph.statements.number(statements[0]!.id)!,
  ];
  const all = found
    .map((one) => ({ one, place: place(one) }))
    .sort((a, b) => {
      const differing = a.place.findIndex((part, index) => part !== b.place[index]);
      return differing === -1 ? 0 : a.place[differing]! - b.place[differing]!;
    })
    .map(({ one }) => one);
  const byStatement = new Map<number, number[]>();
  for (const [place, { statements }] of all.entries()) {
    for (const { id } of statements) {
      const number = graph.statements.number(id)!;
      const places = byStatement.get(number);
      if (places === undefined) byStatement.set(number, [place]);
      else places.push(place);
    }
  }
  return { all, ids: numbering(all.map(({ id }) => id)), byStatement };
}
