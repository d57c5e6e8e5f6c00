type Fields = Readonly<Record<string, unknown>>;

/** The name of an entity, or the sentence of a statement, as an answer has it somewhere: in an object or in columns. */
export function findName(answer: unknown, id: string): string | null {
  // A set goes on to what is added while it is walked, and takes nothing twice.
  const seen = new Set([answer]);
  for (const value of seen) {
    if (typeof value !== 'object' || value === null) continue;
    if (value instanceof Map && typeof value.get(id) === 'string') return value.get(id);
    const { id: own, ids, name, names, text } = value as Fields;
    if (own === id && typeof (name ?? text) === 'string') return (name ?? text) as string;
    if (Array.isArray(ids) && Array.isArray(names)) {
      const found: unknown = names[ids.indexOf(id)];
      if (typeof found === 'string') return found;
    }
    for (const each of Object.values(value)) seen.add(each);
  }
  return null;
}

/** The kind of what has an id: ids of entities begin with it, those of statements have none. */
export const kindOf = (id: string): string =>
  id.includes(':') ? id.slice(0, id.indexOf(':')) : 'statement';
