import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
} from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

export interface SelectionOptions {
  readonly schema: GraphQLSchema;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Fields that are never selected. */
  readonly leftOut: ReadonlySet<string>;
  /** What an argument is given, as GraphQL writes it; `undefined` leaves it out, or the field where it needs one. */
  readonly argument: (argument: GraphQLArgument, field: string) => string | undefined;
}

/** Fields without which a selection holds little: they lead through lists and wrappers to what is in them. */
const WAYS = new Set(['nodes', 'edges', 'node', 'entity', 'path', 'paths', 'rows', 'counts']);

/** How many other fields with fields of their own, and how many kinds of an interface, a selection has. */
const BRANCHES = 2;

/** Selections of fields at random, each with an alias of its own, so that none gets in another's way. */
export class RandomSelection {
  readonly #options: SelectionOptions;
  #aliases = 0;

  constructor(options: SelectionOptions) {
    this.#options = options;
  }

  #some<T>(items: readonly T[]): T[] {
    const { random } = this.#options;
    if (items.length <= BRANCHES) return [...items];
    return Array.from({ length: BRANCHES }, () => items[Math.floor(random() * items.length)]!);
  }

  /** A field with its arguments and, where it has some, fields; empty where an argument is missing. */
  field(
    field: GraphQLField<unknown, unknown>,
    depth: number,
    name = `f${this.#aliases++}`,
  ): string {
    const given: string[] = [];
    for (const argument of field.args) {
      const value = this.#options.argument(argument, field.name);
      if (value !== undefined) given.push(`${argument.name}: ${value}`);
      else if (isRequiredArgument(argument)) return '';
    }
    const called = `${name}: ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    const type = getNamedType(field.type);
    if (isLeafType(type)) return called;
    return `${called} ${this.fields(type as Composite, WAYS.has(field.name) ? depth : depth - 1)}`;
  }

  /** Fields of a type, and of what is below it so many levels down. */
  fields(type: Composite, depth: number): string {
    const { schema, random, leftOut } = this.#options;
    const fields = Object.values(type.getFields()).filter(({ name }) => !leftOut.has(name));
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const others = fields.filter((field) => !leaves.includes(field));
    const chosen = leaves.filter(({ name }) => name === 'id' || random() < 0.5);
    chosen.push(...others.filter(({ name }) => WAYS.has(name)));
    if (depth > 0) chosen.push(...this.#some(others.filter(({ name }) => !WAYS.has(name))));
    const parts = chosen.map((field) => this.field(field, depth));
    if (isInterfaceType(type) && depth > 0) {
      for (const one of this.#some(schema.getPossibleTypes(type))) {
        parts.push(`... on ${one.name} ${this.fields(one, depth)}`);
      }
    }
    return `{ __typename ${parts.join(' ')} }`;
  }
}
