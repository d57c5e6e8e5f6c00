type Path = readonly (string | number)[];

/**
 * Where an answer differs from a whole one in more than this: that it is `null` at or above the place of an error, and only
 * there. Empty where all is well.
 */
export function unexplained(answer: unknown, whole: unknown, errors: readonly Path[]): string[] {
  const places = new Set(errors.map((path) => JSON.stringify(path)));
  const found: string[] = [];
  /** @returns how many of the errors lie at or below the path */
  const below = (path: Path): number => {
    const start = JSON.stringify(path).slice(0, -1);
    return [...places].filter(
      (place) => path.length === 0 || place === `${start}]` || place.startsWith(`${start},`),
    ).length;
  };
  let explained = 0;
  const walk = (one: unknown, other: unknown, path: Path): void => {
    if (one === null) {
      const count = below(path);
      explained += count;
      if (other !== null && count === 0) found.push(`${path.join('.')} is null`);
    } else if (typeof one === 'object' && typeof other === 'object' && other !== null) {
      const names = new Set([...Object.keys(one), ...Object.keys(other)]);
      for (const name of names) {
        const key = Array.isArray(one) ? Number(name) : name;
        walk(one[name as never], other[name as never], [...path, key]);
      }
    } else if (one !== other) {
      found.push(`${path.join('.')} is ${String(one)}`);
    }
  };
  walk(answer, whole, []);
  if (explained !== places.size) found.push(`${places.size - explained} errors took nothing`);
  return found;
}
