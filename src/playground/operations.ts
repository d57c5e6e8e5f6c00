import type { Language } from '../pieces/language.ts';
import { fold } from '../util/fold.ts';

/** A named operation as `/operations.json` has it. */
export interface NamedOperation {
  readonly name: string;
  readonly description: Readonly<Record<Language, string>>;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** @throws Error where the server does not answer, or not with a list */
export async function fetchOperations(): Promise<readonly NamedOperation[]> {
  const response = await fetch('/operations.json');
  if (!response.ok) throw new Error(`/operations.json: ${response.status}`);
  const { operations } = (await response.json()) as {
    readonly operations: readonly NamedOperation[];
  };
  return operations;
}

/** The example of its variables, as text for the editor. */
export const exampleOf = ({ variables }: NamedOperation): string =>
  Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);

/** `PartnershipsAsOf` as words. */
const wordsOf = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** Those whose name or description in either language has every word that was typed, with or without its marks. */
export function searchOperations(
  operations: readonly NamedOperation[],
  typed: string,
): readonly NamedOperation[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return operations.filter(({ name, description, document }) => {
    const told = [name, wordsOf(name), description.vi, description.en, fieldsOf(document)];
    const text = fold(told.join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** The names in a document: who looks for `disagreements` means what asks for that field. */
const fieldsOf = (document: string): string => [...document.matchAll(/\w{4,}/g)].join(' ');
