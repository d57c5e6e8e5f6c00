import type { Property, Qualifier, Value } from '../ontology/model.ts';
import type { Path } from '../util/path.ts';
import type { YamlText } from '../util/yaml-text.ts';
import type { DataFile } from './folder.ts';
import type { Origin } from './origin.ts';
import type { WrittenCitation, WrittenEntity, WrittenSource, WrittenStatement } from './shapes.ts';

/** What rules see of a file, once it has been read to its end. */
export interface FileSeen {
  readonly file: DataFile;
  readonly byteOrderMark: boolean;
  /** The first line that ends with a carriage return. */
  readonly carriageReturn: number | null;
  /** The text without either, and what it says; `null` for JSON Lines and for YAML that could not be read. */
  readonly yaml: {
    readonly text: string;
    readonly parsed: YamlText;
    readonly data: unknown;
  } | null;
}

/** An entity, or the particulars of a source, of which it makes one. */
export interface EntitySeen {
  readonly origin: Origin;
  readonly file: DataFile;
  /** The kind that entities in this file have. */
  readonly kind: string;
  readonly written: WrittenEntity & Pick<WrittenSource, 'paragraphs'>;
}

/** A value of a statement: its own or that of a qualifier. */
export interface ValueSeen {
  readonly path: Path;
  readonly spec: Property | Qualifier;
  readonly value: Value;
}

export interface StatementSeen {
  readonly origin: Origin;
  /** The id of the source in whose file it stands. */
  readonly source: string;
  readonly written: WrittenStatement;
  /** `undefined` when the ontology does not have it. */
  readonly property: Property | undefined;
  /** Its own value first, then the qualifiers; those of the wrong type are left out. */
  readonly values: readonly ValueSeen[];
  readonly citations: readonly (WrittenCitation | undefined)[];
  /** Absent unless subject, property, value and qualifiers are all there. */
  readonly id: string | undefined;
}
