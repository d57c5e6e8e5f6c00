import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { logLines } from '../../src/server/log-lines.ts';

/** A pipe that is read when the test wants it, and whose writer is told when it is full. */
async function openPipe(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'caytre-log-'));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  onTestFinished(async () => {
    closeSync(pipe);
    await rm(folder, { recursive: true });
  });
  return pipe;
}

function readAll(pipe: number): string {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(1 << 16);
    try {
      chunks.push(chunk.subarray(0, readSync(pipe, chunk)));
    } catch {
      return Buffer.concat(chunks).toString();
    }
  }
}

it.skipIf(process.platform === 'win32')(
  'lines that cannot be written are lost, never waited for, and counted in the next that can',
  async () => {
    const pipe = await openPipe();
    const lines = logLines(pipe);
    const line = (number: number): string =>
      `${JSON.stringify({ number, text: 'x'.repeat(900) })}\n`;
    for (let number = 0; number < 200; number += 1) lines.write(line(number));
    const before = readAll(pipe);
    lines.write(line(200));
    lines.write(line(201));
    const after = readAll(pipe);

    // A line may have been torn where the pipe was full; it ends there, and counts as lost.
    const told = `${before}${after}`
      .split('\n')
      .filter((text) => text.startsWith('{') && text.endsWith('}'))
      .map((text) => JSON.parse(text) as { readonly number?: number; readonly lost?: number });
    const written = told.flatMap(({ number }) => number ?? []);
    const lost = told.reduce((sum, entry) => sum + (entry.lost ?? 0), 0);
    expect(lost).toBeGreaterThan(50);
    expect(written).toHaveLength(202 - lost);
    expect(written.slice(-2)).toEqual([200, 201]);
    expect(after).toContain('lines of the log were lost');
  },
);
