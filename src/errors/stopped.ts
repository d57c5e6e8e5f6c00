/** Long work was told to stop before it had an answer that can be told. */
export class StoppedError extends Error {
  constructor(visited: number) {
    super(`The work was stopped after ${visited} nodes, before it had an answer.`);
    this.name = 'StoppedError';
  }
}
