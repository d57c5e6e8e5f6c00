import { operations } from '../client/index.ts';
import type { Ask } from './ask.ts';
import type { Settings } from './settings.ts';

/**
 * Asks the API about names by which a piece chooses among answers by itself, so that one which the ontology does not have is an
 * error there too, and not an empty piece. It rejects as the API does, with NAME_UNKNOWN; where nothing is named, nothing is asked.
 */
export async function assertNamesKnown(
  ask: Ask,
  { kinds = [], properties = [], levels = [] }: Partial<Settings>,
): Promise<void> {
  const and = [
    ...(kinds.length > 0 ? [{ kinds }] : []),
    ...(properties.length > 0 ? [{ properties }] : []),
    ...(levels.length > 0 ? [{ value: { property: 'level', anyOf: levels } }] : []),
  ];
  if (and.length > 0) await ask(operations.CountsByKind, { filter: { and } });
}
