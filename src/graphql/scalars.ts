import type { GraphQLScalarType } from 'graphql';
import { GraphQLCountryCode, GraphQLPositiveInt, GraphQLURL } from 'graphql-scalars';

/** The scalars that check what they carry. `PartialDate` is only given out, and the data's rules have checked it. */
export const scalars: readonly GraphQLScalarType[] = [
  GraphQLCountryCode,
  GraphQLPositiveInt,
  GraphQLURL,
];
