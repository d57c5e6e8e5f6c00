import { expect } from 'vitest';
import { apiCodes } from '../../support/api-codes.ts';
import type { Reply } from './server.ts';

/** What no answer may hold: files, stacks, the names of what the server is made of. */
const LEAKS =
  /node_modules|\.[cm]?[jt]s\b|file:\/\/|\bat .{1,80}:\d+:\d+|FST_|ERR_|HPE_|INTERNAL|fastify|apollo(?!-require-preflight|-operation-name)/i;

/** The codes of the errors, each documented; nothing of the machine shows, and no failure of the server. */
export function soundCodes({ status, text, answer }: Reply, told: string): string[] {
  expect(status, `${told}\n${text.slice(0, 1_000)}`).toBeLessThan(500);
  const leak = LEAKS.exec(text) ?? (text.includes(process.cwd()) ? [process.cwd()] : null);
  expect(leak?.[0], `${told}\n${text.slice(0, 1_000)}`).toBeUndefined();
  expect(typeof answer, `${told}\n${text.slice(0, 1_000)}`).toBe('object');
  type Told = { message: string; extensions?: { code?: string } };
  return (answer.errors ?? []).map(({ message, extensions }: Told) => {
    expect(message.length, told).toBeLessThanOrEqual(1_000);
    expect(message, told).not.toBe('');
    expect(apiCodes, `${told}\n${text.slice(0, 1_000)}`).toContain(extensions?.code);
    return extensions!.code!;
  });
}
