import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '../support/application.ts';

let application: RunningApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application?.stop());

const query = '{ entity(id: "country:jpn") { name } }';

describe('the language of an answer', () => {
  it.each([
    ['vi', 'vi', 'Nhật Bản'],
    ['fr, en-GB;q=0.9', 'en', 'Japan'],
    ['*', 'vi', 'Nhật Bản'],
  ])('is told in the headers: %s', async (accepted, language, name) => {
    const { answer, headers } = await application.ask({ query }, { 'accept-language': accepted });
    expect(answer.data.entity.name).toBe(name);
    expect(headers.get('content-language')).toBe(language);
    expect(headers.get('vary')).toContain('Accept-Language');
    expect(answer.extensions).not.toHaveProperty('language');
  });

  it('is said to be another one when it is none of those asked for', async () => {
    const { answer, headers } = await application.ask(
      { query },
      { 'accept-language': 'fr-CA, ja;q=0.5, de;q=0, "><script>' },
    );
    expect(answer.extensions.language).toEqual({ used: 'vi', asked: ['fr-ca', 'ja'] });
    expect(headers.get('content-language')).toBe('vi');
  });
});
