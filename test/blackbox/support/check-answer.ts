import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: an answer holds whatever it holds
type Answer = any;

const isWhole = (value: unknown): boolean =>
  Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;

/** What a value of each scalar looks like in an answer. */
const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string' && value !== '',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: isWhole,
  PositiveInt: (value) => isWhole(value) && (value as number) > 0,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  PartialDate: (value) => /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/.test(value as string),
  URL: (value) => URL.canParse(value as string),
  CountryCode: (value) => /^[A-Z]{2}$/.test(value as string),
};

/**
 * Tells how an answer differs from what the schema and the query say of it: keys and their order, null, types, the length of
 * lists, where errors point. It is the algorithm of the GraphQL specification (§ 6.3 and 6.4), read the other way.
 */
export class AnswerCheck {
  readonly #schema: GraphQLSchema;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Values;
  readonly wrong: string[] = [];

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operationName: string | undefined,
    variables: Values,
  ) {
    this.#schema = schema;
    const { definitions } = document;
    this.#operation = definitions.find(
      (each): each is OperationDefinitionNode =>
        each.kind === Kind.OPERATION_DEFINITION &&
        (operationName === undefined || each.name?.value === operationName),
    )!;
    this.#fragments = new Map(
      definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
    const given = getVariableValues(schema, this.#operation.variableDefinitions ?? [], variables);
    this.#variables = given.coerced ?? {};
  }

  /** Checks a whole answer that has data. */
  check({ data, errors }: Answer): string[] {
    if (data !== null)
      this.#object(data, this.#schema.getQueryType()!, [this.#operation.selectionSet], '');
    else if (errors === undefined) this.wrong.push('no data and no errors');
    for (const { path, message } of errors ?? []) {
      let value = data;
      for (const key of path ?? []) value = value === null ? null : value?.[key];
      if (path === undefined || value !== null) {
        this.wrong.push(`the error at ${path} points at no null: ${message}`);
      }
    }
    return this.wrong;
  }

  #included(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.#variables);
    return skip?.if !== true && include?.if !== false;
  }

  #applies(
    condition: FragmentDefinitionNode['typeCondition'] | undefined,
    type: GraphQLObjectType,
  ): boolean {
    if (condition === undefined) return true;
    const on = typeFromAST(this.#schema, condition);
    return on === type || (isAbstractType(on) && this.#schema.isSubType(on, type));
  }

  /** The fields asked of an object, by their keys in the answer, in order. */
  #collect(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    fields = new Map<string, FieldNode[]>(),
    visited = new Set<string>(),
  ): Map<string, FieldNode[]> {
    for (const one of set.selections) {
      if (!this.#included(one)) continue;
      if (one.kind === Kind.FIELD) {
        const key = one.alias?.value ?? one.name.value;
        const known = fields.get(key);
        if (known === undefined) fields.set(key, [one]);
        else known.push(one);
        continue;
      }
      let part: FragmentDefinitionNode | typeof one = one;
      if (one.kind === Kind.FRAGMENT_SPREAD) {
        const name = one.name.value;
        if (visited.has(name)) continue;
        visited.add(name);
        part = this.#fragments.get(name)!;
      }
      if (part.kind !== Kind.FRAGMENT_SPREAD && this.#applies(part.typeCondition, type)) {
        this.#collect(type, part.selectionSet, fields, visited);
      }
    }
    return fields;
  }

  #object(
    value: Answer,
    type: GraphQLObjectType,
    sets: SelectionSetNode[],
    path: string,
    above: Values = {},
  ): void {
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.wrong.push(`${path} is no object`);
      return;
    }
    const fields = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    for (const set of sets) this.#collect(type, set, fields, visited);
    const keys = Object.keys(value).join();
    const expected = [...fields.keys()].join();
    if (keys !== expected) this.wrong.push(`${path} has ${keys} instead of ${expected}`);
    for (const [key, nodes] of fields) {
      const name = nodes[0]!.name.value;
      const field = this.#fieldOf(type, name);
      const below = value[key];
      const given = this.#argumentsOf(field, nodes[0]!);
      if (given === undefined) {
        if (below !== null) this.wrong.push(`${path}.${key} is answered without what it needs`);
        continue;
      }
      if (name === '__typename' && below !== type.name) this.wrong.push(`${path} is a ${below}`);
      if (Array.isArray(below))
        this.#length(below.length, type, field, given, above, `${path}.${key}`);
      this.#value(below, field.type, nodes, `${path}.${key}`, given);
    }
  }

  /** The arguments of a field; none where a variable leaves null what cannot be, which is an error of the field. */
  #argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Values | undefined {
    try {
      return getArgumentValues(field, node, this.#variables);
    } catch {
      return undefined;
    }
  }

  #fieldOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
    const meta = [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef];
    return meta.find((field) => field.name === name) ?? type.getFields()[name]!;
  }

  /** A list is as long at most as its arguments, or those of the field above it, allow. */
  #length(
    length: number,
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    given: Values,
    above: Values,
    path: string,
  ): void {
    const isPage = type.name.endsWith('Connection') && ['edges', 'nodes'].includes(field.name);
    const most = isPage
      ? (above.first ?? above.last ?? 20)
      : (given.limit ?? above.count ?? above.limit);
    // Of a neighborhood the nodes are limited, not the statements between them.
    const free = !isPage && type.name === 'Neighborhood' && field.name === 'edges';
    if (!free && typeof most === 'number' && length > most) {
      this.wrong.push(`${path} has ${length} items, more than ${most}`);
    }
    if (field.name === 'nodes' && Array.isArray(given.ids) && length !== given.ids.length) {
      this.wrong.push(`${path} has ${length} items for ${given.ids.length} ids`);
    }
  }

  #value(
    value: Answer,
    type: GraphQLOutputType,
    nodes: FieldNode[],
    path: string,
    given: Values,
  ): void {
    if (isNonNullType(type)) {
      if (value === null) this.wrong.push(`${path} is null, which ${type} cannot be`);
      else this.#value(value, type.ofType, nodes, path, given);
      return;
    }
    if (value === null || value === undefined) return;
    if (isListType(type)) {
      if (!Array.isArray(value)) this.wrong.push(`${path} is no list`);
      else
        for (const [index, one] of value.entries())
          this.#value(one, type.ofType, nodes, `${path}[${index}]`, given);
      return;
    }
    if (isLeafType(type)) {
      const right = isEnumType(type)
        ? type.getValue(value) !== undefined
        : scalars[type.name]?.(value);
      if (right !== true) this.wrong.push(`${path} is ${JSON.stringify(value)}, no ${type}`);
      return;
    }
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const is = isAbstractType(type) ? this.#typeOf(value, type.name, sets, path) : type;
    if (is !== undefined) this.#object(value, is as GraphQLObjectType, sets, path, given);
  }

  /** Which of the types that an interface may be an object is: of those that it could be, the one it says. */
  #typeOf(
    value: Answer,
    name: string,
    sets: SelectionSetNode[],
    path: string,
  ): GraphQLObjectType | undefined {
    const possible = this.#schema.getPossibleTypes(this.#schema.getType(name) as never);
    // Every random query asks abstract types for __typename; others may not.
    const asks = sets.some(({ selections }) =>
      selections.some(
        (one) =>
          one.kind === Kind.FIELD &&
          one.name.value === '__typename' &&
          !one.alias &&
          this.#included(one),
      ),
    );
    if (!asks) return undefined;
    const is = possible.find((type) => type.name === value.__typename);
    if (is === undefined) this.wrong.push(`${path} is a ${value.__typename}, no ${name}`);
    return is;
  }
}
