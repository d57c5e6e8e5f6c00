import { useMemo } from 'preact/hooks';
import type { Shown } from '../../../viewer/graph-viewer.ts';
import { view } from '../../state/explorer.ts';
import type { KnownCommunities } from './use-communities.ts';
import type { ShownDrawing } from './use-drawing.ts';

/** What of a drawing is seen: what is there as of the date, less what was hidden or filtered out. */
export function useSeen(
  shown: ShownDrawing | undefined,
  communities: KnownCommunities | undefined,
) {
  const { without, apart, hidden } = view.value;
  const whole = shown?.whole;
  const present = shown?.present;
  const isShown = useMemo((): Shown => {
    const [kindsOut, communitiesOut, gone] = [new Set(without), new Set(apart), new Set(hidden)];
    const isApart = (id: string): boolean => {
      const community = communitiesOut.size === 0 ? null : (communities?.of(id) ?? null);
      const found = community === null ? undefined : communities?.list[community];
      return found !== undefined && communitiesOut.has(found.id);
    };
    return {
      node: (number) => {
        const id = whole?.ids[number];
        return (
          id !== undefined &&
          present?.has(id) !== false &&
          !kindsOut.has(whole!.kinds[number]!) &&
          !gone.has(id) &&
          !isApart(id)
        );
      },
      edge: (edge) => present?.has(whole?.edges.ids[edge] ?? '') !== false,
    };
  }, [whole, present, without, apart, hidden, communities]);
  const seen = useMemo(() => {
    if (whole === undefined) return { nodes: [], edgeCount: 0 };
    const { subjects, objects } = whole.edges;
    const nodes = whole.ids
      .map((_id, number) => number)
      .filter(isShown.node)
      .sort((a, b) => whole.degrees[b]! - whole.degrees[a]! || a - b);
    const among = new Set(nodes);
    const edgeCount = subjects.filter(
      (subject, edge) => isShown.edge(edge) && among.has(subject) && among.has(objects[edge]!),
    ).length;
    return { nodes, edgeCount };
  }, [whole, isShown]);
  return { isShown, ...seen };
}
