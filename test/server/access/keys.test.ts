import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKey, findKey, parseKeys } from '../../../src/server/access/keys.ts';

const parse = (...lines: readonly string[]) => parseKeys(lines.join('\n'), 'keys');
const name = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,20}$/);

describe('a key', () => {
  it('is found by itself alone, and its line does not hold it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            name,
            role: fc.constantFrom('reader', 'admin'),
            rate: fc.option(fc.integer({ min: 1, max: 9_999_999 }), { nil: undefined }),
          }),
          { minLength: 1, maxLength: 8, selector: ({ name }) => name },
        ),
        (wanted) => {
          const made = wanted.map(({ name, role, rate }) => createKey(name, role, rate));
          const { keys, problems } = parse('# ours', '', ...made.map(({ line }) => `${line} # x`));
          expect(problems).toEqual([]);
          for (const [index, { key, line }] of made.entries()) {
            expect(findKey(keys, key)).toMatchObject(wanted[index]!);
            expect(line).not.toContain(key);
            expect(line).toContain(createHash('sha256').update(key).digest('hex'));
            for (const other of [key.slice(0, -1), `${key}a`, key.toUpperCase(), ` ${key}`, '']) {
              expect(findKey(keys, other)).toBeUndefined();
            }
          }
          expect(findKey(keys, createKey('x', 'admin').key)).toBeUndefined();
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has 256 random bits', () => {
    const { key } = createKey('a', 'reader');
    expect(Buffer.from(key.replace('ctk_', ''), 'base64url')).toHaveLength(32);
    expect(createKey('a', 'reader').key).not.toBe(key);
  });
});

describe('a file of keys', () => {
  const { key, line } = createKey('one', 'reader');
  const hash = line.split(' ')[2]!;

  it('may have other ends of lines, blanks and remarks', () => {
    const { keys, problems } = parseKeys(`\ufeff\r\n  ${line.replaceAll(' ', '\t ')}  \r\n#`, 'k');
    expect(problems).toEqual([]);
    expect(keys).toHaveLength(1);
  });

  it.each([
    ['a name that is none', '-one reader', 'its name'],
    ['a long name', `${'x'.repeat(65)} reader ${hash}`, 'its name'],
    ['another role', `two writer ${hash}`, 'its role must be one of reader, admin'],
    ['no role', 'two', 'its role'],
    ['no hash', 'two reader', 'its hash'],
    ['half a hash', `two reader ${hash.slice(0, -1)}`, 'its hash'],
    ['another hash', `two reader ${hash.replace('sha256', 'md5')}`, 'its hash'],
    ['no rate at all', `two reader ${hash} 0`, 'its rate'],
    ['a broken rate', `two reader ${hash} 1.5`, 'its rate'],
    ['more', `two reader ${hash} 10 more`, 'more on the line'],
    ['the hash of another', `two reader ${hash}`, 'another key has its hash'],
    ['the name of another', createKey('one', 'admin').line, 'another key has its name'],
    ['a key for its hash', `two reader ${key}`, 'its hash'],
    ['a key alone', key, 'its role'],
  ])('is told of a line with %s, and where, without what it holds', (_what, wrong, why) => {
    const { problems } = parse(line, '', wrong);
    expect(problems).toMatchObject([{ code: 'KEY_INVALID', where: { file: 'keys', line: 3 } }]);
    expect(problems[0]!.message).toContain(why);
    expect(JSON.stringify(problems)).not.toContain(key.slice(8));
  });

  it('is told of all its mistakes at once', () => {
    expect(parse('a', line, 'b').problems.map(({ where }) => where.line)).toEqual([1, 3]);
  });
});
