import type { Statement, Value } from '../../ontology/model.ts';
import { earliest, latest } from '../../util/date-bounds.ts';
import { STRETCH } from '../../util/gradual.ts';
import type { KnowledgeGraph } from '../knowledge-graph.ts';

/** A statement of a group of which one holds at a time, with what the group is told apart by. */
export interface Successor {
  readonly statement: number;
  /** The first and the last minute of when a source shows it: of its qualifier `from`, or else `at`. */
  readonly first: number;
  readonly last: number;
  /** Set where that is when it began, not only when it was seen. */
  readonly begins: boolean;
  /** Set where it says itself how long it holds, so that nothing takes its place. */
  readonly ends: boolean;
  /** Set unless it is deprecated: then it takes no other's place, though others take its. */
  readonly replaces: boolean;
  readonly value: string;
  /**
   * Statements that say the same at a finer date within its own: where one was seen in December and on the 18th, the month
   * tells nothing more.
   */
  readonly finer: number[];
}

/** When entities are there and statements hold. Times are numbers of `date-bounds.ts`; infinite where nothing is said. */
export interface TimeIndex {
  /** The dates of an entity as its kind declares them, ISO 8601. */
  readonly starts: readonly (string | null)[];
  readonly ends: readonly (string | null)[];
  /** By when an entity is there for sure, and until when at most. */
  readonly nodeFrom: Float64Array;
  readonly nodeTo: Float64Array;
  /** The same of statements, by their qualifiers alone: dates, and entities such as the occasion. */
  readonly statementFrom: Float64Array;
  readonly statementTo: Float64Array;
  /** Statements of which one at a time holds, such as those on who holds an office; each group has more than one. */
  readonly groups: readonly (readonly Successor[])[];
}

const dateOf = (value: Value | undefined): string | null =>
  value?.type === 'date' ? value.date : null;

/** Made in time linear in the statements; yields now and then. */
export function* timeIndex(graph: KnowledgeGraph): Generator<void, TimeIndex> {
  const { entities, statements } = graph.dataset;
  const { starts, ends } = yield* entityDates(graph);
  const nodeFrom = new Float64Array(entities.length).fill(Number.NEGATIVE_INFINITY);
  const nodeTo = new Float64Array(entities.length).fill(Number.POSITIVE_INFINITY);
  entities.forEach(({ kind }, node) => {
    const { time } = graph.dataset.ontology.kinds.get(kind)!;
    const [start, end] = [starts[node]!, ends[node]!];
    switch (time?.sort) {
      case 'moment': {
        const happened = end ?? start;
        if (happened !== null) nodeFrom[node] = latest(happened);
        break;
      }
      case 'term':
        if (end !== null) nodeTo[node] = latest(end);
        if (start !== null) nodeFrom[node] = latest(start);
        break;
      case 'span': {
        // Of what is known by its end alone, it is sure only then that it had begun.
        const begun = start ?? end;
        if (begun !== null) nodeFrom[node] = latest(begun);
        break;
      }
    }
  });
  yield;
  const statementFrom = new Float64Array(statements.length).fill(Number.NEGATIVE_INFINITY);
  const statementTo = new Float64Array(statements.length).fill(Number.POSITIVE_INFINITY);
  statements.forEach(({ qualifiers }, number) => {
    const start = startOf(qualifiers);
    const end = dateOf(qualifiers.to);
    if (start !== null) statementFrom[number] = latest(start);
    if (end !== null) statementTo[number] = latest(end);
    // What was said on an occasion was not said before it.
    for (const value of Object.values(qualifiers)) {
      if (value?.type !== 'entity') continue;
      const named = nodeFrom[graph.nodes.number(value.id)!]!;
      if (named > statementFrom[number]!) statementFrom[number] = named;
    }
  });
  yield;
  const successors = yield* groups(graph);
  return { starts, ends, nodeFrom, nodeTo, statementFrom, statementTo, groups: successors };
}

const startOf = (qualifiers: Statement['qualifiers']): string | null =>
  dateOf(qualifiers.from) ?? dateOf(qualifiers.at);

/** For each entity its first declared date property that has a value; of several values the preferred, then the earliest. */
function* entityDates({ dataset, statementsBySubject }: KnowledgeGraph) {
  const dated = (node: number, properties: readonly string[]): string | null => {
    let best: Statement | undefined;
    let place = properties.length;
    for (const number of statementsBySubject.of(node)) {
      const statement = dataset.statements[number]!;
      const at = properties.indexOf(statement.property);
      if (at < 0 || at > place || statement.rank === 'deprecated') continue;
      if (at < place || best === undefined || isBetter(statement, best)) best = statement;
      place = at;
    }
    return dateOf(best?.value);
  };
  const times = dataset.entities.map(({ kind }) => dataset.ontology.kinds.get(kind)!.time);
  const starts: (string | null)[] = [];
  const ends: (string | null)[] = [];
  for (const [node, time] of times.entries()) {
    starts.push(time === null ? null : dated(node, time.start));
    ends.push(time === null ? null : dated(node, time.end));
    if (node % STRETCH === 0) yield;
  }
  return { starts, ends };
}

function isBetter(a: Statement, b: Statement): boolean {
  if (a.rank !== b.rank) return a.rank === 'preferred';
  return earliest(dateOf(a.value) ?? '9999') < earliest(dateOf(b.value) ?? '9999');
}

function* groups({ dataset, columns, statementsByProperty, properties }: KnowledgeGraph) {
  const found = new Map<string, Successor[]>();
  for (const property of dataset.ontology.properties.values()) {
    const ofSubject = property.values === 'one-at-a-time';
    const ofObject = property.inverse?.values === 'one-at-a-time';
    if (!ofSubject && !ofObject) continue;
    for (const number of statementsByProperty.of(properties.number(property.name)!)) {
      const { subject, value, qualifiers, rank } = dataset.statements[number]!;
      const start = startOf(qualifiers);
      if (start === null) continue;
      const said = JSON.stringify(value);
      const add = (key: readonly string[], other: string): void => {
        const name = [property.name, ...key].join('\n');
        const group = found.get(name);
        const member: Successor = {
          statement: number,
          first: earliest(start),
          last: latest(start),
          begins: qualifiers.from !== undefined,
          ends: qualifiers.to !== undefined,
          replaces: rank !== 'deprecated',
          value: other,
          finer: [],
        };
        if (group === undefined) found.set(name, [member]);
        else group.push(member);
      };
      if (ofSubject) add(['subject', subject], said);
      // Several people may hold a shared office, so that only a person's own statements follow one another.
      if (ofObject && value.type === 'entity') {
        const { shared } = dataset.entities[columns.object[number]!]!;
        add(['object', value.id, ...(shared ? [subject] : [])], subject);
      }
      if (number % STRETCH === 0) yield;
    }
  }
  const several = [...found.values()].filter((group) => group.length > 1);
  for (const group of several) {
    tellFiner(group);
    yield;
  }
  return several;
}

/** Finds for each what says the same at a finer date. Two dates are apart, or one lies within the other. */
function tellFiner(group: readonly Successor[]): void {
  const inOrder = [...group].sort((a, b) => a.first - b.first || b.last - a.last);
  const around = new Map<string, Successor[]>();
  for (const one of inOrder) {
    const open = (around.get(one.value) ?? []).filter(({ last }) => last >= one.first);
    around.set(one.value, [...open, one]);
    if (!one.replaces) continue;
    for (const { first, last, begins, ends, finer } of open) {
      const isWithin = last >= one.last && last - first > one.last - one.first;
      if (isWithin && !begins && !ends) finer.push(one.statement);
    }
  }
}
