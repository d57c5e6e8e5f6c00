import {
  type ExecutionResult,
  execute,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  isObjectType,
  parse,
} from 'graphql';
import { asOf, type RequestContext } from '../../../src/graphql/context.ts';
import { createSchema } from '../../../src/graphql/schema.ts';
import { ontology } from './ontology.ts';
import { definition } from './schema.ts';

type Path = GraphQLResolveInfo['path'];

/**
 * The schema for an execution by the letter of the specification, which hands every resolver the same context: the date that holds
 * for a field is looked for at the fields above it.
 */
function standardSchema(): GraphQLSchema {
  const schema = createSchema(parse(definition), ontology);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (resolve === undefined) continue;
      field.resolve = (source, args, context: Dated, info) => {
        if (typeof args.asOf === 'string') {
          context.dates.set(info.path, asOf(context.undated, args.asOf));
        }
        return resolve(source, args, contextAt(context, info.path), info);
      };
    }
  }
  return schema;
}

interface Dated {
  readonly undated: RequestContext;
  readonly dates: Map<Path, RequestContext>;
}

function contextAt({ undated, dates }: Dated, path: Path): RequestContext {
  for (let place: Path | undefined = path; place !== undefined; place = place.prev) {
    const found = dates.get(place);
    if (found !== undefined) return found;
  }
  return undated;
}

const schema = standardSchema();

/** What GraphQL's own execution gives. */
export const executeByTheLetter = async (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  context: RequestContext,
): Promise<ExecutionResult> =>
  execute({
    schema,
    document: parse(query),
    operationName: getOperationAST(parse(query))?.name?.value,
    variableValues: variables,
    contextValue: { undated: context, dates: new Map() },
  });
