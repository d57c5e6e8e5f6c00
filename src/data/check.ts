import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { ProblemCollector } from '../errors/collector.ts';
import { type Problem, problem } from '../errors/problem.ts';
import type { OntologyReading } from '../ontology/read.ts';
import type { Origin } from './origin.ts';
import type { Context, KnownEntity, Visitor } from './rule.ts';
import { rules } from './rules/index.ts';
import { Scalar } from './scalar.ts';
import type { EntitySeen, FileSeen, StatementSeen } from './seen.ts';

/** Nothing in a record of the right shape lies deeper; what does was reported. */
const greatestDepth = 64;

type Handler<K extends keyof Visitor> = Required<Visitor>[K];

/** Shows all rules what is read and gathers what they, and the readers, report. */
export class Check implements Context {
  ontology: OntologyReading | null = null;
  readonly entities = new Map<string, KnownEntity>();
  readonly former = new Map<string, KnownEntity>();
  readonly unread = new Map<string, string>();
  readonly #collector: ProblemCollector;
  readonly #handlers: { readonly [K in keyof Visitor]-?: readonly Handler<K>[] };

  /** @param limit how many problems to give at most. */
  constructor(limit: number) {
    this.#collector = new ProblemCollector(limit);
    const visitors = rules.map((rule) => rule(this));
    const handlers = <K extends keyof Visitor>(name: K): readonly Handler<K>[] =>
      visitors.flatMap((visitor) => visitor[name]?.bind(visitor) ?? []) as Handler<K>[];
    this.#handlers = {
      file: handlers('file'),
      scalar: handlers('scalar'),
      entity: handlers('entity'),
      statement: handlers('statement'),
      end: handlers('end'),
    };
  }

  /** How many problems were reported so far. */
  get problems(): number {
    return this.#collector.total;
  }

  // Arrow functions, for rules take them apart from the context.
  readonly report: Context['report'] = (origin, code, parameters, path, more = {}) => {
    const { file, line } = origin;
    // Paths of readers change after the call; the problem is made within it.
    this.#collector.add({ file, line }, () => {
      const suggestion = more.suggestion?.();
      const where = { file, ...origin.place(path, more.end) };
      return problem(code, parameters, where, quoted(suggestion));
    });
  };

  readonly reportAt: Context['reportAt'] = (where, code, parameters, suggestion) => {
    this.#collector.add(where, () => problem(code, parameters, where, quoted(suggestion)));
  };

  /** Takes over a problem that was made elsewhere. */
  add(made: Problem): void {
    this.#collector.add(made.where, () => made);
  }

  file(seen: FileSeen): void {
    for (const handle of this.#handlers.file) handle(seen);
  }

  entity(seen: EntitySeen): void {
    for (const handle of this.#handlers.entity) handle(seen);
  }

  statement(seen: StatementSeen): void {
    for (const handle of this.#handlers.statement) handle(seen);
  }

  /** Shows every text of a YAML file. Here and below the path grows and shrinks in place. */
  yamlScalars(origin: Origin, node: Node | null, path: (string | number)[] = []): void {
    if (isScalar(node)) {
      if (typeof node.value !== 'string') return;
      this.#scalar(node.value, path, 'value', node.type === 'PLAIN', origin);
    } else if (isMap<Node, Node | null>(node)) {
      for (const { key, value } of node.items) {
        path.push(String(key));
        this.#scalar(String(key), path, 'key', isScalar(key) && key.type === 'PLAIN', origin);
        this.yamlScalars(origin, value, path);
        path.pop();
      }
    } else if (isSeq<Node>(node)) {
      for (const [at, item] of node.items.entries()) {
        path.push(at);
        this.yamlScalars(origin, item, path);
        path.pop();
      }
    }
  }

  /**
   * Shows every text of a record that was a line of JSON. Its keys, always quoted, are not shown: one that is wrong
   * in any way is unknown too.
   */
  jsonScalars(origin: Origin, data: unknown, path: (string | number)[] = []): void {
    if (typeof data === 'string') this.#scalar(data, path, 'value', false, origin);
    if (typeof data !== 'object' || data === null || path.length > greatestDepth) return;
    const list = Array.isArray(data);
    for (const key of Object.keys(data)) {
      path.push(list ? Number(key) : key);
      this.jsonScalars(origin, (data as Record<string, unknown>)[key], path);
      path.pop();
    }
  }

  #scalar(...parts: ConstructorParameters<typeof Scalar>): void {
    const seen = new Scalar(...parts);
    for (const handle of this.#handlers.scalar) handle(seen);
  }

  /** Ends the check: what was reported, in the order of file, line and column. */
  finish(): { readonly problems: readonly Problem[]; readonly leftOut: number } {
    for (const handle of this.#handlers.end) handle();
    return this.#collector.finish();
  }
}

const quoted = (suggestion: string | undefined): string | undefined =>
  suggestion === undefined ? undefined : `"${suggestion}"`;
