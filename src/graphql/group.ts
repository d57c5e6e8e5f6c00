import { dateLabel } from '../ontology/labels/date.ts';
import type { Language, Localized, Rank } from '../ontology/model.ts';
import type { Dimension, GroupKey } from '../store/port.ts';
import type { RequestContext } from './context.ts';
import { toEnumeration } from './enumeration.ts';
import { knownEntity } from './known.ts';
import { valueLabel } from './label.ts';
import { after, type Later } from './later.ts';

const ranks: Readonly<Record<Rank, Localized>> = {
  preferred: { vi: 'ưu tiên', en: 'preferred' },
  normal: { vi: 'thường', en: 'normal' },
  deprecated: { vi: 'không còn được coi là đúng', en: 'deprecated' },
};

/** A group of a dimension as arguments name it. */
export const groupKey = (by: Dimension['by'], { key }: GroupKey): string =>
  by === 'rank' ? toEnumeration(key) : key;

/** A group of a dimension as people say it. */
export function groupLabel(
  by: Dimension['by'],
  { key, value }: GroupKey,
  language: Language,
  context: RequestContext,
): Later<string> {
  const { ontology } = context;
  switch (by) {
    case 'kind':
      return ontology.kinds.get(key)!.label[language];
    case 'property':
      return ontology.properties.get(key)!.label[language];
    case 'source':
      return after(knownEntity(key, context), ({ names }) => names[language]);
    case 'rank':
      return ranks[key as Rank][language];
    case 'value':
      return valueLabel(value!, language, context);
    case 'year':
    case 'month':
      return stretchLabel(key, language);
  }
}

/** A date, or an ISO 8601 interval of two: `2021–2023`, `December 2021 – December 2023`. */
function stretchLabel(key: string, language: Language): string {
  const labels = key.split('/').map((date) => dateLabel(date, language));
  return labels.join(labels.every((label) => label.length === 'yyyy'.length) ? '–' : ' – ');
}
