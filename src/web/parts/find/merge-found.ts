import type { operations } from '../../../client/index.ts';
import type { Language } from '../../../pieces/language.ts';

/** How far what was found is from what was typed, where it is not just that. */
export type Nearness = 'marks' | 'typo' | 'some';

/** An entity that somebody who types may mean. */
export interface Found {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** The name in the other language or another name, where that is what matches or tells more. */
  readonly also: string | undefined;
  readonly description: string | undefined;
  readonly nearness: Nearness | undefined;
}

type Suggestions = operations.SuggestQuery['suggest'];
type Edges = operations.FindEntitiesQuery['search']['edges'];

const nearnesses: Readonly<Record<string, Nearness>> = {
  OTHER_MARKS: 'marks',
  TYPO: 'typo',
  SOME: 'some',
};

interface EntityNames {
  readonly name: string;
  readonly names: { readonly vi: string; readonly en: string };
}

function also(entity: EntityNames, language: Language, matched?: string): string | undefined {
  const other = entity.names[language === 'vi' ? 'en' : 'vi'];
  const candidates = matched === undefined ? [other] : [matched, other];
  return candidates.find((name) => name !== entity.name);
}

/** What a page of a search holds. */
export function foundBySearch(edges: Edges, language: Language): readonly Found[] {
  return edges.map(({ node, grade, matched }) => {
    const offices = 'offices' in node ? node.offices.nodes.map(({ name }) => name).join('; ') : '';
    // What matched may be a whole paragraph: that is no name.
    const name = matched.find((text) => text.length <= 120 && text !== node.description);
    return {
      id: node.id,
      kind: node.kind,
      name: node.name,
      also: also(node, language, name),
      description: node.description ?? (offices || undefined),
      nearness: nearnesses[grade],
    };
  });
}

/**
 * Suggestions and what a search found as one list, each entity once: first what is called just so, then what begins so, then all
 * else. Suggestions know beginnings of words best; the search knows codes, texts, several words in any order, and mistypings.
 */
export function mergeFound(
  suggestions: Suggestions,
  edges: Edges,
  language: Language,
  limit: number,
): readonly Found[] {
  const searched = foundBySearch(edges, language);
  const exact = searched.filter((_, index) => edges[index]!.grade === 'EXACT');
  const suggested = suggestions.map(({ entity, text }) => ({
    id: entity.id,
    kind: entity.kind,
    name: entity.name,
    also: also(entity, language, text),
    description:
      entity.description ?? searched.find(({ id }) => id === entity.id)?.description ?? undefined,
    nearness: undefined,
  }));
  const found = new Map<string, Found>();
  for (const each of [...exact, ...suggested, ...searched]) {
    if (!found.has(each.id)) found.set(each.id, each);
  }
  return [...found.values()].slice(0, limit);
}
