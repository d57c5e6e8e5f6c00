import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOf } from '../../../src/server/answers/key.ts';

/** What an answer depends on, in a form that can be compared. */
interface Told {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly preflight: string | undefined;
  readonly named: string | undefined;
  readonly type: string | undefined;
  readonly accept: string | undefined;
  readonly language: 'vi' | 'en';
  readonly missed: readonly string[] | undefined;
  readonly text: string;
}

const header = fc.constantFrom(undefined, '', 'true', 'application/json', 'vi', 'GET');
const told: fc.Arbitrary<Told> = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST'),
  preflight: header,
  named: header,
  type: header,
  accept: header,
  language: fc.constantFrom('vi', 'en'),
  missed: fc.constantFrom(undefined, ['fr'], ['fr', 'de']),
  text: fc.constantFrom(
    '',
    '?query={a}',
    '\n',
    'vi\n',
    'true\n?query={a}',
    '\nundefined\n{"query":"{a}"}',
  ),
});

const key = ({ method, preflight, named, type, accept, language, missed, text }: Told): string =>
  keyOf(
    {
      method,
      headers: {
        'apollo-require-preflight': preflight,
        'x-apollo-operation-name': named,
        'content-type': type,
        accept,
      },
    },
    { language, missed },
    text,
  );

/** The same, without what makes no difference: how a GET shows that no form sent it, and whether its body is wanted. */
const plain = ({ method, preflight, named, type, accept, ...rest }: Told) => ({
  ...rest,
  method: method === 'POST' ? 'POST' : 'GET',
  shown: Boolean(preflight) || Boolean(named),
  type: type ?? 'undefined',
  accept: accept ?? 'undefined',
});

it('is the same for two requests only where all is the same that their answers depend on', () => {
  fc.assert(
    fc.property(told, told, (one, other) => {
      const areSame = JSON.stringify(plain(one)) === JSON.stringify(plain(other));
      expect(key(one) === key(other)).toBe(areSame);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(told, header, (one, other) => {
      expect(key(one) === key({ ...one, accept: other })).toBe(one.accept === other);
    }),
  );
});
