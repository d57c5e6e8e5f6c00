import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  TypeNameMetaFieldDef,
} from 'graphql';
import { argumentsVary } from './arguments.ts';
import type { ExecuteField } from './field.ts';
import { collectFields, type Selecting } from './fields.ts';
import { type PlannedField, writeFields } from './object.ts';

/** What a selection says of objects, as JSON, by object: kept for whoever asks the same of them. */
export type Shelf = Map<object, string>;

/** The texts of all shelves, within a bound on what they take together. */
export interface KeptTexts {
  readonly keep: (shelf: Shelf, object: object, text: string) => void;
  /** Drops them all. They can be made again. */
  readonly clear: () => void;
  /** How many bytes they take, about. */
  readonly size: () => number;
}

/** What a text takes beside its characters: its head, and its place on a shelf. */
const OVERHEAD = 80;

/** Once they would take more than `bound` bytes, all are dropped: what is asked for often is soon there again. */
export function createKeptTexts(bound: number): KeptTexts {
  const filled = new Set<Shelf>();
  let size = 0;
  const clear = (): void => {
    for (const shelf of filled) shelf.clear();
    filled.clear();
    size = 0;
  };
  return {
    keep(shelf, object, text) {
      // To read a character of it makes one piece of the many that it was put together from; there is none in an empty one.
      if (Number.isNaN(text.charCodeAt(0))) return;
      size += 2 * text.length + OVERHEAD;
      if (size > bound) {
        clear();
        return;
      }
      shelf.set(object, text);
      filled.add(shelf);
    },
    clear,
    size: () => size,
  };
}

/** Which texts are kept, and where. */
export interface Keeping {
  readonly texts: KeptTexts;
  /** Whether the objects of a type stay the same ones from one request to the next. */
  readonly lasts: (type: GraphQLObjectType) => boolean;
  /** Whether a field says the same of one object always, where the arguments and the variant are the same. */
  readonly isLasting: (field: GraphQLField<unknown, unknown>) => boolean;
  /** What of a context changes what lasting fields say: a language, say. One of few. */
  readonly variant: (context: unknown) => string;
}

/**
 * The fields of an object, with those that are lasting and follow each other as one whose text is kept, if it is worth it: where
 * there is more than one, or more below it.
 */
export function keepRuns(
  fields: readonly PlannedField[],
  type: GraphQLObjectType,
  keeping: Keeping,
  selecting: Selecting,
): PlannedField[] {
  const all: PlannedField[] = [];
  let run: PlannedField[] = [];
  const end = (): void => {
    const [first] = run;
    if (first === undefined) return;
    if (run.length === 1 && first.nodes[0]!.selectionSet === undefined) all.push(first);
    else all.push({ ...first, lead: '', property: undefined, execute: keptText(run, keeping) });
    run = [];
  };
  for (const field of fields) {
    if (isLasting(type, field.nodes, keeping, selecting)) {
      run.push(field);
    } else {
      end();
      all.push(field);
    }
  }
  end();
  return all;
}

/** Whether a field, and all that is selected below it, says the same of one object always. */
function isLasting(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  keeping: Keeping,
  selecting: Selecting,
): boolean {
  const [node] = nodes;
  if (node!.name.value === TypeNameMetaFieldDef.name) return true;
  const field = type.getFields()[node!.name.value];
  if (field === undefined || !keeping.isLasting(field) || argumentsVary(node!)) return false;
  const named = getNamedType(field.type);
  if (isLeafType(named)) return true;
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const types = isAbstractType(named)
    ? selecting.schema.getPossibleTypes(named)
    : [named as GraphQLObjectType];
  return types.every((below) =>
    [...collectFields(selecting, below, sets).values()].every((selected) =>
      isLasting(below, selected, keeping, selecting),
    ),
  );
}

/** Writes what was kept, or keeps what is written: whole and without an error. */
function keptText(fields: readonly PlannedField[], { texts, variant }: Keeping): ExecuteField {
  const write = writeFields(fields, '', '');
  const shelves = new Map<string, Shelf>();
  const shelfOf = (name: string): Shelf => {
    const shelf: Shelf = new Map();
    shelves.set(name, shelf);
    return shelf;
  };
  return (source, context, path, run) => {
    const name = variant(context);
    const shelf = shelves.get(name) ?? shelfOf(name);
    const known = shelf.get(source as object);
    if (known !== undefined) return known;
    const before = run.errors.count;
    const text = write(source, context, path, run);
    if (typeof text === 'string' && run.errors.count === before) {
      texts.keep(shelf, source as object, text);
    }
    return text;
  };
}
