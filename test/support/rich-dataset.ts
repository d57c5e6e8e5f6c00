import fc from 'fast-check';
import type { Dataset } from '../../src/data/dataset.ts';
import { type TerseRecord, type TerseStatement, testDataset } from './dataset.ts';

const KINDS = ['person', 'conference', 'body', 'observation'] as const;
export const RICH_IDS: readonly string[] = Array.from(
  { length: 8 },
  (_, index) => `${KINDS[index % KINDS.length]}:n${index}`,
);
export const RICH_RELATIONS = ['partOf', 'attends', 'chairs'] as const;
export const RICH_SOURCES = ['source:a', 'source:b', 'source:c'] as const;
export const RICH_DATES = ['2020', '2021', '2021-06', '2021-06-15', '2022-01'] as const;
export const RICH_TEXTS = ['hội nghị', 'da nang', 'đà', 'an', 'chủ đề', 'zz'] as const;

const names = fc.constantFrom(
  'Đà Nẵng',
  'Da Nang',
  'Hội nghị Huế',
  'Họ Nguyễn',
  'Hồ Chí Minh',
  'An Giang',
  'Ấn Độ',
  'Hòa Bình',
);

const id = fc.constantFrom(...RICH_IDS);
const date = fc.constantFrom(...RICH_DATES);
const rank = fc.constantFrom('normal' as const, 'normal', 'preferred', 'deprecated');
const citations = fc.array(
  fc.tuple(fc.constantFrom(...RICH_SOURCES), fc.integer({ min: 1, max: 3 })),
  { minLength: 1, maxLength: 2 },
);

const more = fc
  .record({
    rank,
    citations,
    when: fc.option(fc.tuple(fc.constantFrom('at', 'from', 'to'), date), { nil: undefined }),
  })
  .map(
    ({ when, ...rest }): TerseStatement =>
      when === undefined ? rest : { ...rest, qualifiers: { [when[0]]: when[1] } },
  );

const relation = fc.tuple(id, fc.constantFrom(...RICH_RELATIONS), id, more);

const small = fc.integer({ min: 1, max: 4 });
const literal = fc.oneof(
  fc.tuple(id, fc.constant('ordinal'), small, more),
  fc.tuple(id, fc.constant('theme'), fc.constantFrom('Chủ đề 1', 'Chủ đề 2'), more),
  fc.tuple(id, fc.constant('status'), fc.constantFrom('signed', 'used'), more),
  fc.tuple(
    id,
    fc.constant('sessionCount'),
    fc.tuple(small, fc.constantFrom('exact', 'about')),
    more,
  ),
  fc.tuple(id, fc.constantFrom('startDate', 'periodStart', 'periodEnd'), date, more),
);

/** Small multigraphs in which every sort of literal, date, rank and name occurs. */
export const richDataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    fc.array(fc.oneof(relation, literal), { maxLength: 40, size: 'max' }),
    fc.array(fc.tuple(names, names, fc.array(names, { maxLength: 2 })), {
      minLength: RICH_IDS.length,
      maxLength: RICH_IDS.length,
    }),
  )
  .map(([records, named]) =>
    testDataset(
      records as readonly TerseRecord[],
      Object.fromEntries(
        RICH_IDS.map((one, index) => {
          const [vi, en, aliases] = named[index]!;
          return [one, { names: { vi, en }, aliases: { vi: aliases } }];
        }),
      ),
    ),
  );
