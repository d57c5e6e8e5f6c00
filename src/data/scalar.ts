import type { Path } from '../util/path.ts';
import type { Origin } from './origin.ts';

/** A text, whether key or value, as it stands in a file. Valid only while a rule looks at it, for its path moves on. */
export class Scalar {
  readonly text: string;
  readonly path: Path;
  readonly end: 'key' | 'value';
  /** Whether it stands in YAML without quotes. */
  readonly plain: boolean;
  readonly origin: Origin;

  constructor(text: string, path: Path, end: 'key' | 'value', plain: boolean, origin: Origin) {
    this.text = text;
    this.path = path;
    this.end = end;
    this.plain = plain;
    this.origin = origin;
  }

  /** Whether it is evidence, which repeats the source letter by letter. */
  get verbatim(): boolean {
    return this.path.at(-2) === 'evidence' && this.path.at(-4) === 'citations';
  }
}
