import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

export interface WholeOptions {
  readonly schema: GraphQLSchema;
  /** What an argument is given, as GraphQL writes it; `undefined` leaves it out. */
  readonly argument: (argument: GraphQLArgument, field: string) => string | undefined;
}

/**
 * Every field of a type and of whatever else lies below it, each type whole in one place and elsewhere only with its leaves; of
 * entities below, the leaves. Each field has an alias of its own.
 */
export class WholeSelection {
  readonly #options: WholeOptions;
  readonly #met = new Set<string>();
  #aliases = 0;

  constructor(options: WholeOptions) {
    this.#options = options;
  }

  field(field: GraphQLField<unknown, unknown>, name = `f${this.#aliases++}`): string {
    const given = field.args.flatMap((argument) => {
      const value = this.#options.argument(argument, field.name);
      return value === undefined ? [] : [`${argument.name}: ${value}`];
    });
    const called = `${name}: ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
    const type = getNamedType(field.type);
    return isLeafType(type) ? called : `${called} ${this.fields(type as Composite, false)}`;
  }

  /** @param top whether an entity is to be shown whole */
  fields(type: Composite, top = true): string {
    const isWhole = (top || !this.#isEntity(type)) && !this.#met.has(type.name);
    if (isWhole) this.#met.add(type.name);
    const fields = Object.values(type.getFields()).filter(
      (field) => isWhole || isLeafType(getNamedType(field.type)) || WAYS.has(field.name),
    );
    const parts = fields.map((field) => this.field(field));
    if (isWhole && isInterfaceType(type) && !this.#isEntity(type)) {
      for (const one of this.#options.schema.getPossibleTypes(type)) {
        parts.push(`... on ${one.name} ${this.fields(one, false)}`);
      }
    }
    return `{ __typename ${parts.join(' ')} }`;
  }

  #isEntity(type: Composite): boolean {
    return (
      type.name === 'Node' ||
      type.name === 'Entity' ||
      (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Entity'))
    );
  }
}

/** Fields that lead through a list to what is in it. */
const WAYS = new Set(['edges', 'node']);
