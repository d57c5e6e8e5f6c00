// Answers that were written to a file, by the number of the query that stands in an address: all of a query in turn.
import { readFileSync } from 'node:fs';

const answers = JSON.parse(readFileSync(process.env.ANSWERS, 'utf8')).map((bodies) =>
  bodies.map((body) => Buffer.from(body)),
);
let turn = 0;

export function nextAnswer(url) {
  const bodies = answers[Number(url.slice(1).split('?', 1)[0])];
  turn += 1;
  return bodies[turn % bodies.length];
}
