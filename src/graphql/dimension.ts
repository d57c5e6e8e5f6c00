import { ProblemError } from '../errors/problem.ts';
import type { Ontology } from '../ontology/model.ts';
import type { Dimension } from '../store/port.ts';
import { fromEnumeration } from './enumeration.ts';
import type { EntityFacetsValuesArgs, GroupBy } from './generated/schema.ts';
import { checkProperties } from './names.ts';

/**
 * @param argument the name of the argument that the input stands in, with a dot after it, or nothing
 * @throws ProblemError NAME_UNKNOWN, ARGUMENTS_CLASH
 */
export function valueDimension(
  argument: string,
  { property, direction }: EntityFacetsValuesArgs,
  ontology: Ontology,
): Dimension {
  checkProperties(`${argument}property`, [property], ontology);
  if (direction === 'BOTH') {
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: `"${argument}property" and "${argument}direction: BOTH"`,
      advice: 'Give the direction OUT to group by objects, or IN to group by subjects.',
    });
  }
  if (direction === 'IN' && ontology.properties.get(property)!.type !== 'entity') {
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: `"${argument}property: ${property}" and "${argument}direction: IN"`,
      advice: 'Only a relation can be read from its object; leave the direction out.',
    });
  }
  return { by: 'value', property, direction: direction === 'IN' ? 'in' : 'out' };
}

/** @throws ProblemError NAME_UNKNOWN, ARGUMENTS_CLASH, ARGUMENT_MISSING */
export function dimension({ by, property, direction }: GroupBy, ontology: Ontology): Dimension {
  const isGiven = property !== null && property !== undefined;
  if (by === 'VALUE') {
    if (isGiven) return valueDimension('groupBy.', { property, direction }, ontology);
    const argument = 'groupBy.property';
    throw new ProblemError(
      'ARGUMENT_MISSING',
      {
        argument,
        because: '"groupBy.by: VALUE"',
        advice: 'Give the property whose values are to be told apart.',
      },
      { argument },
    );
  }
  if (isGiven || direction !== 'OUT') {
    throw new ProblemError('ARGUMENTS_CLASH', {
      arguments: `"groupBy.by: ${by}" and "groupBy.${isGiven ? 'property' : 'direction'}"`,
      advice: 'Give a property and a direction with VALUE only.',
    });
  }
  return { by: fromEnumeration<Exclude<Dimension['by'], 'value'>>(by) };
}
