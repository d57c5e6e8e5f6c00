import type { Problem } from '../errors/problem.ts';
import { readOntology } from '../ontology/read.ts';
import { Assembly } from './assemble.ts';
import { Check } from './check.ts';
import { readEntity, readSource } from './entities.ts';
import type { DataFile } from './folder.ts';
import { loadLines } from './load-lines.ts';
import { type Origin, YamlOrigin } from './origin.ts';
import type { Reading } from './read.ts';
import { readYamlFile } from './read-yaml-file.ts';
import type { FileSeen } from './seen.ts';
import { entityFileShape } from './shapes.ts';
import { readStatement } from './statements.ts';

type LoadedYaml = NonNullable<FileSeen['yaml']>;

/** Reads the files of a folder, in whichever of the two forms each has. Methods are called in the order in which they stand. */
export class DatasetReader {
  readonly #check: Check;
  readonly #assembly = new Assembly();
  readonly #bounds: { readonly yamlBytes: number; readonly lineBytes: number };
  /** Source files in YAML between the reading of their particulars and that of their statements. */
  readonly #sources = new Map<string, LoadedYaml>();

  constructor(bounds: {
    readonly problemLimit: number;
    readonly yamlBytes: number;
    readonly lineBytes: number;
  }) {
    this.#check = new Check(bounds.problemLimit);
    this.#bounds = bounds;
  }

  /** Takes over problems that were found before. */
  take(problems: readonly Problem[]): void {
    for (const problem of problems) this.#check.add(problem);
  }

  async readOntology(file: DataFile): Promise<void> {
    const yaml = await this.#loadYaml(file);
    const origin = yaml && new YamlOrigin(file.path, yaml.parsed, []);
    const reading =
      origin && readOntology(yaml.data, (...what) => this.#check.report(origin, ...what));
    if (reading?.whole) {
      this.#check.ontology = reading;
      return;
    }
    const what = 'nothing was checked against the ontology';
    this.#check.reportAt({ file: file.path }, 'NOT_CHECKED', { what });
  }

  async readEntities(file: DataFile): Promise<void> {
    const check = this.#check;
    const read = (data: unknown, origin: Origin): void => {
      const entity = readEntity(data, file, origin, check);
      if (entity) this.#assembly.addEntity(entity);
    };
    if (file.form === 'jsonl') {
      const whole = await loadLines(file, 'all', this.#bounds.lineBytes, check, (data, origin) => {
        check.jsonScalars(origin, data);
        read(data, origin);
      });
      if (!whole) check.unread.set(file.name, file.path);
      return;
    }
    const yaml = await this.#loadYaml(file);
    const origin = yaml && new YamlOrigin(file.path, yaml.parsed, []);
    const content =
      origin &&
      entityFileShape(yaml.data, { path: [], report: (...what) => check.report(origin, ...what) });
    if (!content?.entities) {
      check.unread.set(file.name, file.path);
      return;
    }
    for (const [at, data] of content.entities.entries()) {
      read(data, new YamlOrigin(file.path, yaml!.parsed, ['entities', at]));
    }
  }

  async readSource(file: DataFile): Promise<void> {
    const check = this.#check;
    const read = (data: unknown, origin: Origin): void => {
      const entity = readSource(data, file, origin, check);
      if (entity) this.#assembly.addEntity(entity);
    };
    let whole = true;
    if (file.form === 'jsonl') {
      whole = await loadLines(file, 'first', this.#bounds.lineBytes, check, (data, origin) => {
        check.jsonScalars(origin, data);
        read(data, origin);
      });
    } else {
      const yaml = await this.#loadYaml(file);
      if (yaml) {
        this.#sources.set(file.path, yaml);
        read(yaml.data, new YamlOrigin(file.path, yaml.parsed, []));
      } else whole = false;
    }
    if (!whole) check.unread.set(`source:${file.name}`, file.path);
  }

  async readStatements(file: DataFile): Promise<void> {
    const check = this.#check;
    const source = `source:${file.name}`;
    const read = (data: unknown, origin: Origin): void => {
      const statement = readStatement(data, source, origin, check);
      if (statement) this.#assembly.addStatement(statement);
    };
    if (file.form === 'jsonl') {
      await loadLines(file, 'rest', this.#bounds.lineBytes, check, (data, origin) => {
        check.jsonScalars(origin, data);
        read(data, origin);
      });
      return;
    }
    const yaml = this.#sources.get(file.path);
    this.#sources.delete(file.path);
    const { statements } = (yaml?.data ?? {}) as { readonly statements?: unknown };
    if (yaml === undefined || !Array.isArray(statements)) return;
    for (const [at, data] of statements.entries()) {
      read(data, new YamlOrigin(file.path, yaml.parsed, ['statements', at]));
    }
  }

  finish(): Reading {
    const { problems, leftOut } = this.#check.finish();
    const reading = this.#check.ontology;
    if (problems.length > 0 || reading === null) return { ok: false, problems, leftOut };
    return { ok: true, dataset: this.#assembly.finish(reading.ontology) };
  }

  async #loadYaml(file: DataFile): Promise<LoadedYaml | null> {
    const seen = await readYamlFile(file, this.#bounds.yamlBytes, this.#check.reportAt);
    this.#check.file(seen);
    const { yaml } = seen;
    if (yaml) {
      const origin = new YamlOrigin(file.path, yaml.parsed, []);
      this.#check.yamlScalars(origin, yaml.parsed.document.contents);
    }
    return yaml;
  }
}
