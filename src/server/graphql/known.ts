import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { KeptTexts } from '../../graphql/execution/kept.ts';
import type { Plan } from '../../graphql/execution/plan.ts';
import { type CoerceVariables, planVariables } from '../../graphql/execution/variables.ts';
import { type CostOf, planCost } from '../../graphql/limits/cost.ts';
import type { Usage } from '../../graphql/limits/limits.ts';
import type { Operations } from '../../graphql/operations.ts';
import { planOf } from '../../graphql/plan.ts';
import { sha256 } from '../../util/hash.ts';
import { keptWithin } from '../../util/kept-within.ts';
import type { Learnt } from '../watching/request-watch.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** A query whose document was found valid, ready to be measured and executed. */
export interface KnownQuery {
  /** The variables as its declarations have them; nothing where they cannot be. */
  readonly coerce: CoerceVariables;
  readonly costOf: CostOf;
  readonly plan: Plan;
}

/** What follows from the text of a document alone. */
export interface KnownDocument {
  readonly usage: Usage;
  /** How it is called where requests are watched. */
  readonly name: Pick<Learnt, 'document' | 'operation'>;
  /** The query of a name, or the only one, where it was found right before. */
  readonly find: (operationName: string | undefined) => KnownQuery | undefined;
  /** Keeps what is known of a query of the document, which is valid, unless that is known already. */
  readonly keep: (
    operationName: string | undefined,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) => KnownQuery;
}

/** Documents by their text, those that were asked for again. */
export interface KnownDocuments {
  readonly of: (text: string) => KnownDocument;
}

export interface KnownDocumentsOptions {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  /** Where what was written of entities and statements is kept for later answers. */
  readonly texts?: KeptTexts | undefined;
  /** Measures a document before anything else is done with it. */
  readonly measure: (text: string) => Usage;
  /** How many characters of documents are kept at most, a query counting as many as its document. */
  readonly most?: number;
}

/** A query's plan takes some hundred bytes for each character of its document. */
const KEPT = 200_000;
/** What is kept of a document beside its text and its queries, in characters. */
const OVERHEAD = 20;

export function createKnownDocuments(options: KnownDocumentsOptions): KnownDocuments {
  const { operations, measure, most = KEPT } = options;
  const kept = keptWithin<Kept>(most, ({ text, queries }) => {
    return OVERHEAD + text.length * (1 + queries.size);
  });

  const createDocument = (text: string): Kept => {
    const hash = sha256(text);
    const queries = new Map<string | undefined, KnownQuery>();
    const document: Kept = {
      text,
      queries,
      usage: measure(text),
      name: { document: hash, operation: operations.byHash(hash)?.name },
      find: (operationName) => queries.get(operationName),
      keep(operationName, parsed, operation) {
        const known = queries.get(operationName);
        if (known !== undefined) return known;
        const query = createQuery(options, parsed, operation);
        queries.set(operationName, query);
        kept.set(text, document);
        return query;
      },
    };
    return document;
  };

  return {
    of(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const document = createDocument(text);
      kept.set(text, document);
      return document;
    },
  };
}

interface Kept extends KnownDocument {
  readonly text: string;
  readonly queries: ReadonlyMap<string | undefined, KnownQuery>;
}

const createQuery = (
  { schema, texts }: Pick<KnownDocumentsOptions, 'schema' | 'texts'>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): KnownQuery => ({
  coerce: planVariables(schema, operation.variableDefinitions ?? []),
  costOf: planCost({ schema, document, operation }),
  plan: planOf({ schema, document, operation, texts }),
});
