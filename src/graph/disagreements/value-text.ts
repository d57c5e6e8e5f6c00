import { literalLabel } from '../../ontology/labels/literal.ts';
import type { Language, Localized, Value } from '../../ontology/model.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';

export const inBoth = (make: (language: Language) => string): Localized => ({
  vi: make('vi'),
  en: make('en'),
});

/** A value in words. */
export function valueText({ dataset, nodes }: KnowledgeGraph, value: Value): Localized {
  if (value.type === 'entity') return dataset.entities[nodes.number(value.id)!]!.names;
  return inBoth((language) => literalLabel(value, language, dataset.ontology));
}
