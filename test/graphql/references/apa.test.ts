import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apa } from '../../../src/graphql/references/apa.ts';
import { anyArticle, bare, concluded, named } from './example.ts';

const url = 'https://example.org/bai/1';

describe('a reference in APA style', () => {
  it('has author, date, title, site and address', () => {
    const article = {
      ...bare,
      authors: [named('Minh Thu')],
      publishedOn: '2021-12-18',
      publisher: named('Báo Quốc tế'),
      address: { url, original: false },
    };
    expect(apa(article)).toBe(`Minh Thu. (2021, December 18). Tít bài. Báo Quốc tế. ${url}`);
    expect(apa(article, 4)).toBe(
      `Minh Thu. (2021, December 18). Tít bài (para. 4). Báo Quốc tế. ${url}`,
    );
  });

  it('begins with the title where nobody signs, and says that it has no date', () => {
    expect(apa(bare)).toBe('Tít bài. (n.d.).');
    expect(apa({ ...bare, title: null, name: 'Bài về hội nghị' }, 2)).toBe(
      '[Bài về hội nghị] (para. 2). (n.d.).',
    );
  });

  it('has the date at the precision known', () => {
    expect(apa({ ...bare, publishedOn: '2021' })).toBe('Tít bài. (2021).');
    expect(apa({ ...bare, publishedOn: '2021-02' })).toBe('Tít bài. (2021, February).');
    expect(apa({ ...bare, publishedOn: '2021-02-03T04:05' })).toBe('Tít bài. (2021, February 3).');
  });

  it('does not take a date on the page for that of publication', () => {
    expect(apa({ ...bare, pageDate: '2024-04-19T12:44' })).toBe(
      'Tít bài [Page dated April 19, 2024]. (n.d.).',
    );
    expect(apa({ ...bare, pageDate: '2024-04' })).toBe('Tít bài [Page dated April 2024]. (n.d.).');
    expect(apa({ ...bare, pageDate: '2024' })).toBe('Tít bài [Page dated 2024]. (n.d.).');
    expect(apa({ ...bare, pageDate: '2024', publishedOn: '2021' })).toBe('Tít bài. (2021).');
  });

  it('lists authors', () => {
    const by = (count: number) =>
      apa({ ...bare, authors: Array.from({ length: count }, (_, index) => named(`A${index}`)) });
    expect(by(2)).toBe('A0 & A1. (n.d.). Tít bài.');
    expect(by(3)).toBe('A0, A1, & A2. (n.d.). Tít bài.');
    expect(by(20)).toContain('A17, A18, & A19. ');
    expect(by(22)).toContain('A17, A18, . . . A21. ');
  });

  it('names once who is author and site', () => {
    const article = { ...bare, authors: [named('TTXVN')], publisher: named('TTXVN') };
    expect(apa(article)).toBe('TTXVN. (n.d.). Tít bài.');
  });

  it('ends no part with two marks', () => {
    const article = { ...bare, title: 'Vì sao?', authors: [named('Nguyễn A.')] };
    expect(apa(article)).toBe('Nguyễn A. (n.d.). Vì sao?');
  });

  it('says what it was taken from, with that address', () => {
    const republishedFrom = named('baoquocte.vn');
    expect(apa({ ...bare, republishedFrom })).toBe(
      'Tít bài. (n.d.). (Reprinted from baoquocte.vn)',
    );
    expect(apa({ ...bare, republishedFrom, address: { url, original: true } })).toBe(
      `Tít bài. (n.d.). (Reprinted from baoquocte.vn, ${url})`,
    );
    expect(apa({ ...bare, republishedFrom, address: { url, original: false } })).toBe(
      `Tít bài. (n.d.). ${url} (Reprinted from baoquocte.vn)`,
    );
  });

  it('brackets names that were concluded', () => {
    const article = {
      ...bare,
      authors: [concluded('An')],
      publisher: concluded('Đảng bộ'),
      republishedFrom: concluded('Báo Cà Mau'),
    };
    expect(apa(article)).toBe('[An]. (n.d.). Tít bài. [Đảng bộ]. (Reprinted from [Báo Cà Mau])');
  });

  it('says nothing of what is not known', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.option(fc.integer({ min: 1 }), { nil: undefined }),
        (one, number) => {
          const reference = apa(one, number);
          expect(reference).toContain(one.title ?? `[${one.name}]`);
          expect(reference.includes('(n.d.)')).toBe(
            one.publishedOn === null || JSON.stringify(one).includes('(n.d.)'),
          );
          expect(reference).not.toMatch(/null|undefined|NaN/);
          expect(reference.includes('(para. ')).toBe(number !== undefined);
          expect(reference.includes('Reprinted from')).toBe(
            one.republishedFrom !== null || one.address?.original === true,
          );
        },
      ),
    );
  });
});
