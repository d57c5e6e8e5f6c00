import {
  GraphQLBoolean,
  type GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what JSON escapes
const escaped = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** A string as JSON. Most strings need no escape, and to see that takes less than to have them written anew. */
export const quoted = (text: string): string =>
  escaped.test(text) ? JSON.stringify(text) : `"${text}"`;

/**
 * Writes the values of a leaf type as JSON (https://spec.graphql.org/October2021/#sec-Scalars.Result-Coercion): those that
 * are there, as the type serialises them.
 * @throws Error from what it makes, of a value that the type cannot hold
 */
export function leafWriter(type: GraphQLLeafType): (value: unknown) => string {
  if (isEnumType(type)) return enumWriter(type);
  const write = (value: unknown): string => {
    const serialized = type.serialize(value);
    if (typeof serialized === 'string') return quoted(serialized);
    const text = JSON.stringify(serialized);
    if (text === undefined || text === 'null') {
      throw new Error(`${type.name} serialises a value to none.`);
    }
    return text;
  };
  // What these types serialise to itself need not be handed to them.
  if (type === GraphQLString || type === GraphQLID) {
    return (value) => (typeof value === 'string' ? quoted(value) : write(value));
  }
  if (type === GraphQLBoolean) {
    return (value) => (value === true ? 'true' : value === false ? 'false' : write(value));
  }
  if (type === GraphQLInt) {
    return (value) =>
      typeof value === 'number' && (value | 0) === value ? `${value}` : write(value);
  }
  return write;
}

function enumWriter(type: GraphQLEnumType): (value: unknown) => string {
  const texts = new Map(type.getValues().map(({ name, value }) => [value as unknown, `"${name}"`]));
  return (value) => texts.get(value) ?? quoted(type.serialize(value)!);
}
