import type { Value } from '../../ontology/model.ts';
import { isBefore } from '../../util/iso-date.ts';
import { normalForm } from '../../util/normal-form.ts';
import { words } from '../../util/words.ts';
import { type AmountInterval, quantityInterval } from './quantity-interval.ts';

/** A value prepared for comparing. */
export type Comparable =
  | { readonly type: 'plain'; readonly plain: string }
  | { readonly type: 'texts'; readonly texts: readonly [vi: string, en: string] }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'amount'; readonly unit: string; readonly interval: AmountInterval };

/** A text as its words alone, each between spaces: letter case, quotes and tone positions do not tell texts apart. */
const wording = (text: string): string => ` ${words(text).map(normalForm).join(' ')} `;

export function comparable(value: Value): Comparable {
  switch (value.type) {
    case 'text':
      return { type: 'texts', texts: [wording(value.text.vi), wording(value.text.en)] };
    case 'date':
      return { type: 'date', date: value.date };
    case 'quantity':
      return {
        type: 'amount',
        unit: value.unit,
        interval: quantityInterval(value.amount, value.approximation),
      };
    case 'entity':
      return { type: 'plain', plain: value.id };
    case 'string':
      return { type: 'plain', plain: wording(value.string) };
    case 'integer':
      return { type: 'plain', plain: String(value.integer) };
    case 'url':
      return { type: 'plain', plain: value.url };
    case 'term':
      return { type: 'plain', plain: value.term };
  }
}

/**
 * Whether both values may be true of one thing: equal ones; a date within a coarser one; amounts whose
 * intervals meet; amounts in different units, which cannot be compared; a text that gives the other in short,
 * in either language.
 */
export function agree(a: Comparable, b: Comparable): boolean {
  if (a.type === 'texts' && b.type === 'texts') {
    return a.texts.some((text, index) => {
      const other = b.texts[index]!;
      return text.includes(other) || other.includes(text);
    });
  }
  if (a.type === 'date' && b.type === 'date') {
    return !isBefore(a.date, b.date) && !isBefore(b.date, a.date);
  }
  if (a.type === 'amount' && b.type === 'amount') {
    const meet = a.interval.least <= b.interval.greatest && b.interval.least <= a.interval.greatest;
    return a.unit !== b.unit || meet;
  }
  return a.type === 'plain' && b.type === 'plain' && a.plain === b.plain;
}
