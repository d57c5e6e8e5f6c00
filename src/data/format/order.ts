import type { Ontology } from '../../ontology/model.ts';
import type { DataFile } from '../folder.ts';

/** In what order the keys of a map stand, and those within. Keys that are not named follow as they were written. */
export interface Order {
  readonly keys?: readonly string[];
  readonly within?: Readonly<Record<string, Order>>;
  /** The order within every item of a list, or every value of a map with free keys. */
  readonly each?: Order;
}

const languages: Order = { keys: ['vi', 'en'] };

const names: Order['within'] = {
  names: languages,
  aliases: languages,
  description: languages,
};

const entities: Order = {
  within: {
    entities: {
      each: {
        keys: ['id', 'formerIds', 'names', 'aliases', 'description', 'codes', 'shared'],
        within: { ...names, codes: { keys: ['alpha2', 'alpha3'] } },
      },
    },
  },
};

const value: Order = { keys: ['vi', 'en', 'amount', 'unit', 'approximation'] };

const source = (ontology: Ontology | null): Order => ({
  keys: [
    'id',
    'formerIds',
    'names',
    'aliases',
    'description',
    'file',
    'language',
    'paragraphs',
    'statements',
  ],
  within: {
    ...names,
    statements: {
      each: {
        keys: ['subject', 'property', 'value', 'qualifiers', 'rank', 'reason', 'citations'],
        within: {
          value,
          qualifiers: { keys: [...(ontology?.qualifiers.keys() ?? [])], each: value },
          reason: languages,
          citations: {
            each: {
              keys: ['source', 'paragraph', 'evidence', 'inferred', 'attributedTo'],
              within: { inferred: languages },
            },
          },
        },
      },
    },
  },
});

const labels: Order['within'] = { label: languages, description: languages };

const ontology: Order = {
  keys: ['kinds', 'qualifiers', 'vocabularies', 'properties'],
  within: {
    kinds: {
      each: {
        keys: ['label', 'description', 'attributes', 'time', 'acts'],
        within: { ...labels, time: { keys: ['sort', 'start', 'end'] } },
      },
    },
    qualifiers: {
      each: { keys: ['type', 'to', 'vocabulary', 'label', 'description'], within: labels },
    },
    vocabularies: {
      each: { keys: ['label', 'terms'], within: { ...labels, terms: { each: languages } } },
    },
    properties: {
      each: {
        keys: [
          'label',
          'description',
          'from',
          'to',
          'value',
          'vocabulary',
          'inverse',
          'values',
          'compare',
          'qualifiers',
          'flow',
        ],
        within: {
          ...labels,
          inverse: { keys: ['name', 'label', 'values'], within: labels },
          compare: { keys: ['by', 'period', 'scope'] },
        },
      },
    },
  },
};

/** The order of keys in a file of each role. */
export function orderFor(role: DataFile['role'], resolved: Ontology | null): Order {
  if (role === 'ontology') return ontology;
  return role === 'entities' ? entities : source(resolved);
}

/** Puts the keys of a value, and of all within it, into order. */
export function arrange(given: unknown, order: Order): unknown {
  if (Array.isArray(given)) {
    return order.each ? given.map((item) => arrange(item, order.each!)) : given;
  }
  if (typeof given !== 'object' || given === null) return given;
  const { keys = [], within = {}, each = {} } = order;
  const present = keys.filter((key) => Object.hasOwn(given, key));
  const rest = Object.keys(given).filter((key) => !present.includes(key));
  return Object.fromEntries(
    [...present, ...rest].map((key) => {
      const part = (given as Record<string, unknown>)[key];
      return [key, arrange(part, Object.hasOwn(within, key) ? within[key]! : each)];
    }),
  );
}
