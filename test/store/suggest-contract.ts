import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProblemError } from '../../src/errors/problem.ts';
import type { Entity } from '../../src/ontology/model.ts';
import type { Suggestion, SuggestionsRequest } from '../../src/store/port.ts';
import { fold } from '../../src/util/fold.ts';
import { testDataset } from '../support/dataset.ts';
import { richDataset } from '../support/rich-dataset.ts';
import type { MakeStore } from './contract.ts';
import { anyDate } from './find-contract.ts';
import { byName, FindOracle } from './find-oracle.ts';

const dataset = testDataset(
  [
    ['person:ho', 'attends', 'conference:hoi-nghi'],
    ['person:ho', 'chairs', 'conference:hoi-nghi'],
    ['body:ho', 'attends', 'conference:hoi-nghi'],
    ['body:ho', 'partOf', 'country:vnm'],
    ['body:ho', 'concerns', 'country:vnm'],
    ['body:ho', 'attends', 'conference:hoa'],
  ],
  {
    'person:ho': {
      names: { vi: 'Hồ Chí Minh', en: 'Ho Chi Minh' },
      aliases: { vi: ['Bác Hồ', 'Nguyễn Ái Quốc'] },
    },
    'body:ho': { names: { vi: 'Họ Nguyễn', en: 'The Nguyen Family' } },
    'country:vnm': { names: { vi: 'Việt Nam', en: 'Viet Nam' } },
    'conference:hoi-nghi': { names: { vi: 'Hội nghị Ngoại giao', en: 'Diplomatic Conference' } },
    'conference:hoa': { names: { vi: 'Hòa bình', en: 'Peace' } },
    'body:dang': { names: { vi: 'Đảng', en: 'Party' } },
    'body:dan': { names: { vi: 'Dân', en: 'People' } },
  },
);

