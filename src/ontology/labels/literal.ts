import type { Language, Ontology, Value } from '../model.ts';
import { amountLabel, magnitudeLabel } from './amount.ts';
import { dateLabel } from './date.ts';

export type Literal = Exclude<Value, { type: 'entity' }>;

/** A value that is no entity, as people write it in a language. */
export function literalLabel(value: Literal, language: Language, ontology: Ontology): string {
  switch (value.type) {
    case 'text':
      return value.text[language];
    case 'string':
      return value.string;
    case 'integer':
      return String(value.integer);
    case 'quantity':
      return quantityLabel(value, language, ontology);
    case 'date':
      return dateLabel(value.date, language);
    case 'url':
      return value.url;
    case 'term':
      return termLabel(value.vocabulary, value.term, language, ontology);
  }
}

type Quantity = Extract<Value, { type: 'quantity' }>;

function quantityLabel(quantity: Quantity, language: Language, ontology: Ontology): string {
  const { amount, approximation } = quantity;
  const unit = unitLabel(quantity, language, ontology);
  if (approximation === 'order-of') {
    const magnitude = magnitudeLabel(amount, language);
    if (magnitude !== undefined) return `${magnitude} ${unit}`;
  }
  const words = [amountLabel(amount, language), unit];
  if (approximation !== 'exact') {
    words.unshift(termLabel('approximation', approximation, language, ontology));
  }
  return words.join(' ');
}

/** A unit as people say it after its amount: `1 visit`, `2 visits`. */
export function unitLabel({ amount, unit }: Quantity, language: Language, ontology: Ontology) {
  const ofOne = amount === 1 && ontology.vocabularies.get('unitOfOne')?.terms.get(unit);
  return ofOne ? ofOne[language] : termLabel('unit', unit, language, ontology);
}

/** A term as people say it. A dataset holds no term that its vocabulary lacks. */
export const termLabel = (
  vocabulary: string,
  term: string,
  language: Language,
  ontology: Ontology,
): string => ontology.vocabularies.get(vocabulary)!.terms.get(term)![language];
