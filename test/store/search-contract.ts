import { describe, expect, it } from 'vitest';
import type { EntitiesRequest, GraphStore, SearchHit, SearchPage } from '../../src/store/port.ts';
import { testDataset } from '../support/dataset.ts';
import type { MakeStore } from './contract.ts';
import { asking, expectList } from './walk.ts';

const dataset = testDataset(
  [
    ['conference:hoi-nghi-31', 'theme', 'Tiên phong, toàn diện, hiện đại'],
    ['body:bo-ngoai-giao', 'number', '59-NQ/TW'],
  ],
  {
    'person:bui-thanh-son': {
      names: { vi: 'Bùi Thanh Sơn', en: 'Bui Thanh Son' },
      aliases: { vi: ['Ông Sơn'] },
      description: { vi: 'Nhà ngoại giao', en: 'Diplomat' },
    },
    'person:bui-thanh-son-2': { names: { vi: 'Bùi Thành Sơn', en: 'Bui Thanh Son II' } },
    'person:other': {
      names: { vi: 'Nguyễn Văn A', en: 'Nguyen Van A' },
      description: { vi: 'Làm việc với Bùi Thanh Sơn', en: 'Works with Bui Thanh Son' },
    },
    'body:bo-ngoai-giao': {
      names: { vi: 'Bộ Ngoại giao', en: 'Ministry of Foreign Affairs' },
      aliases: { en: ['MOFA'] },
    },
    'country:vnm': { names: { vi: 'Việt Nam', en: 'Viet Nam' } },
    'body:dang': { names: { vi: 'Đảng Cộng sản Việt Nam', en: 'Communist Party of Viet Nam' } },
    'country:jpn': {
      names: { vi: 'Nhật Bản', en: 'Land of the Rising Sun in 2021' },
      codes: { alpha2: 'JP', alpha3: 'JPN' },
    },
    'body:japanists': { names: { vi: 'Hội Nhật Bản học', en: 'Japanists' } },
    'conference:hoi-nghi-31': { names: { vi: 'Hội nghị 31', en: '31st Conference' } },
    'conference:hoi-nghi-32': { names: { vi: 'Hội nghị 32', en: '32nd Conference' } },
    'conference:nghi-quyet': { names: { vi: 'Bàn về nghị quyết lớn', en: 'On a resolution' } },
    'body:nghi-quyet': { names: { vi: 'Nghị quyết', en: 'Resolution' } },
    'body:ban-ve': { names: { vi: 'Ban vệ', en: 'Guard' } },
    'conference:hoa': { names: { vi: 'Hòa bình', en: 'Peace' } },
  },
);

