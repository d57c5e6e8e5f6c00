import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settings } from '../src/server/configuration.ts';
import { openLocally } from '../src/server/local.ts';
import { packagePath } from '../src/server/package.ts';

it('README gives the answers that its five queries get', async () => {
  const readme = await readFile(packagePath('README.md'), 'utf8');
  const pairs = [...readme.matchAll(/```graphql\n(.+?)```.+?```json\n(.+?)```/gs)];
  expect(pairs).toHaveLength(5);
  const local = await openLocally({
    graphData: packagePath('graph-data'),
    cacheFolder: join(tmpdir(), 'caytre-readme'),
  });
  if (!local.ok) throw new Error(JSON.stringify(local.problems));
  for (const [, query, answer] of pairs) {
    const { data, errors } = await local.ask({ query: query!, language: 'en' });
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual(JSON.parse(answer!));
  }
});

it('README names every setting in one row of its tables, and its sections once', async () => {
  const readme = await readFile(packagePath('README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)].flatMap(([, cell]) =>
    cell!.replaceAll('`', '').split(', '),
  );
  const variables = Object.values(settings).map(({ variable }) => variable);
  expect(named.toSorted()).toEqual(variables.toSorted());
  const titles = [...readme.matchAll(/^#+ .+$/gm)].map(([title]) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
