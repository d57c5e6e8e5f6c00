import {
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plan } from '../../graphql/execution/plan.ts';
import { type CostOf, planCost } from '../../graphql/limits/cost.ts';
import { planOf } from '../../graphql/plan.ts';

/** How many characters of documents are kept at most; a document with its plan takes some hundred bytes for each. */
const KEPT = 200_000;

export type Variables = Readonly<Record<string, unknown>>;

/** A query whose document was found valid, ready to be measured and executed. */
export interface KnownQuery {
  /** The variables as its declarations have them; nothing where they cannot be. */
  readonly coerce: (given: Variables) => Variables | undefined;
  readonly costOf: CostOf;
  readonly plan: Plan;
}

/** The queries that were found right before, those asked last. */
export interface KnownQueries {
  readonly find: (text: string, operationName: string | undefined) => KnownQuery | undefined;
  /** Keeps what is known of the query of a valid document, unless that is known already. */
  readonly keep: (
    text: string,
    operationName: string | undefined,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) => KnownQuery;
}

export function createKnownQueries(schema: GraphQLSchema, most = KEPT): KnownQueries {
  const known = new Map<string, KnownQuery>();
  let kept = 0;

  const find: KnownQueries['find'] = (text, operationName) => {
    const key = keyOf(text, operationName);
    const query = known.get(key);
    if (query === undefined) return undefined;
    // A map iterates in the order of insertion, so that the first is the one not asked for the longest.
    known.delete(key);
    known.set(key, query);
    return query;
  };

  return {
    find,
    keep(text, operationName, document, operation) {
      const found = find(text, operationName);
      if (found !== undefined) return found;
      const query = createQuery(schema, document, operation);
      const key = keyOf(text, operationName);
      if (key.length > most) return query;
      known.set(key, query);
      kept += key.length;
      for (const oldest of known.keys()) {
        if (kept <= most) break;
        known.delete(oldest);
        kept -= oldest.length;
      }
      return query;
    },
  };
}

/** No document holds the character between the two. */
const keyOf = (text: string, operationName: string | undefined): string =>
  operationName === undefined ? text : `${operationName}\0${text}`;

function createQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): KnownQuery {
  const declared = operation.variableDefinitions ?? [];
  return {
    coerce: (given) => getVariableValues(schema, declared, given, { maxErrors: 1 }).coerced,
    costOf: planCost({ schema, document, operation }),
    plan: planOf({ schema, document, operation }),
  };
}
