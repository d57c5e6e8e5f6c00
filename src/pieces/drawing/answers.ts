import type { operations } from '../../client/index.ts';
import type { SourceReference } from '../piece.ts';
import type { Drawing } from './drawing.ts';

type Neighborhood = NonNullable<operations.DrawingAroundQuery['neighborhood']>;

/** What the API answers for a neighborhood, as a drawing; what it does not have is no drawing of anything. */
export function drawingOf({ nodes, edges }: Neighborhood): Drawing {
  const numbers = new Map(nodes.map(({ entity }, number) => [entity.id, number]));
  const objects = edges.map(({ value }) => numbers.get(value.entity.id)!);
  return {
    ids: nodes.map(({ entity }) => entity.id),
    kinds: nodes.map(({ entity }) => entity.kind),
    names: nodes.map(({ entity }) => entity.name),
    degrees: nodes.map(({ entity }) => entity.degree),
    edges: {
      ids: edges.map(({ id }) => id),
      properties: edges.map(({ property }) => property),
      subjects: edges.map(({ subject }) => numbers.get(subject.id)!),
      objects,
    },
  };
}

/** What each statement of a neighborhood says, by its id, with the articles that say so. */
export const tellingsOf = ({ edges }: Neighborhood): ReadonlyMap<string, string> =>
  new Map(
    edges.map(({ id, text, citations }) => [
      id,
      `${text} (${citations.map(({ source, paragraph }) => `${source.name}, ¶ ${paragraph}`).join('; ')})`,
    ]),
  );

/** The articles on which a neighborhood rests, each once, those that say most of it first. */
export function sourcesOf({ edges }: Neighborhood): readonly SourceReference[] {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const { citations } of edges) {
    for (const { source } of citations) {
      const known = counts.get(source.id);
      if (known === undefined) counts.set(source.id, { name: source.name, count: 1 });
      else known.count += 1;
    }
  }
  return [...counts]
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([id, { name }]) => ({ id, name }));
}

/** The part of the answer about the whole graph that is drawn. */
export const drawingOfColumns = ({
  entities,
  edges,
}: operations.DrawingQuery['drawing']): Drawing => ({ ...entities, edges });
