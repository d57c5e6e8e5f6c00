import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { lastUsed } from '../../util/last-used.ts';
import type { Later } from '../later.ts';
import type { Complete } from './complete.ts';
import { type ExecuteField, planField, type Within } from './field.ts';
import { collectFields } from './fields.ts';
import { type Keeping, keepRuns } from './kept.ts';
import { type PlannedField, textProperty, writeFields } from './object.ts';
import { FieldErrors, type Path } from './path.ts';
import type { Run } from './run.ts';

export interface PlanOptions {
  readonly schema: GraphQLSchema;
  /** A document that is valid by the schema. */
  readonly document: DocumentNode;
  /** The query of the document that is planned. */
  readonly operation: OperationDefinitionNode;
  /** How a field gives those below it another context, if it does. */
  readonly withinOf?: (field: GraphQLField<unknown, unknown>) => Within | undefined;
  /** Which texts of objects are kept for later executions; none without it. */
  readonly keeping?: Keeping | undefined;
}

export interface Execution {
  readonly context: unknown;
  /** The variables as they were coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variables as they were given. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What came of an execution. */
export interface Executed {
  /** The data as JSON; `null` where an error made all of it so. */
  readonly data: string;
  readonly errors: readonly GraphQLError[];
}

/** Executes the operation that was planned, never by a promise that is broken. */
export type Plan = (execution: Execution) => Later<Executed>;

/** How many ways to take a document are kept that differ by what `@skip` and `@include` leave of it. */
const VARIANTS = 8;

/**
 * Plans a query, to execute it often: which fields a selection has of each type, with which arguments, and how each is completed, is
 * found when the first object of that type comes, and then is known; so planning is spread over the first execution, takes about
 * as long as executing by the letter of the specification does for one object of each type, and never keeps the thread.
 *
 * An execution writes JSON, for to make objects first, only to write them then, takes longer than all the rest. What it gives is
 * what the specification says (https://spec.graphql.org/October2021/#sec-Executing-Requests), of queries alone.
 */
export function planQuery(options: PlanOptions): Plan {
  const { schema, document, operation } = options;
  const conditions = conditionVariables(document);
  const root = schema.getRootType(operation.operation)!;
  const variantOf = lastUsed(VARIANTS, (deciding: string) =>
    planObjects(options, JSON.parse(deciding))(root, [operation]),
  );
  const decidingOf = (variables: Run['variables']): string =>
    conditions.length === 0 ? '{}' : JSON.stringify(variables, conditions);

  let isRepeated = false;
  return ({ context, variables, given }) => {
    const errors = new FieldErrors();
    const run: Run = { variables, given, errors, isRepeated, arguments: [] };
    isRepeated = true;
    const failed = (error: unknown): Executed => {
      errors.add(error as GraphQLError, undefined);
      return { data: 'null', errors: errors.all };
    };
    try {
      const data = variantOf(decidingOf(variables))(undefined, context, undefined, run);
      if (typeof data === 'string') return { data, errors: errors.all };
      return data.then((text) => ({ data: text, errors: errors.all }), failed);
    } catch (error) {
      return failed(error);
    }
  };
}

/** The variables that decide what `@skip` and `@include` leave of a document. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const conditions = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (!conditions.has(name.value)) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

type Selections = readonly (FieldNode | OperationDefinitionNode)[];

/** Plans objects of a type, with the fields that are selected of them under the variables. */
function planObjects(
  { schema, document, operation, withinOf, keeping }: PlanOptions,
  variables: Run['variables'],
): (type: GraphQLObjectType, selections: Selections) => Complete {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const selecting = { schema, fragments, variables };
  let places = 0;
  const takePlace = (): number => places++;

  const ofField = (parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]) => {
    const name = nodes[0]!.name.value;
    if (name === TypeNameMetaFieldDef.name) return always(JSON.stringify(parent.name));
    if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name) {
      return introspection({ schema, document, operation }, key, nodes);
    }
    const definition = parent.getFields()[name]!;
    const completed = { schema, parent, name, nodes, ofObject: lazily(nodes) };
    return planField(definition, key, completed, withinOf?.(definition), takePlace);
  };

  const ofType = (type: GraphQLObjectType, selections: Selections): Complete => {
    const sets = selections.flatMap(({ selectionSet }) => selectionSet ?? []);
    const fields = [...collectFields(selecting, type, sets)].map(
      ([key, nodes], index): PlannedField => ({
        lead: `${index > 0 ? ',' : ''}"${key}":`,
        property: textProperty(type, nodes[0]!),
        execute: ofField(type, key, nodes),
        nodes,
      }),
    );
    const write = writeFields(fields, '{', '}');
    if (keeping === undefined || !keeping.lasts(type)) return write;
    let writeKept: Complete | undefined;
    return (source, context, path, run) => {
      // What is asked once would fill the room of what is asked often.
      if (!run.isRepeated) return write(source, context, path, run);
      writeKept ??= writeFields(keepRuns(fields, type, keeping, selecting), '{', '}');
      return writeKept(source, context, path, run);
    };
  };

  /** Objects below a field: planned when the first of the type comes, for many types may come and few do. */
  const lazily =
    (nodes: readonly FieldNode[]) =>
    (type: GraphQLObjectType): Complete => {
      let planned: Complete | undefined;
      return (value, context, path, run) => {
        planned ??= ofType(type, nodes);
        return planned(value, context, path, run);
      };
    };

  return ofType;
}

const always =
  (text: string): ExecuteField =>
  () =>
    text;

/** What the schema says of itself is told by GraphQL's own execution: its resolvers want all that this one leaves out. */
function introspection(
  { schema, document, operation }: Pick<PlanOptions, 'schema' | 'document' | 'operation'>,
  key: string,
  nodes: readonly FieldNode[],
): ExecuteField {
  const alone: OperationDefinitionNode = {
    ...operation,
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  const definitions = document.definitions.map((one) => (one === operation ? alone : one));
  return (_source, _context, above, { given, errors }) => {
    const { data, errors: found } = executeSync({
      schema,
      document: { ...document, definitions },
      operationName: operation.name?.value,
      variableValues: given,
    });
    for (const error of found ?? []) errors.add(error, { above, key } satisfies Path);
    return JSON.stringify(data?.[key] ?? null);
  };
}
