import type { GraphQLScalarType } from 'graphql';
import { GraphQLCountryCode, GraphQLPositiveInt, GraphQLURL } from 'graphql-scalars';
import { partialDate } from './partial-date.ts';

/** The scalars that check what they carry. */
export const scalars: readonly GraphQLScalarType[] = [
  GraphQLCountryCode,
  GraphQLPositiveInt,
  GraphQLURL,
  partialDate,
];
