import {
  type FieldNode,
  GraphQLID,
  type GraphQLObjectType,
  GraphQLString,
  getNullableType,
} from 'graphql';
import type { Complete } from './complete.ts';
import type { ExecuteField } from './field.ts';
import { quoted } from './leaf.ts';
import { joinLater } from './texts.ts';

/** A field of an object, planned. */
export interface PlannedField {
  /** What is written before its value. */
  readonly lead: string;
  /** The property of the object that is its value, wherever that is a text; any other value is found by `execute`. */
  readonly property: string | undefined;
  readonly execute: ExecuteField;
  readonly nodes: readonly FieldNode[];
}

/** The property of an object that a field of its type shows, if that is a text and nothing else is asked of it. */
export function textProperty(type: GraphQLObjectType, { name }: FieldNode): string | undefined {
  const field = type.getFields()[name.value];
  if (field === undefined || field.resolve != null) return undefined;
  const leaf = getNullableType(field.type);
  return leaf === GraphQLString || leaf === GraphQLID ? field.name : undefined;
}

/** Writes fields of an object, between `begin` and `end`. */
export const writeFields =
  (fields: readonly PlannedField[], begin: string, end: string): Complete =>
  (source, context, path, run) => {
    let text = begin;
    for (let index = 0; index < fields.length; index += 1) {
      const { lead, property, execute } = fields[index]!;
      if (property !== undefined) {
        const value = (source as Readonly<Record<string, unknown>> | undefined)?.[property];
        if (typeof value === 'string') {
          text += lead + quoted(value);
          continue;
        }
      }
      const part = execute(source, context, path, run);
      if (typeof part === 'string') {
        text += lead + part;
        continue;
      }
      return joinLater(text + lead, part, end, fields.slice(index + 1), (field) => [
        field.lead,
        field.execute(source, context, path, run),
      ]);
    }
    return text + end;
  };
