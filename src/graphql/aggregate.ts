import { ProblemError } from '../errors/problem.ts';
import type { Ontology } from '../ontology/model.ts';
import type {
  AggregateRequest,
  AggregateRow,
  Dimension,
  Measure,
  StatementFilter,
} from '../store/port.ts';
import { bounds, checkLength, checkRange } from './bounds.ts';
import type { RequestContext } from './context.ts';
import { dimension } from './dimension.ts';
import { entityFilter } from './entity-filter.ts';
import { fromEnumeration } from './enumeration.ts';
import { statementFilter } from './filter.ts';
import type { QueryAggregateArgs } from './generated/schema.ts';
import { groupKey, groupLabel } from './group.ts';
import { known } from './known.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import { after } from './later.ts';
import { checkKinds, checkProperties } from './names.ts';
import type { Resolver, Resolvers } from './resolver.ts';

/** A row, with the dimensions that its groups are of. */
interface Row extends AggregateRow {
  readonly dimensions: readonly Dimension[];
}

/** @throws ProblemError ARGUMENTS_CLASH, ARGUMENT_MISSING, NAME_UNKNOWN */
function measure(
  { measure, of }: Pick<QueryAggregateArgs, 'measure' | 'of'>,
  ontology: Ontology,
): Measure {
  const name = fromEnumeration<Measure['of']>(measure);
  const isGiven = of !== null && of !== undefined;
  if (name === 'count' || name === 'citations') {
    if (!isGiven) return { of: name };
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: `"measure: ${measure}" and "of"`,
      advice: 'Leave "of" out, or choose a measure of numbers, such as SUM.',
    });
  }
  if (!isGiven) {
    const argument = 'of';
    throw new ProblemError(
      'ARGUMENT_MISSING',
      {
        argument,
        because: `"measure: ${measure}"`,
        advice: 'Give the property whose numbers are to be measured as "of".',
      },
      { argument },
    );
  }
  checkProperties('of', [of], ontology);
  const { type } = ontology.properties.get(of)!;
  if (type !== 'quantity' && type !== 'integer') {
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: `"measure: ${measure}" and "of: ${of}"`,
      advice: 'Give a property whose values are quantities or whole numbers.',
    });
  }
  return { of: name, property: of };
}

/** What is counted: entities of a kind, or statements, where a property is named only those with it. */
function counted(
  { kind, property, ...args }: QueryAggregateArgs,
  ontology: Ontology,
): Pick<AggregateRequest, 'count' | 'entities' | 'statements'> {
  if (kind && property) {
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: '"kind" and "property"',
      advice: 'Give "kind" to count entities, or "property" to count statements.',
    });
  }
  checkKinds('kind', kind ? [kind] : [], ontology);
  checkProperties('property', property ? [property] : [], ontology);
  const entities = entityFilter(kind ? [kind] : undefined, args.filter, ontology);
  const statements = statementFilter(args.statements, ontology, 'statements');
  return {
    count: kind ? 'entities' : 'statements',
    entities,
    // Of entities, any filter of statements, be it empty, leaves only those that are the subject of one.
    ...(args.statements || property ? { statements: withProperty(statements, property) } : {}),
  };
}

/** Statements of a property, of which a filter may leave some: within a list any one suffices, so they meet. */
function withProperty(
  filter: StatementFilter,
  property: string | null | undefined,
): StatementFilter {
  if (!property) return filter;
  const isLeft = filter.properties?.includes(property) ?? true;
  return { ...filter, properties: isLeft ? [property] : [] };
}

function aggregate(_: unknown, args: QueryAggregateArgs, { load, ontology }: RequestContext) {
  const dimensions = checkLength('groupBy', args.groupBy, bounds.dimensions).map((one) =>
    dimension(one, ontology),
  );
  const answer = load.aggregate({
    ...counted(args, ontology),
    groupBy: dimensions,
    measure: measure(args, ontology),
    limit: checkRange('limit', args.limit, bounds.rows),
  });
  return after(answer, (found) => {
    const { rows, ...rest } = known(found, 'an aggregate');
    return { ...rest, rows: rows.map((row): Row => ({ ...row, dimensions })) };
  });
}

const group =
  (place: number): Resolver =>
  ({ groups, dimensions }: Row) => {
    const key = groups[place];
    return key && groupKey(dimensions[place]!.by, key);
  };

const label =
  (place: number): Resolver =>
  ({ groups, dimensions }: Row, args: LanguageArguments, context: RequestContext) => {
    const key = groups[place];
    if (!key) return null;
    return groupLabel(dimensions[place]!.by, key, chooseLanguage(args, context), context);
  };

export const aggregateResolvers: Resolvers = {
  Query: { aggregate },
  AggregateRow: {
    group1: group(0),
    group2: group(1),
    group3: group(2),
    label1: label(0),
    label2: label(1),
    label3: label(2),
  },
};
