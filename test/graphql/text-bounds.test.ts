import { describe, expect, it } from 'vitest';
import { ask } from './support/api.ts';

describe('a text that is looked for', () => {
  it.each([
    ['query', 'search(query: $text) { totalCount }'],
    ['prefix', 'suggest(prefix: $text) { text }'],
    ['filter.text', 'entities(filter: { text: $text }) { totalCount }'],
    ['filter.not.text', 'entities(filter: { not: { text: $text } }) { totalCount }'],
  ])('is at most 500 characters long, as %s', async (argument, field) => {
    const asked = (text: string) =>
      ask(`query ($text: String!) { ${field} }`, { variables: { text } });
    for (const letter of ['v', 'đ', 'e\u0301', ' a', '\u0301']) {
      const { errors } = await asked(letter.repeat(500 / letter.length));
      expect(errors).toEqual([]);
    }
    expect((await asked('v'.repeat(501))).errors).toMatchObject([
      {
        message: `The argument "${argument}" is 501 characters long; it must be between 0 and 500.`,
        extensions: { code: 'ARGUMENT_OUT_OF_RANGE', where: { argument } },
      },
    ]);
  });
});
