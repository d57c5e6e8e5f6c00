import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from 'graphql';

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** What there is to ask about, learnt from the server. */
export interface Things {
  readonly ids: readonly string[];
  readonly statements: readonly string[];
  readonly sources: readonly string[];
  readonly kinds: readonly string[];
  readonly properties: readonly string[];
}

export interface RandomRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

const WORDS = ['hội nghị', 'bui thanh son', 'đối tác', 'asean', 'ngoai giao', 'x', '', 'Nhật'];
const DATES = ['2021', '2021-12-18', '2023-12', '2016', '2024-06', '1945-09-02'];
const ODD_INTEGERS = [0, -1, 101, 1_000, 2_147_483_647];
const ODD_DATES = ['2023-13', '', 'yesterday', '0000'];
const ODD_TEXTS = ['không có', '__proto__', '"\\\n', '\u0000', '💡', 'country:'];

/** How many fields a query has at most: they are far below the limits of aliases and tokens. */
const FIELDS = 34;

/** A query that is valid by the schema, its arguments mostly of use, now and then odd. */
export class RandomQuery {
  readonly #schema: GraphQLSchema;
  readonly #things: Things;
  readonly #random: () => number;
  readonly #declared: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  readonly #fragments: string[] = [];
  #names = 0;
  #left = FIELDS;

  constructor(schema: GraphQLSchema, things: Things, random: () => number) {
    this.#schema = schema;
    this.#things = things;
    this.#random = random;
  }

