import { families } from '../pieces/kinds.ts';
import type { PieceName, Settings } from '../pieces/settings.ts';
import { kindOf } from './find-name.ts';

const views: Readonly<Record<PieceName, string>> = {
  graph: 'graph',
  timeline: 'timeline',
  map: 'map',
  metric: 'figures',
  card: 'graph',
  table: 'table',
};

/** The address at which the explorer of a server shows what a piece shows. */
export function explorerAddress(
  server: string,
  piece: PieceName,
  settings: Settings,
  selected: string | undefined,
): string {
  const { entity, kinds } = settings;
  const isAbout = piece === 'card' ? entity[0] : undefined;
  const metric = entity.find((id) => kindOf(id) === 'metric');
  const all = Object.values(families).flatMap((family): readonly string[] => family.kinds);
  const parts = {
    view: views[piece],
    lang: settings.lang,
    asOf: settings.asOf,
    selected: selected ?? isAbout,
    without: kinds.length > 0 ? all.filter((kind) => !kinds.includes(kind)).join() : '',
    around: piece === 'metric' ? '' : entity.join(),
    depth: settings.depth > 1 ? String(settings.depth) : '',
    metric: piece === 'metric' ? metric : undefined,
    query: settings.query,
  };
  const address = new URL(server);
  for (const [name, text] of Object.entries(parts)) {
    if (text) address.searchParams.set(name, text);
  }
  return address.href;
}
