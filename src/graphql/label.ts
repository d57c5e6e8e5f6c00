import type { Language, Ontology, Statement, Value } from '../ontology/model.ts';
import { amountLabel, magnitudeLabel } from './amount-label.ts';
import type { RequestContext } from './context.ts';
import { dateLabel } from './date-label.ts';
import { knownEntity } from './known.ts';
import { after, type Later, together } from './later.ts';

/** A value as people write it in a language. */
export function valueLabel(
  value: Value,
  language: Language,
  context: RequestContext,
): Later<string> {
  switch (value.type) {
    case 'entity':
      return after(knownEntity(value.id, context), ({ names }) => names[language]);
    case 'text':
      return value.text[language];
    case 'string':
      return value.string;
    case 'integer':
      return String(value.integer);
    case 'quantity':
      return quantityLabel(value, language, context.ontology);
    case 'date':
      return dateLabel(value.date, language);
    case 'url':
      return value.url;
    case 'term':
      return termLabel(value.vocabulary, value.term, language, context.ontology);
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

/** A whole statement in a line: subject, property, value, and the qualifiers in brackets. */
export function statementText(
  statement: Statement,
  language: Language,
  context: RequestContext,
): Later<string> {
  const { ontology } = context;
  const property = ontology.properties.get(statement.property)!;
  const qualifiers = Object.entries(statement.qualifiers);
  return after(
    together([
      valueLabel({ type: 'entity', id: statement.subject }, language, context),
      valueLabel(statement.value, language, context),
      ...qualifiers.map(([, value]) => valueLabel(value, language, context)),
    ]),
    ([subject, value, ...details]) => {
      const said = property.label[language];
      const core =
        property.type === 'entity'
          ? `${subject} ${placed(said, value!)}`
          : `${subject} – ${said}: ${value}`;
      const brackets = qualifiers.map(
        ([name], index) => `${ontology.qualifiers.get(name)!.label[language]}: ${details[index]}`,
      );
      return brackets.length === 0 ? core : `${core} (${brackets.join('; ')})`;
    },
  );
}

/** Some Vietnamese labels say with `…` where the object goes: “do … đề ra”. */
const placed = (label: string, object: string): string =>
  label.includes('…') ? label.replace('…', () => object) : `${label} ${object}`;
