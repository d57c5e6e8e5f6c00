/** What the registry says of a code: `{name}` in a text stands for a parameter. */
export interface CodeEntry {
  /**
   * Who meets it: someone who edits data, someone who asks the API, with the client at that, or someone who runs the
   * program.
   */
  readonly area: 'data' | 'api' | 'client' | 'run';
  readonly message: string;
  readonly mend: string;
}
