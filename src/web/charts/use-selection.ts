import { defaultSettings, type Settings } from '../../pieces/settings.ts';
import { view } from '../state/explorer.ts';
import { useKinds } from '../state/use-kinds.ts';

/**
 * The settings of a piece that shows what the explorer is looking at: as of its date, around the same entities, without the kinds
 * that are left out. `undefined` until the kinds are known, where that matters.
 */
export function useSelection(width: number | undefined): Settings | undefined {
  const kinds = useKinds();
  const { lang, asOf, around, without } = view.value;
  if (width === undefined || width === 0 || (without.length > 0 && kinds.size === 0))
    return undefined;
  return {
    ...defaultSettings,
    lang,
    width,
    entity: around,
    ...(asOf !== undefined && { asOf }),
    kinds: without.length === 0 ? [] : [...kinds.keys()].filter((kind) => !without.includes(kind)),
  };
}
