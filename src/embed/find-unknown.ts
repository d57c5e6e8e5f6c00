import { operations } from '../client/index.ts';
import type { Ask } from '../pieces/ask.ts';

/** Which of some ids the graph has nothing by: what shows nothing of them says so. */
export async function findUnknown(ask: Ask, ids: readonly string[]): Promise<readonly string[]> {
  const { nodes } = await ask(operations.Names, { ids });
  return ids.filter((_id, number) => nodes[number] === null);
}
