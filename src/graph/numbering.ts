import { STRETCH, whole } from '../util/gradual.ts';

/** Names in order, each with its number: indices hold numbers, and only the edge of the store speaks names. */
export interface Numbering {
  readonly size: number;
  /** `undefined` for a name that is not there. */
  number(name: string): number | undefined;
  name(number: number): string;
}

export const numbering = (names: Iterable<string>): Numbering => whole(numberGradually(names));

/** The same for many names; yields now and then. */
export function* numberGradually(names: Iterable<string>): Generator<void, Numbering> {
  const ordered = [...names];
  const numbers = new Map<string, number>();
  for (const [number, name] of ordered.entries()) {
    if (number % STRETCH === 0) yield;
    numbers.set(name, number);
  }
  return {
    size: ordered.length,
    number: (name) => numbers.get(name),
    name: (number) => ordered[number]!,
  };
}

/** The numbers of those names that are there, ascending and each once. */
export function numbersOf(numbering: Numbering, names: readonly string[]): Uint32Array {
  const found = new Set<number>();
  for (const name of names) {
    const number = numbering.number(name);
    if (number !== undefined) found.add(number);
  }
  return Uint32Array.from(found).sort();
}