/** What is suggested while somebody types. */
export function suggestContract(makeStore: MakeStore): void {
  const ask = async (prefix: string, more: Partial<SuggestionsRequest> = {}) => {
    const store = await makeStore(dataset);
    const [answer] = await store.suggestions([{ prefix, limit: 10, ...more }]);
    if (answer === null || answer === undefined || answer instanceof Error) throw answer;
    return answer;
  };
  const ids = async (prefix: string, more?: Partial<SuggestionsRequest>) =>
    (await ask(prefix, more)).map(({ entity }) => entity.id);

  describe('suggestions', () => {
    it.each([
      // Nothing is marked: the best connected first.
      ['ho', ['body:ho', 'conference:hoi-nghi', 'person:ho', 'conference:hoa']],
      ['HO', ['body:ho', 'conference:hoi-nghi', 'person:ho', 'conference:hoa']],
      ['hồ', ['person:ho', 'body:ho', 'conference:hoi-nghi', 'conference:hoa']],
      ['hồ'.normalize('NFD'), ['person:ho', 'body:ho', 'conference:hoi-nghi', 'conference:hoa']],
      ['họ', ['body:ho', 'conference:hoi-nghi', 'person:ho', 'conference:hoa']],
      // The tone is still to come.
      ['hô', ['conference:hoi-nghi', 'person:ho', 'body:ho', 'conference:hoa']],
      ['hoà', ['conference:hoa']],
      ['hòa', ['conference:hoa']],
      ['hò', ['conference:hoa', 'person:ho', 'body:ho', 'conference:hoi-nghi']],
      ['đ', ['body:dang', 'conference:hoi-nghi', 'body:dan']],
      ['Ðảng', ['body:dang']],
      ['dan', ['body:dan', 'body:dang']],
      // An alias that begins so before a later word; several words, the last of them begun.
      ['nghị', ['conference:hoi-nghi']],
      ['ngu', ['person:ho', 'body:ho']],
      ['hoi nghi ng', ['conference:hoi-nghi']],
      ['hội ngh', ['conference:hoi-nghi']],
      ['conf', ['conference:hoi-nghi']],
      // A word that was left is whole.
      ['ho ', ['body:ho', 'person:ho']],
      ['viet  nam.', ['country:vnm']],
      ['', []],
      [' – ', []],
      // A mark is no word, be it an accent or what colours a sign.
      ['\u0301', []],
      ['ho \u2764\ufe0f', ['body:ho', 'person:ho']],
      ['minh ho', []],
      ['zz', []],
    ])('for %j are %j', async (prefix, expected) => {
      expect(await ids(prefix)).toEqual(expected);
    });

    it('tell the name or alias that begins so', async () => {
      const text = async (prefix: string) => (await ask(prefix))[0]?.text;
      expect(await text('chi')).toBe('Hồ Chí Minh');
      expect(await text('bac')).toBe('Bác Hồ');
      expect(await text('the')).toBe('The Nguyen Family');
      expect(await text('ái')).toBe('Nguyễn Ái Quốc');
    });

    it('begin with what is called just so, be it the least connected', async () => {
      const store = await makeStore(
        testDataset([['body:hub', 'partOf', 'country:vnm']], {
          'body:hub': { names: { vi: 'Hội Nhật Bản học', en: 'Japan Society' } },
          'country:jpn': { names: { vi: 'Nhật Bản', en: 'Land' }, aliases: { en: ['Japan'] } },
          'country:vnm': { names: { vi: 'Việt Nam', en: 'Viet Nam' } },
        }),
      );
      const suggested = async (prefix: string) => {
        const [answer] = await store.suggestions([{ prefix, limit: 10 }]);
        return (answer as readonly Suggestion[]).map(({ entity }) => entity.id);
      };
      for (const whole of ['nhat ban', 'Nhật Bản', 'japan', 'Japan ']) {
        expect(await suggested(whole)).toEqual(['country:jpn', 'body:hub']);
      }
      // And with what begins so; of those that do, the best connected.
      for (const part of ['nhat b', 'nhật']) {
        expect(await suggested(part)).toEqual(['country:jpn', 'body:hub']);
      }
      expect(await suggested('jap')).toEqual(['body:hub', 'country:jpn']);
    });

    it('put short names before long ones', async () => {
      const store = await makeStore(
        testDataset([['body:hub', 'partOf', 'country:vnm']], {
          'body:hub': {
            names: { vi: 'Brazil và Việt Nam', en: 'Brazil is a partner of Viet Nam' },
          },
          'country:bra': { names: { vi: 'Bra-xin', en: 'Brazil of South America' } },
          'country:vnm': { names: { vi: 'Việt Nam', en: 'Viet Nam' } },
        }),
      );
      const suggested = async (prefix: string) => {
        const [answer] = await store.suggestions([{ prefix, limit: 10 }]);
        return (answer as readonly Suggestion[]).map(({ entity, text }) => [entity.id, text]);
      };
      expect(await suggested('brazil ')).toEqual([
        ['body:hub', 'Brazil và Việt Nam'],
        ['country:bra', 'Brazil of South America'],
      ]);
      expect(await suggested('brazil i')).toEqual([
        ['body:hub', 'Brazil is a partner of Viet Nam'],
      ]);
      expect(await suggested('b')).toEqual([
        ['body:hub', 'Brazil và Việt Nam'],
        ['country:bra', 'Bra-xin'],
      ]);
    });

    it('keep to kinds and to the limit', async () => {
      expect(await ids('ho', { kinds: ['person', 'conference'], limit: 2 })).toEqual([
        'conference:hoi-nghi',
        'person:ho',
      ]);
      expect(await ids('ho', { kinds: [] })).toEqual([]);
      const store = await makeStore(dataset);
      for (const limit of [0, 1.5, 1e9]) {
        const [answer] = await store.suggestions([{ prefix: 'ho', limit }]);
        expect((answer as ProblemError).problem.code).toBe('ARGUMENT_OUT_OF_RANGE');
      }
    });

    it('are what a scan of all names finds, as of any date', async () => {
      const prefix = fc.constantFrom(
        'h',
        'ho',
        'hoi ng',
        'd',
        'da n',
        'an',
        'b',
        'minh',
        'ho ',
        'da nang',
        'an giang',
      );
      await fc.assert(
        fc.asyncProperty(richDataset, prefix, anyDate, async (random, typed, asOf) => {
          const store = await makeStore(random);
          const oracle = new FindOracle(random, () => [], asOf);
          const begins = (text: string): boolean => {
            const words = fold(text).split(/[^a-z0-9]+/);
            return words.some((_, start) => `${words.slice(start).join(' ')} `.startsWith(typed));
          };
          const textsOf = ({ names, aliases }: Entity) => [
            ...[names.vi, names.en],
            ...(aliases?.vi ?? []),
            ...(aliases?.en ?? []),
          ];
          /** How good the best text of an entity is: just so, a beginning, or a word inside; and short or long. */
          const goodness = (entity: Entity) =>
            Math.max(
              ...textsOf(entity)
                .filter(begins)
                .map((text) => {
                  const words = fold(text).split(/[^a-z0-9]+/);
                  const isAll = words.join(' ') === typed.trim();
                  const isStart = `${words.join(' ')} `.startsWith(typed);
                  return Number(isAll) * 4 + Number(isStart) * 2 + Number(words.length <= 4);
                }),
            );
          const expected = oracle
            .entities()
            .filter((entity) => textsOf(entity).some(begins))
            .sort(
              (a, b) =>
                goodness(b) - goodness(a) ||
                oracle.degree(b.id) - oracle.degree(a.id) ||
                byName(a, b),
            )
            .slice(0, 4);
          const [answer] = await store.suggestions([
            { prefix: typed, limit: 4, ...(asOf === undefined ? {} : { asOf }) },
          ]);
          const suggested = answer as readonly Suggestion[];
          expect(suggested.map(({ entity }) => entity)).toEqual(expected);
          for (const { text } of suggested) expect(begins(text)).toBe(true);
        }),
      );
    });
  });
}
