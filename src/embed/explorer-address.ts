import { families } from '../pieces/kinds.ts';
import type { PieceName, Settings } from '../pieces/settings.ts';
import { writeList } from '../util/list-text.ts';
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
  const { entity, kinds, levels, from, to } = settings;
  const isTable = piece === 'table';
  const isAbout = piece === 'card' ? entity[0] : undefined;
  // The figures are those of one metric, or of whatever is looked at.
  const isOne = piece === 'metric' && entity.length === 1 && kindOf(entity[0]!) === 'metric';
  const all = Object.values(families).flatMap((family): readonly string[] => family.kinds);
  const parts = {
    view: views[piece],
    lang: settings.lang,
    asOf: settings.asOf,
    selected: selected ?? isAbout,
    // A table is told which kinds it has; other views, which they have not.
    only: isTable ? writeList(kinds) : '',
    without:
      isTable || kinds.length === 0 ? '' : writeList(all.filter((kind) => !kinds.includes(kind))),
    around: isOne ? '' : writeList(entity),
    depth: settings.depth > 1 ? String(settings.depth) : '',
    metric: isOne ? entity[0] : undefined,
    from: piece === 'timeline' ? from : undefined,
    to: piece === 'timeline' ? to : undefined,
    levels: piece === 'map' ? writeList(levels) : '',
    facets: isTable ? writeList(levels.map((level) => `level=${level}`)) : '',
    query: isTable ? settings.query : '',
  };
  const address = new URL(server);
  for (const [name, text] of Object.entries(parts)) {
    if (text) address.searchParams.set(name, text);
  }
  return address.href;
}
