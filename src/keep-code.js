// Keeps the code of what a start of the program runs, so that later starts need not compile it: starts it, asks it something,
// and takes the code as the engine has it by then. Run by `src/bundle.js`, with the environment that makes the start quiet.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [entry] = process.argv.splice(2);
process.argv.push('serve');

/** Written once the program answers. */
const address = new Promise((resolve) => {
  process.stdout.write = (text) => {
    const [found] = /http:\S+/.exec(String(text)) ?? [];
    if (found !== undefined) resolve(found);
    return true;
  };
});
const bundle = fileURLToPath(new URL('../dist/bundle/run.cjs', import.meta.url));
const { code, run } = createRequire(import.meta.url)(bundle);
run(entry);

const query =
  '{ entities(first: 1) { nodes { id name relations(first: 1) { nodes { name } } statements(first: 1) { nodes { id } } } } }';
const response = await fetch(new URL('/graphql', await address), {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query }),
});
const { errors } = await response.json();
if (errors !== undefined) throw new Error(JSON.stringify(errors));
const { file, bytes } = code();
await writeFile(file, bytes);
process.kill(process.pid, 'SIGTERM');
