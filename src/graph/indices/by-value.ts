import type { Value } from '../../ontology/model.ts';
import { lowerBound } from '../../util/lower-bound.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Numbering, numbering } from '../numbering.ts';
import { type Postings, postings } from '../postings.ts';

/** The different values that a property has in the graph. */
export interface ValueIndex {
  /** The values by `valueKey`, in the order of the statements. */
  readonly values: Numbering;
  /** One of the values with this number; equal ones may differ in a language that their key does not tell. */
  value(number: number): Value;
  /** The statements with each value. */
  readonly statements: Postings;
  /** The number of the value of a statement that has the property. */
  of(statement: number): number;
  /** The numbers of the values that a text names (`valueNames`). */
  named(text: string): readonly number[];
}

/** A text that tells the values of one property apart. */
export function valueKey(value: Value): string {
  switch (value.type) {
    case 'entity':
      return value.id;
    case 'text':
      return value.text.vi;
    case 'string':
      return value.string;
    case 'integer':
      return String(value.integer);
    case 'quantity': {
      const { amount, unit, approximation } = value;
      return approximation === 'exact' ? `${amount} ${unit}` : `${amount} ${unit} ${approximation}`;
    }
    case 'date':
      return value.date;
    case 'url':
      return value.url;
    case 'term':
      return value.term;
  }
}

/** The texts by which somebody may ask for a value: its key, a text in either language, a quantity's bare amount. */
function valueNames(value: Value): readonly string[] {
  const key = valueKey(value);
  if (value.type === 'text' && value.text.en !== key) return [key, value.text.en];
  if (value.type === 'quantity') return [key, String(value.amount)];
  return [key];
}

/** @param property the number of the property */
export function byValue(graph: KnowledgeGraph, property: number): ValueIndex {
  const { statements } = graph.dataset;
  const stated = graph.statementsByProperty.of(property);
  const valueAt = (place: number): Value => statements[stated[place]!]!.value;
  const known = new Map<string, number>();
  const places: number[] = [];
  const names = new Map<string, Set<number>>();
  const numbers = Uint32Array.from(stated, (_, place) => {
    const key = valueKey(valueAt(place));
    let number = known.get(key);
    if (number === undefined) {
      number = places.push(place) - 1;
      known.set(key, number);
    }
    for (const name of valueNames(valueAt(place))) {
      const named = names.get(name);
      if (named === undefined) names.set(name, new Set([number]));
      else named.add(number);
    }
    return number;
  });
  const values = numbering(known.keys());
  return {
    values,
    value: (number) => valueAt(places[number]!),
    statements: postings(values.size, (add) => {
      numbers.forEach((number, place) => {
        add(number, stated[place]!);
      });
    }),
    of: (statement) => numbers[lowerBound(stated.length, (place) => stated[place]! < statement)]!,
    named: (text) => [...(names.get(text) ?? [])],
  };
}
