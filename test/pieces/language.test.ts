import { expect, it } from 'vitest';
import { formatCount } from '../../src/pieces/language.ts';

it('counts one thing, several and many as each language does', () => {
  expect(formatCount(1, 'statement|statements', 'en')).toBe('1 statement');
  expect(formatCount(0, 'statement|statements', 'en')).toBe('0 statements');
  expect(formatCount(1_234, 'statement|statements', 'en')).toBe('1,234 statements');
  expect(formatCount(1_234, 'mệnh đề', 'vi')).toBe('1.234 mệnh đề');
});
