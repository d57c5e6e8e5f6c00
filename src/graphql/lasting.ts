import type { GraphQLField } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Marks a field: what it says of one object follows from that, its arguments and the language alone, whatever the date. */
export const markLasting = (field: Field): void => {
  field.extensions = { ...field.extensions, isLasting: true };
};

/** Whether a field says the same of one object always. A field without a resolver shows a property. */
export const isLasting = ({ resolve, extensions }: Field): boolean =>
  resolve == null || extensions.isLasting === true;
