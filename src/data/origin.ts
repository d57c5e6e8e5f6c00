import type { Path } from '../util/path.ts';
import { type Place, readYaml, type YamlText } from '../util/yaml-text.ts';

/** Where a record stands, and the way to the places within it. */
export interface Origin {
  readonly file: string;
  /** The line on which the record begins. */
  readonly line: number;
  place(path: Path, end?: 'key' | 'value'): Place;
}

/** A record within a YAML file. */
export class YamlOrigin implements Origin {
  readonly file: string;
  readonly #yaml: YamlText;
  readonly #base: Path;

  constructor(file: string, yaml: YamlText, base: Path) {
    this.file = file;
    this.#yaml = yaml;
    this.#base = base;
  }

  get line(): number {
    return this.#yaml.place(this.#base).line;
  }

  place(path: Path, end?: 'key' | 'value'): Place {
    return this.#yaml.place([...this.#base, ...path], end);
  }
}

/** A record that is one line of JSON, parsed as YAML once somebody asks for a place in it. */
export class LineOrigin implements Origin {
  readonly file: string;
  readonly line: number;
  readonly #text: string;
  #yaml: YamlText | undefined;

  constructor(file: string, line: number, text: string) {
    this.file = file;
    this.line = line;
    this.#text = text;
  }

  place(path: Path, end?: 'key' | 'value'): Place {
    this.#yaml ??= readYaml(this.#text);
    return { line: this.line, column: this.#yaml.place(path, end).column };
  }
}
