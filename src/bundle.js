// Puts the compiled modules of the program together, so that a start reads a few files instead of some hundred.
// Dependencies stay outside, but for graphql-scalars, of which we use three scalars out of sixty.
import { rolldown } from 'rolldown';

const bundle = await rolldown({
  input: 'dist/cli/main.js',
  platform: 'node',
  external: (id) => !/^(\.|\/|graphql-scalars)/.test(id),
});
await bundle.write({ dir: 'dist/bundle', format: 'esm', sourcemap: true, cleanDir: true });
