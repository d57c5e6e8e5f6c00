import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../src/graphql/language.ts';
import { data } from './support/api.ts';

describe('the language of a request', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
    ['en;q=0.8, vi;q=0.9', 'vi'],
    ['vi;q=0.2, en;q=0.7', 'en'],
    ['fr', 'vi'],
    ['fr, en;q=0.5', 'en'],
    ['fr;q=1, de;q=0.9, *;q=0.1', 'vi'],
    ['en;q=0', 'vi'],
    ['vi;q=0, en', 'en'],
    ['en;q=high, vi;q=0.1', 'vi'],
    ['en;q=7', 'vi'],
    [';;,,q=', 'vi'],
    ['envy', 'vi'],
  ])('of Accept-Language %j is %s', (header, language) => {
    expect(readLanguage(header)).toBe(language);
  });

  it('holds for every text that is not asked for in another', async () => {
    const query = `{
      entity(id: "person:bui-thanh-son") {
        name description aliases
        vi: name(lang: VI)
        en: name(lang: EN)
        englishAliases: aliases(lang: EN)
      }
    }`;
    const both = { vi: 'Bùi Thanh Sơn', en: 'Bui Thanh Son', englishAliases: ['Minister Son'] };
    expect(await data(query)).toEqual({
      entity: {
        ...both,
        name: 'Bùi Thanh Sơn',
        description: 'Nhà ngoại giao',
        aliases: ['Bộ trưởng Sơn'],
      },
    });
    expect(await data(query, { language: 'en' })).toEqual({
      entity: {
        ...both,
        name: 'Bui Thanh Son',
        description: 'A diplomat',
        aliases: ['Minister Son'],
      },
    });
  });
});