  make(): RandomRequest {
    const roots = Object.values(this.#schema.getQueryType()!.getFields());
    const parts = Array.from({ length: this.#chance(0.3) ? 2 : 1 }, () =>
      this.#field(this.#one(roots), 3, true),
    );
    if (this.#chance(0.1)) parts.push('__typename');
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    const name = this.#chance(0.3) ? ' Asked' : '';
    const head = declared === '' && name === '' ? '' : `query${name}${declared} `;
    const query = [`${head}{ ${parts.join(' ')} }`, ...this.#fragments].join('\n');
    return { query, variables: this.#variables };
  }

  #chance(likely: number): boolean {
    return this.#random() < likely;
  }

  #one<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)]!;
  }

  #several<T>(make: () => T, least = 0): T[] {
    return Array.from({ length: Math.max(least, Math.floor(this.#random() * 3)) }, make);
  }

  /** A field with an alias of its own where others may ask the same otherwise. */
  #field(field: GraphQLField<unknown, unknown>, depth: number, aliased: boolean): string {
    this.#left -= 1;
    const given = this.#arguments(field);
    const alias = aliased || given !== '' ? `a${this.#names++}: ` : '';
    const called = `${alias}${field.name}${given}${this.#directive()}`;
    const type = getNamedType(field.type);
    return isLeafType(type) ? called : `${called} ${this.#fields(type as Composite, depth - 1)}`;
  }

  #arguments({ args }: GraphQLField<unknown, unknown>): string {
    // Both are an error; that they are given together is left to chance, rarely.
    const both = this.#chance(0.02);
    const paged = this.#one([['first'], ['last'], ['first', 'after'], ['last', 'before'], []]);
    const given = args.filter((argument) => {
      if (isRequiredArgument(argument)) return true;
      if (['first', 'last'].includes(argument.name)) return both || paged.includes(argument.name);
      if (['after', 'before'].includes(argument.name)) {
        return paged.includes(argument.name) && this.#chance(0.06);
      }
      return this.#chance(0.25);
    });
    if (given.length === 0) return '';
    return `(${given.map((argument) => `${argument.name}: ${this.#given(argument)}`).join(', ')})`;
  }

  /** The value of an argument, as it is written: itself, or a variable that holds it. */
  #given({ name, type, defaultValue }: GraphQLArgument): string {
    const value = this.#value(type, name, 2);
    if (this.#chance(0.25)) {
      const variable = `v${this.#names++}`;
      const needed = isNonNullType(type) ? type.ofType : type;
      const byDefault = isNonNullType(type) && defaultValue === undefined && this.#chance(0.5);
      this.#declared.push(
        `$${variable}: ${byDefault ? type : this.#declaredAs(type, needed, value)}`,
      );
      if (!this.#declared.at(-1)!.includes(' = ') || this.#chance(0.5)) {
        this.#variables[variable] = value;
      }
      return `$${variable}`;
    }
    return print(astFromValue(value, type)!);
  }

  /** The type of a variable for an argument: the same, or one that takes null and has a default. */
  #declaredAs(type: GraphQLInputType, nullable: GraphQLInputType, value: unknown): string {
    if (value === null || this.#chance(0.5)) return String(type);
    return `${nullable} = ${print(astFromValue(value, nullable)!)}`;
  }

  /** A value of a type, as JSON has it. */
  #value(type: GraphQLInputType, name: string, depth: number): unknown {
    if (isNonNullType(type)) return this.#some(type.ofType, name, depth);
    return this.#chance(0.03) ? null : this.#some(type, name, depth);
  }

  #some(type: GraphQLInputType, name: string, depth: number): unknown {
    if (isNonNullType(type)) return this.#some(type.ofType, name, depth);
    if (isListType(type)) {
      // What is no list stands for a list of itself.
      if (this.#chance(0.1)) return this.#some(type.ofType, name, depth);
      return this.#several(() => this.#value(type.ofType, name, depth), 1);
    }
    if (isEnumType(type)) return this.#one(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) =>
          isRequiredInputField(field) ||
          (this.#chance(0.2) && (depth > 0 || !isInputObjectType(getNamedType(field.type)))),
      );
      return Object.fromEntries(
        fields.map((field) => [field.name, this.#value(field.type, field.name, depth - 1)]),
      );
    }
    return this.#scalar(type.name, name);
  }

  #scalar(type: string, name: string): unknown {
    const odd = this.#chance(0.03);
    switch (type) {
      case 'Int':
        return odd ? this.#one(ODD_INTEGERS) : 1 + Math.floor(this.#random() * 5);
      case 'PositiveInt':
        return 1 + Math.floor(this.#random() * 12);
      case 'Boolean':
        return this.#chance(0.5);
      case 'PartialDate':
        return this.#chance(0.01) ? this.#one(ODD_DATES) : this.#one(DATES);
      case 'ID':
        if (odd) return this.#one(ODD_TEXTS);
        if (name === 'sources' || name === 'restsOnlyOn') return this.#one(this.#things.sources);
        return this.#chance(0.1) && ['id', 'ids'].includes(name)
          ? this.#one(this.#things.statements)
          : this.#one(this.#things.ids);
      default:
        if (odd) return this.#one(ODD_TEXTS);
        if (/kind/i.test(name)) return this.#one(this.#things.kinds);
        if (/propert/i.test(name) || ['missing', 'of'].includes(name)) {
          return this.#one(this.#things.properties);
        }
        return this.#one(WORDS);
    }
  }

  #directive(): string {
    if (!this.#chance(0.04)) return '';
    const name = this.#one(['include', 'skip']);
    const value = this.#chance(0.5);
    if (this.#chance(0.5)) return ` @${name}(if: ${value})`;
    const variable = `v${this.#names++}`;
    this.#declared.push(`$${variable}: Boolean!`);
    this.#variables[variable] = value;
    return ` @${name}(if: $${variable})`;
  }

  /** The fields asked of an object; within a fragment each has an alias, for another fragment may ask the same of another type. */
  #fields(type: Composite, depth: number, within = false): string {
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const others = all.filter((field) => !leaves.includes(field));
    const parts: string[] = isAbstractType(type) || this.#chance(0.2) ? ['__typename'] : [];
    for (const field of this.#several(() => this.#one(leaves)).filter(Boolean)) {
      parts.push(this.#field(field, depth, within || this.#chance(0.3)));
    }
    const ways = others.filter(({ name }) => ['nodes', 'edges', 'node'].includes(name));
    const lead = ways.length > 0 && this.#left > 0 ? [this.#one(ways)] : [];
    const more = depth > 0 ? this.#several(() => this.#one(others)).filter(Boolean) : [];
    for (const field of [...lead, ...more]) {
      if (this.#left <= 0) break;
      const below = ways.includes(field) ? depth + 1 : depth;
      parts.push(this.#field(field, below, true));
    }
    if (this.#left > 0 && depth > 0 && this.#chance(isAbstractType(type) ? 0.7 : 0.1)) {
      parts.push(this.#fragment(type, depth - 1));
    }
    // What is asked twice is answered once.
    if (parts.length > 0 && this.#chance(0.04) && this.#left > 0) {
      this.#left -= 3;
      parts.push(this.#one(parts.filter((part) => !part.includes('{'))) ?? '__typename');
    }
    if (parts.length === 0) parts.push('__typename');
    return `{ ${parts.join(' ')} }`;
  }

  /** A fragment on the type or on one that it may be, inline or with a name. */
  #fragment(type: Composite, depth: number): string {
    const possible = isInterfaceType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    const on = this.#one([...possible, ...interfaces]) as Composite;
    const fields = this.#fields(on, depth, true);
    if (this.#chance(0.6)) return `... on ${on.name}${this.#directive()} ${fields}`;
    const name = `F${this.#names++}`;
    this.#fragments.push(`fragment ${name} on ${on.name} ${fields}`);
    return `...${name}${this.#directive()}`;
  }
}
