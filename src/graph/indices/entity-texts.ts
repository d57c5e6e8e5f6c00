import type { Dataset } from '../../data/dataset.ts';
import type { Postings } from '../postings.ts';

/** Where a word may stand, the most telling place first. */
export const TEXT_FIELDS = ['name', 'alias', 'description', 'statement'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** What people may search for in an entity: its texts in both languages, by field. */
export type EntityTexts = (node: number, field: TextField) => readonly string[];

export function entityTexts({ entities, statements }: Dataset, bySubject: Postings): EntityTexts {
  const stated = (node: number): string[] => {
    const texts: string[] = [];
    for (const number of bySubject.of(node)) {
      const { value } = statements[number]!;
      if (value.type === 'text') texts.push(value.text.vi, value.text.en);
      if (value.type === 'string') texts.push(value.string);
    }
    return texts;
  };
  return (node, field) => {
    const { names, aliases, description } = entities[node]!;
    switch (field) {
      case 'name':
        return [names.vi, names.en];
      case 'alias':
        return [...(aliases?.vi ?? []), ...(aliases?.en ?? [])];
      case 'description':
        return description === undefined ? [] : [description.vi, description.en];
      case 'statement':
        return stated(node);
    }
  };
}
