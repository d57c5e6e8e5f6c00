import fc from 'fast-check';
import type { Dataset } from '../../src/data/dataset.ts';
import { type TerseRecord, testDataset } from './dataset.ts';

const KINDS = ['person', 'country', 'conference', 'body', 'observation'] as const;
const RELATIONS = ['partOf', 'attends', 'chairs', 'concerns', 'holdsOffice', 'occupiedBy'] as const;
const DATES = ['startDate', 'periodStart', 'periodEnd'] as const;
const NAMES = ['Đà Nẵng', 'Da Nang', 'Huế', 'hội nghị', 'Ăn', 'Ấn Độ', 'Zimbabwe', 'Ý'] as const;
const SOURCES = ['source:a', 'source:b', 'source:c'] as const;

const ids = Array.from({ length: 7 }, (_, index) => `${KINDS[index % KINDS.length]}:n${index}`);
const id = fc.constantFrom(...ids);

const more = fc.record({
  rank: fc.constantFrom('normal', 'normal', 'normal', 'preferred', 'deprecated'),
  citations: fc.array(
    fc.tuple(fc.constantFrom(...SOURCES), fc.integer({ min: 1, max: 4 }), fc.boolean()),
    { minLength: 1, maxLength: 3 },
  ),
});

/** Of every precision, some within others; the last day of a short month among them. */
export const someDate = fc.constantFrom(
  '2021',
  '2021-02',
  '2021-02-28',
  '2021-12',
  '2021-12-18',
  '2021-12-18T12:44',
  '2022',
  '2023-04',
);

const sometimes = <T>(weight: number, some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 10 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary: some });

const when = fc
  .record({
    at: sometimes(6, someDate),
    from: sometimes(2, someDate),
    to: sometimes(2, someDate),
    capacity: sometimes(2, id),
  })
  .map(
    (qualifiers): Record<string, string> =>
      Object.fromEntries(
        Object.entries(qualifiers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
  );

const relation = fc
  .tuple(id, fc.constantFrom(...RELATIONS), id, more, when)
  .map(
    ([subject, property, object, rest, qualifiers]): TerseRecord => [
      subject,
      property,
      object,
      { ...rest, qualifiers },
    ],
  );

const literal = fc
  .tuple(id, fc.constantFrom('ordinal', 'theme'), fc.integer({ min: 1, max: 5 }), more)
  .map(
    ([subject, property, number, rest]): TerseRecord => [
      subject,
      property,
      property === 'theme' ? `Chủ đề ${number}` : number,
      rest,
    ],
  );

const date = fc
  .tuple(id, fc.constantFrom(...DATES), someDate, more, sometimes(2, when))
  .map(
    ([subject, property, value, rest, qualifiers]): TerseRecord => [
      subject,
      property,
      value,
      { ...rest, ...(qualifiers && { qualifiers }) },
    ],
  );

/** An entity that several hold at once. */
const SHARED = 'body:n3';

/** Small multigraphs: loops, parallel edges, lone nodes, names that are equal or differ by marks alone. */
export const randomDataset: fc.Arbitrary<Dataset> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: relation },
        { weight: 2, arbitrary: literal },
        { weight: 2, arbitrary: date },
      ),
      {
        maxLength: 30,
        // As many as allowed, not the few that the library likes: paths need something to go along.
        size: 'max',
      },
    ),
    fc.array(fc.constantFrom(...NAMES), { minLength: ids.length, maxLength: ids.length }),
  )
  .map(([records, names]) =>
    testDataset(
      records,
      Object.fromEntries(
        ids.map((one, index) => {
          const name = names[index]!;
          return [one, one === SHARED ? { names: { vi: name, en: name }, shared: true } : name];
        }),
      ),
    ),
  );

export const randomNode = id;
export const someNodes = fc.subarray([...ids, 'person:unknown'], { minLength: 1 });
/** Absent more often than not, so that several conditions together still leave something. */
const mostlyAbsent = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });

export const someKinds = mostlyAbsent(fc.subarray([...KINDS]));
export const someProperties = mostlyAbsent(fc.subarray([...RELATIONS, 'ordinal', 'startDate']));
export const someDirection = fc.constantFrom('out' as const, 'in' as const, 'both' as const);
