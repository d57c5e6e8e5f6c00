import { termLabel, unitLabel } from '../ontology/labels/literal.ts';
import type { Value } from '../ontology/model.ts';
import type { DatePrecision } from './generated/schema.ts';
import { knownEntity } from './known.ts';
import { valueLabel } from './label.ts';
import { chooseLanguage } from './language.ts';
import type { Resolvers } from './resolver.ts';

/** By the length of an ISO 8601 date. */
const precisions: Readonly<Record<number, DatePrecision>> = {
  4: 'YEAR',
  7: 'MONTH',
  10: 'DAY',
  16: 'MINUTE',
};

export const datePrecision = (date: string): DatePrecision => precisions[date.length]!;

/** The name of the type that stands for a value. */
export const valueTypeName = ({ type }: Value): string =>
  `${type.charAt(0).toUpperCase()}${type.slice(1)}Value`;

export const valueResolvers: Resolvers = {
  Value: {
    label: (value, args, context) => valueLabel(value, chooseLanguage(args, context), context),
  },
  EntityValue: {
    entity: ({ id }, _, context) => knownEntity(id, context),
  },
  QuantityValue: {
    unitLabel: (quantity, args, context) =>
      unitLabel(quantity, chooseLanguage(args, context), context.ontology),
    approximationLabel: ({ approximation }, args, context) =>
      termLabel('approximation', approximation, chooseLanguage(args, context), context.ontology),
  },
  DateValue: {
    precision: ({ date }) => datePrecision(date),
  },
};
