import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askNames, people, scratch, startProgram, writePeople } from './program.ts';

const temporary = async (cache: string): Promise<readonly string[]> =>
  (await readdir(cache)).filter((name) => name.endsWith('.tmp'));

/** Data, a cache, and a start of the program on both. */
async function place() {
  const data = await scratch();
  const cache = join(await scratch(), 'cache');
  await writePeople(data, 'old');
  const change = () => writeFile(join(data, 'entities/person.jsonl'), people('new'));
  return { data, cache, change };
}

describe('a program that is killed while it writes the compiled data', () => {
  it.each([
    ['in the middle of the file', 'write:kill', 1],
    ['when the file has no name yet', 'rename:kill', 1],
    ['when the file has just got its name', 'renamed:kill', 0],
  ])('%s, starts again with the right data and leaves nothing lying', async (_, breaks, left) => {
    const { data, cache, change } = await place();
    // There is a compiled form of older data, which must not be taken for the new.
    const first = startProgram({ data, cache });
    await first.address;
    await first.stop();
    await change();
    const killed = startProgram({ data, cache, breaks });
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await temporary(cache)).toHaveLength(left);

    const again = startProgram({ data, cache });
    expect((await askNames(await again.address)).names).toEqual(['new 0', 'new 1', 'new 2']);
    expect(await temporary(cache)).toEqual([]);
    expect(await again.stop()).toEqual({ code: 0, signal: null });
  });
});
