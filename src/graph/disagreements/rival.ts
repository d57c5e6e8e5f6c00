import { dateLabel } from '../../ontology/labels/date.ts';
import type { Localized, Statement, Value } from '../../ontology/model.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';
import { type Comparable, comparable } from './comparable.ts';
import { scopeOf } from './scope.ts';
import { type Time, timeOf } from './time.ts';
import { inBoth, valueText } from './value-text.ts';

/** A statement prepared for being held against others. */
export interface Rival {
  readonly statement: number;
  readonly subject: number;
  /** The node of its value, where that is an entity. */
  readonly object: number;
  readonly value: Comparable;
  readonly time: Time | null;
  readonly scope: string;
}

export function rival(graph: KnowledgeGraph, number: number): Rival {
  const statement = graph.dataset.statements[number]!;
  return {
    statement: number,
    subject: graph.columns.subject[number]!,
    object: graph.columns.object[number]!,
    value: comparable(statement.value),
    time: timeOf(statement),
    scope: scopeOf(statement),
  };
}

/** Statements given up with a reason are rivals to none. */
export const isUpheld = ({ rank }: Statement): boolean => rank !== 'deprecated';

/** The time that a statement's qualifiers give, in words. */
export function timeText(statement: Statement): Localized {
  const time = timeOf(statement);
  return inBoth((language) => {
    if (time === null) return '';
    const [start, end] = [dateLabel(time.start, language), dateLabel(time.end, language)];
    const [from, to] = language === 'vi' ? ['từ', 'đến'] : ['from', 'to'];
    if (time.from !== null && time.to !== null) return `${from} ${start} ${to} ${end}`;
    if (time.from !== null) return `${from} ${start}`;
    return time.to === null ? start : `${to} ${end}`;
  });
}

/** The scope that a statement's qualifiers give, in words. */
export function scopeText(graph: KnowledgeGraph, { qualifiers }: Statement): Localized {
  const texts = (['scope', 'medium', 'role'] as const)
    .map((name) => qualifiers[name])
    .filter((value): value is Value => value !== undefined)
    .map((value) => valueText(graph, value));
  return inBoth((language) => texts.map((text) => text[language]).join(', '));
}
