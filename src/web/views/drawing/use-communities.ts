import { useMemo } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import type { Drawing } from '../../../pieces/drawing/drawing.ts';
import { view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';

export interface Community {
  readonly id: string;
  readonly label: string;
  /** How many it has in the whole graph. */
  readonly size: number;
}

export interface KnownCommunities {
  /** The greatest communities, by their position. */
  readonly list: readonly Community[];
  /** The position of the community of an entity; `null` where nothing is joined to it, or nobody knows. */
  readonly of: (id: string) => number | null;
}

/** The communities of what is drawn; `undefined` until they are known, which may be after it is drawn. */
export function useCommunities(drawing: Drawing | undefined): KnownCommunities | undefined {
  const { around, limit, expanded } = view.value;
  const isPart = around.length > 0 || expanded.length > 0;
  const variables =
    drawing === undefined || drawing.ids.length === 0
      ? undefined
      : isPart
        ? { filter: { ids: drawing.ids }, limit: drawing.ids.length }
        : { limit };
  const { data } = useAnswer(operations.DrawingMeasures, variables);
  return useMemo(() => {
    if (data === undefined) return undefined;
    const { ids, communities } = data.drawing.entities;
    const known = new Map(ids.map((id, number) => [id, communities[number] ?? null]));
    return { list: data.communities.nodes, of: (id: string) => known.get(id) ?? null };
  }, [data]);
}