/** Which words find what, and what comes first. */
export function searchContract(makeStore: MakeStore): void {
  const ask = async (query: string, kinds?: readonly string[]): Promise<SearchHit[]> => {
    const store = await makeStore(dataset);
    const page = await asking(
      store.search,
      kinds === undefined ? { query } : { query, filter: { kinds } },
    )({
      first: 50,
    });
    expect(page.totalCount).toBe(page.items.length);
    return page.items.map(({ value }) => value);
  };
  const ids = async (query: string, kinds?: readonly string[]): Promise<string[]> =>
    (await ask(query, kinds)).map(({ entity }) => entity.id);

  describe('search', () => {
    it.each([
      ['Bùi Thanh Sơn', 'person:bui-thanh-son'],
      ['Bui Thanh Son', 'person:bui-thanh-son'],
      ['bùi thanh sơn', 'person:bui-thanh-son'],
      ['Bùi Thanh Sơn'.normalize('NFD'), 'person:bui-thanh-son'],
      ['Bùi Thành Sơn', 'person:bui-thanh-son-2'],
      ['Bui Thnh Son', 'person:bui-thanh-son'],
      ['Bui Tahnh Son', 'person:bui-thanh-son'],
      ['Nhat Bna', 'country:jpn'],
      ['Mniistry', 'body:bo-ngoai-giao'],
      ['Bùi Thanh S', 'person:bui-thanh-son'],
      ['Bộ trưởng Bùi Thanh Sơn', 'person:bui-thanh-son'],
      ['ông sơn', 'person:bui-thanh-son'],
      ['mofa', 'body:bo-ngoai-giao'],
      ['ngoại giao', 'body:bo-ngoai-giao'],
      ['Ðảng', 'body:dang'],
      ['dang cong san', 'body:dang'],
      ['viet', 'country:vnm'],
      ['nhật', 'country:jpn'],
      ['hội nghị 32', 'conference:hoi-nghi-32'],
      ['hoà bình', 'conference:hoa'],
      ['toàn diện hiện đại', 'conference:hoi-nghi-31'],
      ['59-NQ', 'body:bo-ngoai-giao'],
      ['Foreign Affairs Zzzz', 'body:bo-ngoai-giao'],
    ])('%s finds first %s', async (query, expected) => {
      expect((await ids(query))[0]).toBe(expected);
    });

    it.each(['', '   ', '…', 'qqqq', '33', '2022'])('%j finds nothing', async (query) => {
      expect(await ids(query)).toEqual([]);
    });

    it('puts words as typed before mistyped ones, also such as every object of JavaScript has', async () => {
      const store = await makeStore(
        testDataset([], {
          'body:mistyped': { names: { vi: 'constructar bridge of the north', en: 'x' } },
          'body:typed': {
            names: { vi: 'constructor of roads', en: 'y' },
            aliases: { en: ['bridge builders'] },
          },
        }),
      );
      const page = await asking(store.search, { query: 'constructor bridge' })({ first: 9 });
      const found = page.items.map(({ value }) => value.entity.id);
      expect(found).toEqual(['body:typed', 'body:mistyped']);
    });

    it('takes a mark by itself for no word', async () => {
      expect(await ids('Viet Nam \u2764\ufe0f')).toEqual(await ids('Viet Nam'));
      expect(await ids('Viet Nam \u0301')).toEqual(await ids('Viet Nam'));
    });

    it('takes two letters for swapped only where what is typed begins no word', async () => {
      expect(await ids('viet nma')).toEqual(await ids('viet nam'));
      const named = (...names: readonly string[]) =>
        makeStore(
          testDataset(
            [],
            Object.fromEntries(
              names.map((name) => [`body:${name}`, { names: { vi: name, en: name } }]),
            ),
          ),
        );
      const found = async (store: GraphStore, query: string) =>
        (await asking(store.search, { query })({ first: 9 })).items.map(
          ({ value }) => value.entity.id,
        );
      expect(await found(await named('for'), 'fro')).toEqual(['body:for']);
      // A name as a whole may be a letter away, whatever begins so.
      expect(await found(await named('for', 'from'), 'fro')).toEqual(['body:for', 'body:from']);
      expect(await found(await named('for it', 'from'), 'fro')).toEqual(['body:from']);
      expect(await found(await named('on', 'a12'), 'no')).toEqual([]);
      expect(await found(await named('on', 'a12'), 'a21')).toEqual([]);
    });

    it('puts a name before a description, and the best first', async () => {
      const hits = await ask('Bùi Thanh Sơn');
      expect(hits.map(({ entity }) => entity.id)).toEqual([
        'person:bui-thanh-son',
        'person:bui-thanh-son-2',
        'person:other',
      ]);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    });

    it('puts a name that goes on as typed before one that is a part of it, if the marks agree', async () => {
      const parts = ['body:ban-ve', 'body:nghi-quyet'];
      expect(await ids('bàn về nghị quyết')).toEqual(['conference:nghi-quyet', ...parts]);
      expect(await ids('ban ve nghi quyet')).toEqual(['conference:nghi-quyet', ...parts]);
      expect(await ids('bạn vẽ nghị quyết')).toEqual([...parts, 'conference:nghi-quyet']);
      expect(await ids('về nghị quyết')).toEqual(['body:nghi-quyet', 'conference:nghi-quyet']);
    });

    it('takes words not yet typed to the end', async () => {
      expect(await ids('hội ngh 31')).toEqual(['conference:hoi-nghi-31']);
      expect(await ids('hội nghị 3')).toEqual(['conference:hoi-nghi-31', 'conference:hoi-nghi-32']);
    });

    it('puts first what begins with the marks that are typed', async () => {
      expect(await ids('nhâ')).toEqual(['country:jpn', 'body:japanists', 'person:bui-thanh-son']);
      expect((await ids('Bùi Thà'))[0]).toBe('person:bui-thanh-son-2');
      expect((await ids('Bùi Tha'))[0]).toBe('person:bui-thanh-son');
    });

    it('keeps to the kinds asked for', async () => {
      expect(await ids('việt nam', ['country'])).toEqual(['country:vnm']);
      expect(await ids('việt nam', [])).toEqual([]);
    });

    it('tells what matched', async () => {
      const [hit] = await ask('bui thanh son');
      expect(hit?.matched).toEqual(['Bùi Thanh Sơn', 'Bui Thanh Son']);
      const [theme] = await ask('tiên phong');
      expect(theme?.matched).toEqual(['Tiên phong, toàn diện, hiện đại']);
      const [scattered] = await ask('Bộ ngoại giao MOFA');
      expect(scattered?.matched).toEqual(['Bộ Ngoại giao', 'MOFA']);
    });

    it.each([
      ['bùi thanh sơn', 'exact', 'name'],
      ['Bui Thanh Son', 'exact', 'name'],
      ['ông sơn', 'exact', 'alias'],
      ['Nhà ngoại giao', 'exact', 'description'],
      ['tiên phong toàn diện hiện đại', 'exact', 'statement'],
      ['JP', 'exact', 'code'],
      ['jpn', 'exact', 'code'],
      ['Đảng Cộng sản Việt', 'beginning', 'name'],
      ['thanh sơn', 'words', 'name'],
      ['dang nam', 'words', 'name'],
      // A name and an alias, scattered; and the same with other marks.
      ['Bộ MOFA', 'words', 'alias'],
      ['giao foreign', 'words', 'name'],
      ['giáo affairs mof', 'other-marks', 'name'],
      ['Bộ trưởng Bùi Thanh Sơn', 'named', 'name'],
      ['Đại sứ Ông Sơn', 'named', 'alias'],
      ['Bùi Thanh S', 'prefix', 'name'],
      ['hội ngh 31', 'prefix', 'name'],
      ['bùi than', 'prefix', 'name'],
      ['bủi than', 'other-marks', 'name'],
      ['thánh són', 'other-marks', 'name'],
      ['bùi thánh sòn', 'other-marks', 'name'],
      ['Bi Thanh Sơn', 'typo', 'name'],
      ['bui thanhson', 'typo', 'name'],
      ['Mniistry', 'typo', 'name'],
      ['Foreign Affairs Zzzz', 'some', 'name'],
    ] as const)('tells how %s is found: %s, by its %s', async (query, grade, field) => {
      const store = await makeStore(dataset);
      const [answer] = await store.search([{ query, page: { first: 1 } }]);
      const { best, items } = answer as SearchPage;
      expect([best, items[0]?.value.grade, items[0]?.value.field]).toEqual([grade, grade, field]);
    });

    it('tells how the best of what a filter leaves is found, whatever the page', async () => {
      const store = await makeStore(dataset);
      const best = async (query: string, more: object) => {
        const [answer] = await store.search([{ query, page: { first: 1 }, ...more }]);
        return (answer as SearchPage).best;
      };
      expect(await best('Bùi Thanh Sơn', { page: { last: 1 } })).toBe('exact');
      expect(await best('Bùi Thanh Sơn', { filter: { ids: ['person:other'] } })).toBe('words');
      expect(await best('Bùi Thanh Sơn', { filter: { kinds: ['country'] } })).toBe(null);
      expect(await best('qqqq', {})).toBe(null);
    });

    it('takes a code only whole and alone', async () => {
      expect(await ids('JPN')).toEqual(['country:jpn']);
      expect((await ask('JPN'))[0]?.matched).toEqual(['JPN']);
      expect((await ask('jp'))[0]?.matched).toEqual(['JP']);
      expect(await ids('jpm')).toEqual([]);
      expect(await ids('JPN Zzzz')).toEqual([]);
    });

    it('finds a name with a letter amiss, also in short words, before what has words that begin so', async () => {
      for (const slip of ['Bi Thanh Sơn', 'Bùii Thanh Sơn', 'Bùi Thanhs ơn', 'buithanhson']) {
        expect((await ids(slip))[0]).toBe('person:bui-thanh-son');
      }
      for (const slip of ['viet am', 'vit nam', 'Vieet Nam', 'Veit Nam', 'vietnam']) {
        expect((await ids(slip))[0]).toBe('country:vnm');
      }
      // A number with another digit is another number.
      expect(await ids('Hội nghị 33')).not.toContain('conference:hoi-nghi-33');
    });

    it('puts what is called so before what is only about it', async () => {
      const store = await makeStore(
        testDataset([], {
          'conference:31': {
            names: { vi: 'Hội nghị Ngoại giao lần thứ 31', en: '31st Diplomatic Conference' },
            aliases: { vi: ['Hội nghị Ngoại giao 31'] },
          },
          'body:about': { names: { vi: 'Hội nghị 31 phát huy rất nhiều ý kiến', en: 'About it' } },
        }),
      );
      const { items } = await asking(store.search, { query: 'hội nghị 31' })({ first: 9 });
      expect(items.map(({ value }) => value.entity.id)).toEqual(['conference:31', 'body:about']);
    });

    it('finds for a filter only what has all words', async () => {
      const store = await makeStore(dataset);
      const listed = async (request: Omit<EntitiesRequest, 'page'>) =>
        (await asking(store.entityPages, request)({ first: 50 })).items.map(
          ({ value }) => value.id,
        );
      const filtered = (text: string) => listed({ filter: { text }, order: 'relevance' });
      for (const query of ['bui thanh son', 'Bùi Thanh S', 'Bi Thanh Sơn', 'jpn', 'Bộ MOFA']) {
        expect(await filtered(query)).toEqual(await ids(query));
      }
      for (const query of ['Foreign Affairs Zzzz', 'Bộ trưởng Bùi Thanh Sơn']) {
        expect(await filtered(query)).toEqual([]);
        expect(await ids(query)).not.toEqual([]);
        const found = await listed({ filter: { searched: query } });
        expect(new Set(found)).toEqual(new Set(await ids(query)));
      }
    });

    it.each([1, 2, 3])('pages by %d', async (size) => {
      const store = await makeStore(dataset);
      await expectList(asking(store.search, { query: 'nam' }), await ask('nam'), size);
      await expectList(asking(store.search, { query: 'hội nghị' }), await ask('hội nghị'), size);
    });
  });
}
