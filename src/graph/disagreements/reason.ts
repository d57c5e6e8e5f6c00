import type { Language, Localized } from '../../ontology/model.ts';
import type { DisagreementKind } from './model.ts';
import { inBoth } from './value-text.ts';

/** What one rival says: its value, and the time and scope it gives, empty where it gives none. */
export interface Said {
  readonly value: Localized;
  readonly time: Localized;
  readonly scope: Localized;
}

const MOST_TOLD = 6;

const SENTENCES: Readonly<Record<DisagreementKind, Localized>> = {
  contradiction: {
    vi: 'Các giá trị của “{label}” ({about}) không thể cùng đúng, vì không khác nhau về thời điểm hay phạm vi: {said}.',
    en: 'The values of “{label}” ({about}) cannot all be true, as no time or scope tells them apart: {said}.',
  },
  'different-dates': {
    vi: 'Các giá trị của “{label}” ({about}) ứng với những thời điểm khác nhau: {said}.',
    en: 'The values of “{label}” ({about}) are for different times: {said}.',
  },
  'different-scope': {
    vi: 'Các giá trị của “{label}” ({about}) ứng với những phạm vi khác nhau: {said}.',
    en: 'The values of “{label}” ({about}) are for different scopes: {said}.',
  },
  'change-of-holder': {
    vi: '“{label}” ({about}) đổi người giữ theo thời gian: {said}.',
    en: '“{label}” ({about}) passes from one holder to another over time: {said}.',
  },
};

function list(said: readonly Said[], language: Language): string {
  const items = said.map(({ value, time, scope }) => {
    const limits = [time[language], scope[language]].filter((limit) => limit !== '').join('; ');
    return limits === '' ? value[language] : `${value[language]} (${limits})`;
  });
  const distinct = [...new Set(items)];
  const left = distinct.length - MOST_TOLD;
  const rest = language === 'vi' ? `và ${left} giá trị khác` : `and ${left} more`;
  return [...distinct.slice(0, MOST_TOLD), ...(left > 0 ? [rest] : [])].join('; ');
}

/** Why rivals are classed as they are, naming the property, what it is about, and what each rival says. */
export function reasonFor(
  kind: DisagreementKind,
  label: Localized,
  about: Localized,
  said: readonly Said[],
): Localized {
  return inBoth((language) =>
    SENTENCES[kind][language]
      .replace('{label}', () => label[language])
      .replace('{about}', () => about[language])
      .replace('{said}', () => list(said, language)),
  );
}
