import type { Entity } from '../../ontology/model.ts';
import type { GraphStore } from '../port.ts';

/** The parts of requests that name entities. What else stands under these names (a date, say) has not the form of an id. */
const naming: ReadonlySet<string> = new Set([
  'id',
  'ids',
  'from',
  'to',
  'avoid',
  'about',
  'involving',
  'subjects',
  'objects',
  'anyOf',
  'metric',
  'source',
  'sources',
  'restsOnlyOn',
]);

/**
 * The same store, to which a former id of an entity says what its present one says. Requests are rewritten before a
 * method sees them, so that filters compare and cursors are made for present ids alone.
 */
export function withFormerIds(store: GraphStore, entities: readonly Entity[]): GraphStore {
  const present = new Map(
    entities.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id] as const)),
  );
  if (present.size === 0) return store;

  const rewritten = (part: unknown, names: boolean): unknown => {
    if (typeof part === 'string') return names ? (present.get(part) ?? part) : part;
    if (Array.isArray(part)) return part.map((each) => rewritten(each, names));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, value]) => [name, rewritten(value, naming.has(name))]),
    );
  };
  type Ask = (requests: readonly unknown[], ...more: readonly unknown[]) => unknown;
  const { meta, ...methods } = store;
  const taking = Object.entries(methods).map(([name, method]) => {
    const ask = method as unknown as Ask;
    const asking: Ask = (requests, ...more) =>
      ask(
        requests.map((request) => rewritten(request, true)),
        ...more,
      );
    return [name, asking];
  });
  return { meta, ...Object.fromEntries(taking) } as GraphStore;
}
