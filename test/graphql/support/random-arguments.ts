import type { GraphQLArgument } from 'graphql';
import type { Dataset } from '../../../src/data/dataset.ts';

const DATES = ['2021-12-18', '2022', '2023-12', '2024-06'] as const;

export interface RandomArgumentsOptions {
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly dataset: Dataset;
  /** An id of an entity as it is to be written. */
  readonly id?: (id: string) => string;
}

/** What the arguments of any field may be given, at random: ids, names and dates that mean something in a dataset. */
export function randomArguments({ random, dataset, id = (one) => one }: RandomArgumentsOptions) {
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const sometimes = (value: () => string): string | undefined =>
    random() < 0.2 ? value() : undefined;
  const quoted = JSON.stringify;
  const date = (): string => quoted(one(DATES));
  const entity = (): string => quoted(id(one(dataset.entities).id));
  const ids = (): string => `[${entity()}, ${entity()}]`;
  return ({ name }: GraphQLArgument, field: string): string | undefined => {
    switch (name) {
      case 'id':
      case 'document':
        return entity();
      case 'ids':
        return ids();
      case 'about':
        return sometimes(ids);
      case 'from':
      case 'to':
        return field === 'timeline' ? sometimes(date) : entity();
      case 'asOf':
        return sometimes(date);
      case 'query':
      case 'prefix':
        return quoted(one(dataset.entities).names.vi.slice(0, 12));
      case 'property':
        return field === 'aggregate'
          ? undefined
          : quoted(one([...dataset.ontology.properties.keys()]));
      case 'groupBy':
        return `[{ by: ${one(['KIND', 'YEAR', 'MONTH', 'PROPERTY', 'SOURCE'])} }]`;
      case 'metric':
        return one(['DEGREE', 'PAGE_RANK', 'BETWEENNESS']);
      case 'order':
        return one(['NAME', 'DATE', 'LATEST', 'ORDINAL', 'DEGREE']);
      case 'lang':
        return sometimes(() => one(['VI', 'EN']));
      case 'style':
        return one(['APA', 'BIBTEX']);
      case 'first':
        return one(['1', '2', '5']);
      case 'limit':
        return '5';
      default:
        return undefined;
    }
  };
}
