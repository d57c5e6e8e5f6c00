import { termLabel, unitLabel } from '../ontology/labels/literal.ts';
import type { Value } from '../ontology/model.ts';
import type { RequestContext } from './context.ts';
import { knownEntity } from './known.ts';
import { valueLabel } from './label.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import type { Resolvers } from './resolver.ts';

type ValueOf<Type extends Value['type']> = Extract<Value, { type: Type }>;

/** By the length of an ISO 8601 date. */
const precisions: Readonly<Record<number, string>> = {
  4: 'YEAR',
  7: 'MONTH',
  10: 'DAY',
  16: 'MINUTE',
};

export const datePrecision = (date: string): string => precisions[date.length]!;

/** The name of the type that stands for a value. */
export const valueTypeName = ({ type }: Value): string =>
  `${type.charAt(0).toUpperCase()}${type.slice(1)}Value`;

export const valueResolvers: Resolvers = {
  Value: {
    label: (value: Value, args: LanguageArguments, context: RequestContext) =>
      valueLabel(value, chooseLanguage(args, context), context),
  },
  EntityValue: {
    entity: ({ id }: ValueOf<'entity'>, _: object, context: RequestContext) =>
      knownEntity(id, context),
  },
  QuantityValue: {
    unitLabel: (quantity: ValueOf<'quantity'>, args: LanguageArguments, context: RequestContext) =>
      unitLabel(quantity, chooseLanguage(args, context), context.ontology),
    approximationLabel: (
      { approximation }: ValueOf<'quantity'>,
      args: LanguageArguments,
      context: RequestContext,
    ) => termLabel('approximation', approximation, chooseLanguage(args, context), context.ontology),
  },
  DateValue: {
    precision: ({ date }: ValueOf<'date'>) => datePrecision(date),
  },
};
