/** What the registry says of a code: `{name}` in a text stands for a parameter. */
export interface CodeEntry {
  /** Who meets it: someone who edits data, someone who asks the API, or someone who runs the program. */
  readonly area: 'data' | 'api' | 'run';
  readonly message: string;
  readonly mend: string;
}
