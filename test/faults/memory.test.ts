import { expect, it } from 'vitest';
import { scratch, startProgram, writePeople } from './program.ts';

/** How much of what is asked is room between two words: an answer is kept by all of the text that asked for it. */
const ROOM = 250_000;

it('a server whose memory is short forgets the answers it keeps, and goes on', async () => {
  const data = await scratch();
  await writePeople(data, 'first');
  const program = startProgram({
    data,
    cache: await scratch(),
    environment: { ANSWER_CACHE: '1000', NODE_OPTIONS: '--max-old-space-size=96' },
  });
  const address = await program.address;
  /** How the answer was found. */
  const ask = async (room = '', name = 'asked'): Promise<string> => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{${room}"query":"{ ${name}: __typename }"}`,
    });
    expect(await response.json()).toMatchObject({ data: { [name]: 'Query' } });
    return /desc=(\w+)/.exec(response.headers.get('server-timing')!)![1]!;
  };
  await ask();
  const room = ' '.repeat(ROOM);
  // Much more than the heap has room for: the process would end if it did not forget.
  for (let asked = 0; asked < 300; asked += 1) {
    if (asked === 20) expect(await ask()).toBe('kept');
    await ask(room, `asked${asked}`);
  }
  expect(await ask()).toBe('made');
  expect(await ask()).toBe('kept');
  expect(await program.stop()).toEqual({ code: 0, signal: null });
});
