import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  valueFromAST,
  visit,
} from 'graphql';
import { lastUsed } from '../../util/last-used.ts';
import {
  lengths,
  prices,
  type Size,
  type SizeArgument,
  type Sizes,
  sizeArguments,
} from './prices.ts';

/** What is measured. */
export interface CostedQuery {
  readonly schema: GraphQLSchema;
  /** A document that is valid by the schema. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

export interface CostRequest extends CostedQuery {
  /** Its variables as they were coerced, with their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What an operation costs before it is executed: every object that it may give is a point, a list multiplies what is below it by
 * the length that its arguments ask for, and some fields have a price of their own (prices.ts). Time is linear in the
 * document for each length at which a fragment is spread, for a fragment is priced once.
 */
export function measureCost({ schema, document, operation, variables }: CostRequest): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const priced = new Map<string, number>();

  const ofSelection = (
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    sizes: Sizes,
  ): number => {
    let cost = 0;
    for (const selection of selections) {
      if (!isIncluded(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) cost += ofField(selection, type, sizes);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        cost += ofFragment(selection.name.value, sizes);
      } else {
        const condition = selection.typeCondition?.name.value;
        const inner = condition === undefined ? type : compositeType(schema, condition);
        cost += ofSelection(selection.selectionSet, inner, sizes);
      }
    }
    return cost;
  };

  const ofFragment = (name: string, sizes: Sizes): number => {
    const key = `${name} ${sizes.page} ${sizes.hops}`;
    let cost = priced.get(key);
    if (cost === undefined) {
      const { selectionSet, typeCondition } = fragments.get(name)!;
      cost = ofSelection(selectionSet, compositeType(schema, typeCondition.name.value), sizes);
      priced.set(key, cost);
    }
    return cost;
  };

  const ofField = (node: FieldNode, type: GraphQLCompositeType, above: Sizes): number => {
    const field = fieldOf(type, node.name.value);
    if (field === undefined) return 0;
    const sizes = sizesOf(`${type.name}.${field.name}`, field, node, variables, above);
    const own = sizeOf(lookUp(prices, type, field.name), sizes) ?? 0;
    const below = getNamedType(field.type);
    if (node.selectionSet === undefined || !isCompositeType(below)) return own;
    const list = isList(field.type);
    const length = sizeOf(lookUp(lengths, type, field.name), sizes) ?? (list ? sizes.page : 1);
    const inside = list ? { page: 1, hops: sizes.hops } : sizes;
    return own + length * (1 + ofSelection(node.selectionSet, below, inside));
  };

  const root = schema.getRootType(operation.operation);
  const cost = root ? ofSelection(operation.selectionSet, root, { page: 1, hops: 1 }) : 0;
  return Math.min(Math.ceil(cost), Number.MAX_SAFE_INTEGER);
}

/** What a query costs for its variables. */
export type CostOf = (variables: CostRequest['variables']) => number;

/** For how many different lengths of its lists the cost of a query is kept. */
const KEPT = 32;

/** Measures a query that is asked often: once for all variables that make its lists as long and leave as much of it. */
export function planCost(query: CostedQuery): CostOf {
  const deciding = decidingVariables(query.document);
  let variables: CostRequest['variables'] = {};
  const measured = lastUsed(KEPT, (_sizes: string) => measureCost({ ...query, variables }));
  return (given) => {
    variables = given;
    return measured(JSON.stringify(deciding.map((name) => sizeOfGiven(given[name]))));
  };
}

/** Only how long a list is counts. */
const sizeOfGiven = (given: unknown): unknown => (Array.isArray(given) ? [given.length] : given);

/** Variables that stand in a directive, or in an argument that says how long a list will be. */
function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const sized = new Set<string>(Object.values(sizeArguments).flatMap(Object.keys));
  const inside = (node: ASTNode): void => {
    visit(node, { Variable: ({ name }) => void names.add(name.value) });
  };
  visit(document, {
    Directive: inside,
    Argument(node) {
      if (sized.has(node.name.value)) inside(node);
    },
  });
  return [...names];
}

const compositeType = (schema: GraphQLSchema, name: string): GraphQLCompositeType =>
  schema.getType(name) as GraphQLCompositeType;

/** `__typename` has no price; `__schema` and `__type` stand at no type. */
function fieldOf(
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isUnionType(type) ? undefined : type.getFields()[name];
}

const isList = (type: GraphQLOutputType): boolean => isListType(getNullableType(type));

function isIncluded(node: SelectionNode, variables: CostRequest['variables']): boolean {
  if (!node.directives?.length) return true;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false
  );
}

const sizeOf = (size: Size | undefined, sizes: Sizes): number | undefined =>
  typeof size === 'function' ? size(sizes) : size;

function lookUp<Entry>(
  table: Readonly<Record<string, Entry>>,
  type: GraphQLCompositeType,
  field: string,
): Entry | undefined {
  const own = table[`${type.name}.${field}`];
  if (own !== undefined || isUnionType(type)) return own;
  for (const { name } of type.getInterfaces()) {
    const shared = table[`${name}.${field}`];
    if (shared !== undefined) return shared;
  }
  return undefined;
}

/** What a field's arguments say of the lists below it; what they do not say holds as above. */
function sizesOf(
  place: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: CostRequest['variables'],
  above: Sizes,
): Sizes {
  const read = (kind: keyof Sizes): number => {
    for (const [name, bound] of Object.entries<SizeArgument>(sizeArguments[kind])) {
      const argument = field.args.find((each) => each.name === name);
      if (argument === undefined) continue;
      const given = node.arguments?.find((each) => each.name.value === name);
      const value = given
        ? valueFromAST(given.value, argument.type, variables)
        : argument.defaultValue;
      const size = Array.isArray(value) ? value.length : value;
      // Beyond its bound the argument is refused in its own words, when it is resolved.
      if (typeof size === 'number')
        return Math.min(Math.max(size, 0), bound.greatestOf?.[place] ?? bound.greatest);
      if (bound.fallback !== undefined) return bound.fallback;
    }
    return above[kind];
  };
  return field.args.length === 0 ? above : { page: read('page'), hops: read('hops') };
}
