import { describe, expect, it } from 'vitest';
import { type KindTime, marksOf, type TimelineEntry } from '../../../src/pieces/timeline/marks.ts';

interface Given {
  readonly id: string;
  readonly date: string;
  readonly property: string;
  readonly qualifier?: string;
  readonly subject?: string;
  readonly begins?: string;
  readonly ends?: string;
}

const entry = ({ id, date, property, qualifier, subject = 'partnership:a', begins, ends }: Given) =>
  ({
    date,
    qualifier: qualifier ?? null,
    label: property,
    statement: {
      id,
      text: `${subject} ${property} ${date}`,
      property,
      citations: [],
      subject: {
        id: subject,
        kind: subject.split(':')[0]!,
        name: subject,
        begins: begins ?? null,
        ends: ends ?? null,
      },
    },
  }) as unknown as TimelineEntry;
const kinds = [
  {
    name: 'partnership',
    label: 'Partnership',
    time: { sort: 'MOMENT', start: ['date', 'periodStart'], end: ['date', 'periodEnd'] },
  },
  {
    name: 'conference',
    label: 'Conference',
    time: { sort: 'SPAN', start: ['startDate'], end: ['endDate'] },
  },
] as readonly KindTime[];
const tell = (entries: readonly TimelineEntry[]) =>
  marksOf(entries, kinds).map(({ from, to, sort, statements }) => [
    from,
    to,
    sort,
    statements.length,
  ]);

describe('the marks of a timeline', () => {
  it('join the two ends of a conference to one stretch, with both statements', () => {
    const subject = 'conference:a';
    expect(
      tell([
        entry({ id: '1', date: '2021-12-13', property: 'startDate', subject }),
        entry({ id: '2', date: '2021-12-18', property: 'endDate', subject }),
      ]),
    ).toEqual([['2021-12-13', '2021-12-18', 'through', 2]]);
  });

  it('tell that a partnership came about once, at some time within', () => {
    expect(
      tell([
        entry({ id: '1', date: '2021-12', property: 'periodStart' }),
        entry({ id: '2', date: '2023-12', property: 'periodEnd' }),
      ]),
    ).toEqual([['2021-12', '2023-12', 'within', 2]]);
  });

  it('know the whole stretch where only one of its ends is among the dates', () => {
    const time = { begins: '2021-12', ends: '2023-12' };
    expect(tell([entry({ id: '2', date: '2023-12', property: 'periodEnd', ...time })])).toEqual([
      ['2021-12', '2023-12', 'within', 1],
    ]);
  });

  it('leave rival ends each by itself', () => {
    const subject = 'conference:a';
    const marks = tell([
      entry({
        id: '1',
        date: '2021-12-13',
        property: 'startDate',
        subject,
        begins: '2021-12-13',
        ends: '2021-12-18',
      }),
      entry({
        id: '2',
        date: '2021-12-14',
        property: 'startDate',
        subject,
        begins: '2021-12-13',
        ends: '2021-12-18',
      }),
      entry({
        id: '3',
        date: '2021-12-18',
        property: 'endDate',
        subject,
        begins: '2021-12-13',
        ends: '2021-12-18',
      }),
    ]);
    expect(marks.map(([from, to, sort]) => [from, to, sort])).toEqual([
      ['2021-12-13', '2021-12-13', 'at'],
      ['2021-12-14', '2021-12-14', 'at'],
      ['2021-12-18', '2021-12-18', 'at'],
    ]);
  });

  it('join the qualifiers from and to of one statement, and say the statement', () => {
    const subject = 'person:a';
    const [mark] = marksOf(
      [
        entry({ id: '1', date: '2021', property: 'holdsOffice', qualifier: 'from', subject }),
        entry({ id: '1', date: '2024', property: 'holdsOffice', qualifier: 'to', subject }),
      ],
      kinds,
    );
    expect(mark).toMatchObject({
      from: '2021',
      to: '2024',
      sort: 'through',
      label: 'person:a holdsOffice 2021',
    });
    expect(mark!.statements).toHaveLength(1);
  });
});
