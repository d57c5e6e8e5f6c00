import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { judgeDate } from '../util/iso-date.ts';

const advice =
  'Write a year, month, day or minute in ISO 8601: "2021", "2021-12", "2021-12-18" or "2021-12-18T12:44".';

/** @throws GraphQLError BAD_USER_INPUT, which says what is wrong and how to write a date */
function dateFrom(given: unknown, written: string, node?: ValueNode): string {
  const judgement = typeof given === 'string' ? judgeDate(given) : 'malformed';
  if (judgement === 'right') return given as string;
  const why =
    typeof given === 'string' && judgement === 'impossible'
      ? `The calendar has no date ${written}.`
      : `${written} is not a date.`;
  throw new GraphQLError(`${why} ${advice}`, {
    extensions: { code: 'BAD_USER_INPUT', mend: advice },
    ...(node && { nodes: node }),
  });
}

/**
 * `PartialDate`: checks the dates that are given in. Those given out are the data's, which its rules have checked; the
 * calendar is Gregorian, from the year 1.
 */
export const partialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  parseValue: (given) => dateFrom(given, JSON.stringify(given)),
  parseLiteral: (node) =>
    dateFrom(node.kind === Kind.STRING ? node.value : undefined, print(node), node),
});
