import {
  integer,
  localized,
  number,
  optional,
  type Reader,
  record,
  required,
  type Trail,
  text,
  wrongType,
} from '../errors/shape.ts';
import type { Property, Qualifier, Value } from '../ontology/model.ts';

const quantity = record('a quantity', {
  amount: required(number),
  unit: required(text),
  approximation: optional(text),
});

const id: Reader<string> = (data, trail) =>
  typeof data === 'string' ? text(data, trail) : wrongType(data, 'the id of an entity', trail);

const date: Reader<string> = (data, trail) => {
  if (typeof data !== 'number') return text(data, trail);
  trail.report('DATE_NOT_QUOTED', { date: data }, trail.path);
  return undefined;
};

/**
 * Reads a value as its property or qualifier has it. What has another type is reported and gives `undefined`;
 * whether ids, terms, dates and addresses are right is for the rules.
 */
export function readValue(
  spec: Property | Qualifier,
  data: unknown,
  trail: Trail,
): Value | undefined {
  switch (spec.type) {
    case 'entity': {
      const read = id(data, trail);
      return read === undefined ? undefined : { type: 'entity', id: read };
    }
    case 'text': {
      const { vi, en } = localized(data, trail) ?? {};
      return vi === undefined || en === undefined ? undefined : { type: 'text', text: { vi, en } };
    }
    case 'string': {
      const read = text(data, trail);
      return read === undefined ? undefined : { type: 'string', string: read };
    }
    case 'integer': {
      const read = integer(data, trail);
      return read === undefined ? undefined : { type: 'integer', integer: read };
    }
    case 'quantity': {
      const { amount, unit, approximation = 'exact' } = quantity(data, trail) ?? {};
      if (amount === undefined || unit === undefined) return undefined;
      return { type: 'quantity', amount, unit, approximation };
    }
    case 'date': {
      const read = date(data, trail);
      return read === undefined ? undefined : { type: 'date', date: read };
    }
    case 'url': {
      const read = text(data, trail);
      return read === undefined ? undefined : { type: 'url', url: read };
    }
    case 'term': {
      const read = text(data, trail);
      const vocabulary = spec.vocabulary ?? '';
      return read === undefined ? undefined : { type: 'term', vocabulary, term: read };
    }
  }
}
