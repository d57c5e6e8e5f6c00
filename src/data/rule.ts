import type { Parameters } from '../errors/problem.ts';
import type { Code } from '../errors/registry.ts';
import type { Report } from '../errors/report.ts';
import type { OntologyReading } from '../ontology/read.ts';
import type { Origin } from './origin.ts';
import type { Scalar } from './scalar.ts';
import type { EntitySeen, FileSeen, StatementSeen } from './seen.ts';

/** An entity that statements may refer to. */
export interface KnownEntity {
  readonly id: string;
  /** Absent where the ontology does not have it. */
  readonly kind: string | undefined;
  /** How many paragraphs a source has; absent for all others, and where it is not known. */
  readonly paragraphs: number | undefined;
  readonly file: string;
  readonly line: number;
}

/** What every rule may use. Rules only read it. */
export interface Context {
  /** `null` until the ontology has been read, and where it could not be. */
  readonly ontology: OntologyReading | null;
  /** By id: all that were seen before this one; complete when the first statement is seen. */
  readonly entities: ReadonlyMap<string, KnownEntity>;
  /** The entity that a former id leads to; of those seen so far, as above. */
  readonly former: ReadonlyMap<string, KnownEntity>;
  /** Kinds and ids of sources whose file could not be read in full, with the path of that file. */
  readonly unread: ReadonlyMap<string, string>;
  report(origin: Origin, ...what: globalThis.Parameters<Report>): void;
  /** Reports something that has no path. Line and column may be left out. */
  reportAt(
    where: { readonly file: string; readonly line?: number; readonly column?: number },
    code: Code,
    parameters?: Parameters,
    suggestion?: string,
  ): void;
}

/**
 * What a rule wants to see. Files come in the order ontology, entities, sources; all entities (the particulars of
 * sources among them) come before the first statement; the statements of one file come together.
 */
export interface Visitor {
  file?(seen: FileSeen): void;
  scalar?(seen: Scalar): void;
  entity?(seen: EntitySeen): void;
  statement?(seen: StatementSeen): void;
  end?(): void;
}

/** One thing that data must keep to. Made anew for every reading, so that it may remember what it has seen. */
export type Rule = (context: Context) => Visitor;
