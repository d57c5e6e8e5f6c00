import {
  buildSchema,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** A schema with every sort of type, whose interfaces and union are of the same objects. */
export const definition = `
  interface Thing { id: ID! name(n: Int = 1): String a: A thing: Thing }
  type A implements Thing {
    id: ID! name(n: Int = 1): String a: A thing: Thing
    must: String! sure: B! things: [Thing!] matrix: [[Int!]]! any: Any colour: Colour flag: Boolean
  }
  type B implements Thing {
    id: ID! name(n: Int = 1): String a: A thing: Thing
    bs: [B]! all: [Any!]! ratio: Float! count: Int colours: [Colour!]
  }
  union Any = A | B
  enum Colour { RED GREEN }
  type Query { id: ID! name(n: Int = 1): String a: A! thing: Thing sure: B! things: [Thing!]! any: [Any] }
`;

interface Chance {
  readonly seed: number;
  /** Of a hundred values so many are promised. */
  readonly promises: number;
}

interface Thing {
  readonly type: string;
  readonly number: number;
}

/** A number that follows from others, and looks random. */
function mix(number: number, text: string): number {
  let mixed = number | 0;
  for (const letter of text) mixed = Math.imul(mixed ^ letter.codePointAt(0)!, 0x01000193);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x2c1b3c6d) >>> 4;
}

/** The schema, whose every value follows from a number: most are right, some missing, wrong, thrown, errors or promised. */
export function createWorld(): GraphQLSchema {
  const schema = buildSchema(definition);
  const value = (type: GraphQLOutputType, number: number, chance: Chance): unknown => {
    const sure = settled(type, number, chance);
    if (number % 100 >= chance.promises) {
      if (sure instanceof Failure) throw sure;
      return sure;
    }
    const turns = number % 3;
    return (async () => {
      for (let turn = 0; turn < turns; turn += 1) await undefined;
      if (sure instanceof Failure) throw sure;
      return sure;
    })();
  };
  const settled = (type: GraphQLOutputType, number: number, chance: Chance): unknown => {
    if (number % 41 === 0) return new Failure(`thrown at ${number}`);
    if (number % 43 === 0) return new Error(`an error for a value at ${number}`);
    if (number % 37 === 0) return number % 2 === 0 ? null : undefined;
    if (isNonNullType(type)) return settled(type.ofType, mix(number, '!'), chance);
    if (isListType(type)) {
      if (number % 31 === 0) return 'no list';
      const items = Array.from({ length: number % 4 }, (_, index) => {
        const item = settled(type.ofType, mix(number, String(index)), chance);
        return item instanceof Failure ? new Error(item.message) : item;
      });
      return number % 2 === 0 ? items : new Set(items);
    }
    if (isScalarType(type)) return scalar(type.name, number);
    if (isEnumType(type)) return number % 19 === 0 ? 'BLUE' : number % 2 === 0 ? 'RED' : 'GREEN';
    const types = isAbstractType(type) ? ['A', 'B'] : [getNamedType(type).name];
    return { type: types[number % types.length]!, number } satisfies Thing;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      type.resolveType = ({ type: name, number }: Thing) => {
        if (number % 53 === 0) throw new Error(`no type for ${number}`);
        return name;
      };
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source: Thing | undefined, args, chance: Chance) =>
        value(
          field.type,
          mix(source?.number ?? chance.seed, field.name + JSON.stringify(args)),
          chance,
        );
    }
  }
  return schema;
}

class Failure extends Error {}

const texts = [
  '',
  'plain',
  'with "quotes"',
  'a\\b',
  'two\nlines',
  '\ud83d\ude00',
  '\ud800',
  'Tô Lâm',
];

function scalar(name: string, number: number): unknown {
  if (number % 29 === 0) return { is: 'no scalar' };
  switch (name) {
    case 'Int':
      return number % 17 === 0 ? 0.5 : (number % 1000) - 500;
    case 'Float':
      return number % 17 === 0 ? Number.NaN : number / 7;
    case 'Boolean':
      return number % 2 === 0;
    case 'ID':
      return number % 2 === 0 ? number : `id:${number}`;
    default:
      return number % 23 === 0 ? number : texts[number % texts.length];
  }
}
