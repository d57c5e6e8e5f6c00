import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type Problem, problem } from '../../errors/problem.ts';

const roles = ['reader', 'admin'] as const;
/** What a key may do: ask, or also what is for those who run the server. */
export type Role = (typeof roles)[number];

/** What the server knows of a key. The key itself it never has. */
export interface Key {
  readonly name: string;
  readonly role: Role;
  /** Requests a minute; what holds for all where it is missing. */
  readonly rate: number | undefined;
  /** SHA-256 of the key. */
  readonly digest: Buffer;
}

/** 256 random bits, which nobody guesses; so that a plain hash keeps them. */
const KEY = /^ctk_[\w-]{43}$/;
const NAME = /^[a-z\d][\w.-]{0,63}$/i;
const DIGEST = /^sha256:([\da-f]{64})$/;
const RATE = /^[1-9]\d{0,6}$/;
/** Each is compared with what is given, so that there is an end to them. */
const MOST_KEYS = 1_000;

const digestOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A new key, and its line for the file. */
export function createKey(
  name: string,
  role: Role,
  rate?: number,
): { readonly key: string; readonly line: string } {
  const key = `ctk_${randomBytes(32).toString('base64url')}`;
  const line = [name, role, `sha256:${digestOf(key).toString('hex')}`, ...(rate ? [rate] : [])];
  return { key, line: line.join(' ') };
}

/** Why a text cannot be the name of a key. */
export const faultOfName = (name: string): string | undefined =>
  NAME.test(name)
    ? undefined
    : 'its name must begin with a letter or digit and have up to 64 letters, digits, dots, dashes and underscores';

/** Looks for the key among all; takes as long whether it is there or not, and wherever it is. */
export function findKey(keys: readonly Key[], given: string): Key | undefined {
  if (!KEY.test(given)) return undefined;
  const digest = digestOf(given);
  let found: Key | undefined;
  for (const key of keys) {
    if (timingSafeEqual(key.digest, digest)) found = key;
  }
  return found;
}

/** Reads the lines of a file of keys; all that is wrong with them is told at once. */
export function parseKeys(
  text: string,
  file: string,
): { readonly keys: readonly Key[]; readonly problems: readonly Problem[] } {
  const keys: Key[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const words = line.replace(/^\ufeff|#.*$/g, '').trim();
    if (words === '') continue;
    const key = readLine(words.split(/\s+/));
    const fault = typeof key === 'string' ? key : faultAmong(keys, key);
    if (fault !== undefined) {
      problems.push(problem('KEY_INVALID', { why: fault }, { file, line: index + 1 }));
    } else if (typeof key !== 'string') {
      keys.push(key);
    }
  }
  return { keys, problems };
}

/** The key of a line, or what is wrong with it. What a line holds is not repeated: it could be a key. */
function readLine([name = '', role, digest = '', rate, ...more]: readonly string[]): Key | string {
  const fault = faultOfName(name);
  if (fault !== undefined) return fault;
  const known = roles.find((one) => one === role);
  if (known === undefined) return `its role must be one of ${roles.join(', ')}`;
  const hex = DIGEST.exec(digest)?.[1];
  if (hex === undefined) return 'its hash must be "sha256:" and 64 hexadecimal digits';
  if (rate !== undefined && !RATE.test(rate)) return 'its rate must be a whole number from 1';
  if (more.length > 0) return 'there is more on the line';
  return {
    name,
    role: known,
    rate: rate === undefined ? undefined : Number(rate),
    digest: Buffer.from(hex, 'hex'),
  };
}

function faultAmong(keys: readonly Key[], { name, digest }: Key): string | undefined {
  if (keys.some((key) => key.name === name)) return 'another key has its name';
  if (keys.some((key) => key.digest.equals(digest))) return 'another key has its hash';
  return keys.length >= MOST_KEYS ? `there are more than ${MOST_KEYS}` : undefined;
}
