import { type Flags, passes } from '../../graph/algorithms/flags.ts';
import { statementsWith } from '../../graph/indices/statements-with.ts';
import type { KnowledgeGraph } from '../../graph/knowledge-graph.ts';
import type { Numbering } from '../../graph/numbering.ts';
import type { Postings } from '../../graph/postings.ts';
import type { Moment } from '../../graph/time/moment.ts';
import { MONTH, stretchOf, YEAR } from '../../graph/time/stretch.ts';
import type { AggregateRequest, Dimension, GroupKey } from '../port.ts';

/** Stands for "no group" where a number of a group is expected. */
export const NO_GROUP = -1;

interface Groups {
  /** One more than the greatest number of a group. */
  readonly size: number;
  key(group: number): GroupKey;
  /** Where it is prepared how many each whole group has: only for dimensions of which everything has a group. */
  readonly prepared?: Postings;
}

/** What is counted has one group at most. */
interface OneGroup extends Groups {
  /** The group of one, or `NO_GROUP`. */
  groupOf(item: number): number;
}

/** What is counted may have several groups. */
export interface SeveralGroups extends Groups {
  /** The groups of one, each once. */
  groupsOf(item: number): readonly number[];
}

/** How what is counted (nodes or statements, by number) falls into the groups of one dimension. */
export type Grouping = OneGroup | SeveralGroups;

const keyIn = (names: Numbering) => (group: number) => ({ key: names.name(group) });

const holding = (statements: Uint32Array, flags: Flags): Uint32Array =>
  flags === null ? statements : statements.filter((statement) => passes(flags, statement));

/** Beyond so many groups a set tells sooner than a walk which are known. */
const FEW = 8;

/** The groups of all parts of an item, each once. */
function each<Part>(
  parts: Iterable<Part>,
  groupsOf: (part: Part) => readonly number[],
): readonly number[] {
  const found: number[] = [];
  let known: Set<number> | undefined;
  for (const part of parts) {
    for (const group of groupsOf(part)) {
      if (known?.has(group) ?? found.includes(group)) continue;
      found.push(group);
      known?.add(group);
      if (found.length === FEW) known = new Set(found);
    }
  }
  return found;
}

/** @param nodeOf the node whose kind, values and time count: the item itself, or the subject of the statement */
function byNode(
  graph: KnowledgeGraph,
  moment: Moment,
  dimension: Extract<Dimension, { by: 'kind' | 'value' | 'year' | 'month' }>,
  nodeOf: (item: number) => number,
): Grouping {
  switch (dimension.by) {
    case 'kind':
      return {
        size: graph.kinds.size,
        key: keyIn(graph.kinds),
        groupOf: (item) => graph.kindOf[nodeOf(item)]!,
      };
    case 'value':
      return byValue(graph, moment, dimension, nodeOf);
    case 'year':
    case 'month':
      return byTime(graph, dimension.by === 'year' ? YEAR : MONTH, nodeOf);
  }
}

function byTime(graph: KnowledgeGraph, length: number, nodeOf: (item: number) => number): Grouping {
  const { starts, ends } = graph.time();
  const { kinds } = graph.dataset.ontology;
  const sorts = Array.from(
    { length: graph.kinds.size },
    (_, kind) => kinds.get(graph.kinds.name(kind))!.time?.sort,
  );
  const groups = new Map<string, number>();
  const names: string[] = [];
  const groupOfNode = (node: number): number => {
    const name = stretchOf(sorts[graph.kindOf[node]!], starts[node]!, ends[node]!, length);
    if (name === null) return NO_GROUP;
    let group = groups.get(name);
    if (group === undefined) {
      group = names.push(name) - 1;
      groups.set(name, group);
    }
    return group;
  };
  /** Two more than the group of each node that was asked for: of most, several statements ask. */
  const known = new Uint32Array(starts.length);
  return {
    size: starts.length,
    key: (group) => ({ key: names[group]! }),
    groupOf(item) {
      const node = nodeOf(item);
      if (known[node] === 0) known[node] = groupOfNode(node) + 2;
      return known[node]! - 2;
    },
  };
}

function byValue(
  graph: KnowledgeGraph,
  moment: Moment,
  { property: name, direction = 'out' }: Extract<Dimension, { by: 'value' }>,
  nodeOf: (item: number) => number,
): Grouping {
  const property = graph.properties.number(name);
  if (property === undefined) {
    return { size: 0, key: () => ({ key: '' }), groupOf: () => NO_GROUP };
  }
  if (direction === 'in') {
    return {
      size: graph.nodes.size,
      key(group) {
        const id = graph.nodes.name(group);
        return { key: id, value: { type: 'entity', id } };
      },
      groupsOf(item) {
        const statements = graph.in.find(nodeOf(item), property)?.statements;
        if (statements === undefined) return [];
        return each(holding(statements, moment.statements), (statement) => [
          graph.columns.subject[statement]!,
        ]);
      },
    };
  }
  const index = graph.values(property);
  return {
    size: index.values.size,
    key: (group) => ({ key: index.values.name(group), value: index.value(group) }),
    groupsOf(item) {
      const statements = statementsWith(graph, nodeOf(item), property);
      return each(holding(statements, moment.statements), (statement) => [index.of(statement)]);
    },
  };
}

function ofStatements(graph: KnowledgeGraph, moment: Moment, dimension: Dimension): Grouping {
  const { columns, properties, statementsByRank, statementsBySource } = graph;
  const { statements } = graph.dataset;
  switch (dimension.by) {
    case 'property':
      return {
        size: properties.size,
        key: keyIn(properties),
        groupOf: (statement) => columns.property[statement]!,
        prepared: graph.statementsByProperty,
      };
    case 'source': {
      const { sources } = statementsBySource;
      return {
        size: sources.size,
        key: keyIn(sources),
        groupsOf: (statement) =>
          each(statements[statement]!.citations, ({ source }) => [sources.number(source)!]),
        prepared: statementsBySource.statements,
      };
    }
    case 'rank': {
      const { ranks } = statementsByRank;
      return {
        size: ranks.size,
        key: keyIn(ranks),
        groupOf: (statement) => ranks.number(statements[statement]!.rank)!,
        prepared: statementsByRank.statements,
      };
    }
    default: {
      const grouping = byNode(graph, moment, dimension, (statement) => columns.subject[statement]!);
      return dimension.by === 'kind' ? { ...grouping, prepared: graph.statementsByKind } : grouping;
    }
  }
}

function ofEntities(graph: KnowledgeGraph, moment: Moment, dimension: Dimension): Grouping {
  if (dimension.by === 'property' || dimension.by === 'source' || dimension.by === 'rank') {
    const grouping = ofStatements(graph, moment, dimension);
    const groupsOf =
      'groupOf' in grouping
        ? (statement: number) => [grouping.groupOf(statement)]
        : grouping.groupsOf;
    return {
      size: grouping.size,
      key: grouping.key,
      groupsOf: (node) =>
        each(holding(graph.statementsBySubject.of(node), moment.statements), groupsOf),
    };
  }
  const grouping = byNode(graph, moment, dimension, (node) => node);
  return dimension.by === 'kind' ? { ...grouping, prepared: graph.byName.byKind } : grouping;
}

export const groupingOf = (
  graph: KnowledgeGraph,
  moment: Moment,
  count: AggregateRequest['count'],
  dimension: Dimension,
): Grouping =>
  count === 'entities'
    ? ofEntities(graph, moment, dimension)
    : ofStatements(graph, moment, dimension);
