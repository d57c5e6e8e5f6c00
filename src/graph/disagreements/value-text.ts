import type { Language, Localized, Value } from '../../ontology/model.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const NUMBERS = { vi: new Intl.NumberFormat('vi'), en: new Intl.NumberFormat('en') };

export const inBoth = (make: (language: Language) => string): Localized => ({
  vi: make('vi'),
  en: make('en'),
});

/** An ISO date as it is written: 18/12/2021 in Vietnamese, 18 December 2021 in English. */
export function dateText(date: string, language: Language): string {
  const [day, time] = date.split('T');
  const parts = day!.split('-').reverse();
  const written =
    language === 'vi'
      ? parts.join('/')
      : parts
          .map((part, index) =>
            index === parts.length - 1
              ? part
              : index === parts.length - 2
                ? MONTHS[Number(part) - 1]
                : String(Number(part)),
          )
          .join(' ');
  return time === undefined ? written : `${written} ${time}`;
}

/** A value in words. */
export function valueText(graph: KnowledgeGraph, value: Value): Localized {
  const { vocabularies } = graph.dataset.ontology;
  const term = (vocabulary: string, key: string): Localized =>
    vocabularies.get(vocabulary)?.terms.get(key) ?? { vi: key, en: key };
  switch (value.type) {
    case 'entity':
      return graph.dataset.entities[graph.nodes.number(value.id)!]!.names;
    case 'text':
      return value.text;
    case 'term':
      return term(value.vocabulary, value.term);
    case 'date':
      return inBoth((language) => dateText(value.date, language));
    case 'quantity': {
      const isExact = value.approximation === 'exact';
      return inBoth((language) =>
        [
          isExact ? '' : term('approximation', value.approximation)[language],
          NUMBERS[language].format(value.amount),
          term('unit', value.unit)[language],
        ]
          .filter((word) => word !== '')
          .join(' '),
      );
    }
    case 'string':
      return { vi: value.string, en: value.string };
    case 'integer':
      return inBoth((language) => NUMBERS[language].format(value.integer));
    case 'url':
      return { vi: value.url, en: value.url };
  }
}
