import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../src/pieces/settings.ts';
import type { DrawRequest } from '../../../src/server/pictures/draw.ts';
import { createPictures } from '../../../src/server/pictures/pictures.ts';
import { type PictureThreadOptions, pictureThread } from '../../../src/server/pictures/thread.ts';

/** A thread that does what the words of a request say. */
const PROGRAM = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ answer }) => {
  if (answer === 'crash') process.exit(1);
  if (answer === 'throw') throw new Error('secret');
  if (answer === 'hang') return;
  if (answer === 'fail') return parentPort.postMessage({ error: new Error('secret') });
  parentPort.postMessage({ bytes: new TextEncoder().encode(answer) });
});
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caytre-thread-'));
  await writeFile(join(folder, 'program.mjs'), PROGRAM);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const request = (answer: unknown): DrawRequest => ({
  piece: 'card',
  answer,
  settings: defaultSettings,
  format: 'svg',
  scale: 1,
});

function start(options: PictureThreadOptions = {}) {
  const log = { error: vi.fn() };
  const program = join(folder, 'program.mjs');
  const thread = pictureThread(log, { theme: '', fonts: [] }, { program, ...options });
  const draw = async (answer: unknown) =>
    new TextDecoder().decode(await thread.draw(request(answer)));
  return { log, thread, draw };
}

const unavailable = { problem: { code: 'PICTURE_UNAVAILABLE' } };

describe('the thread that draws pictures', () => {
  it('draws one after the other, each for whoever asked for it', async () => {
    const { thread, draw } = start();
    expect(await Promise.all(['a', 'b', 'c'].map(draw))).toEqual(['a', 'b', 'c']);
    await thread.close();
  });

  it.each(['fail', 'throw', 'crash'])(
    'goes on after a drawing that ends in "%s", and tells nobody but the log why',
    async (how) => {
      const { thread, draw, log } = start({ patience: 1_000_000 });
      const [broken, next] = await Promise.allSettled([draw(how), draw('next')]);
      expect(broken).toMatchObject({ status: 'rejected', reason: unavailable });
      expect(JSON.stringify(broken)).not.toContain('secret');
      expect(next).toEqual({ status: 'fulfilled', value: 'next' });
      expect(log.error).toHaveBeenCalledOnce();
      await thread.close();
    },
  );

  it('gives up what takes too long', async () => {
    const { thread, draw } = start({ patience: 50 });
    await expect(draw('hang')).rejects.toMatchObject({
      problem: { message: expect.stringContaining('it takes too long') },
    });
    await thread.close();
  });

  it('goes on after an answer that cannot be sent to it', async () => {
    const { thread, draw } = start();
    await expect(draw(() => 'a function')).rejects.toMatchObject(unavailable);
    expect(await draw('next')).toBe('next');
    await thread.close();
  });

  it('lets only so many wait', async () => {
    const { thread, draw } = start({ queue: 2 });
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map(draw));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ]);
    expect(results[3]).toMatchObject({
      reason: { problem: { message: expect.stringContaining('too many others') } },
    });
    await thread.close();
  });

  it('ends what is being drawn, and what waits, when the server stops', async () => {
    const { thread, draw, log } = start();
    const results = Promise.allSettled([draw('hang'), draw('b')]);
    await thread.close();
    for (const one of await results) {
      expect(one).toMatchObject({ status: 'rejected', reason: unavailable });
    }
    await expect(draw('c')).rejects.toMatchObject(unavailable);
    expect(log.error).not.toHaveBeenCalled();
  });
});

describe('pictures', () => {
  const wanted = { piece: 'card', settings: defaultSettings, format: 'svg', scale: 1 } as const;
  const ask = () => Promise.resolve({ entity: null }) as never;
  const make = (kept = 1_000) => {
    const draw = vi.fn(async (_request: DrawRequest) => new Uint8Array(100));
    return { draw, pictures: createPictures({ draw, askIn: () => ask, version: 'a', kept }) };
  };

  it('are drawn once for all who ask at a time, and kept', async () => {
    const { draw, pictures } = make();
    await Promise.all([pictures.draw(wanted), pictures.draw(wanted)]);
    await pictures.draw(wanted);
    expect(draw).toHaveBeenCalledOnce();
  });

  it('are drawn anew when there is no room for them', async () => {
    const { draw, pictures } = make(200);
    await pictures.draw(wanted);
    await pictures.draw(wanted);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('are tried anew after a failure', async () => {
    const { draw, pictures } = make();
    draw.mockRejectedValueOnce(new Error('once'));
    await expect(pictures.draw(wanted)).rejects.toThrow('once');
    expect(await pictures.draw(wanted)).toHaveLength(100);
  });

  it('have a tag for each setting, format, scale of pixels and version of the data', () => {
    const { pictures } = make();
    const other = createPictures({ draw: vi.fn(), askIn: () => ask, version: 'b' });
    const settings = { ...defaultSettings, theme: 'dark' } as const;
    const tags = [
      pictures.tag(wanted),
      pictures.tag({ ...wanted, settings }),
      pictures.tag({ ...wanted, format: 'png' }),
      pictures.tag({ ...wanted, format: 'png', scale: 2 }),
      other.tag(wanted),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    // An SVG has no pixels.
    expect(pictures.tag({ ...wanted, scale: 2 })).toBe(pictures.tag(wanted));
  });
});
