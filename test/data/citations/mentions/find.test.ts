import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../../../src/data/citations/mentions/find.ts';
import type { MentionClass } from '../../../../src/data/citations/mentions/mention.ts';

/** What is found of a class in the first of the paragraphs of one article. */
const found = (mentionClass: MentionClass, ...paragraphs: string[]): string[] =>
  (findMentions([paragraphs])[0]?.[0] ?? [])
    .filter((mention) => mention.class === mentionClass)
    .map(({ start, end }) => paragraphs[0]!.slice(start, end));

describe('dates', () => {
  test.each([
    ['sáng 19/12, chiều 6/1', ['19/12', '6/1']],
    ['(03/02/1930 - 03/02/2024)', ['03/02/1930', '03/02/2024']],
    ['ngày 1-2-2003, 4.5.2006', ['1-2-2003', '4.5.2006']],
    ['lúc 12:44, 19/04/2024 09:05', ['12:44', '19/04/2024', '09:05']],
    ['từ 9h30 đến 11h', ['9h30', '11h']],
    ['2024-04-19T12:44', ['2024-04-19T12:44']],
    ['ngày 15 tháng 12 năm 2021', ['15 tháng 12 năm 2021']],
    ['tháng 12 năm 2021, tháng 7/2022', ['12 năm 2021', '7/2022']],
    ['từ 15-18/12', ['15-18/12']],
    ['nhiệm kỳ 2021-2025, 2026 – 2030', ['2021-2025', '2026 – 2030']],
    ['cho 2-3 năm tới', ['2-3']],
    ['năm 2023 và 2030, tầm nhìn 2045', ['2023', '2030', '2045']],
    ['Thứ Sáu, ngày 5; tháng Mười', ['Thứ Sáu', '5', 'Mười']],
    ['có 2000 người, 1999 USD, 45 khách', []],
    ['19/123, 40/50, 2.024', []],
  ])('%s', (text, expected) => {
    expect(found('date', text)).toEqual(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['hơn 1.250 người, 2,5 lần', ['1.250', '2,5']],
    ['tăng 5,2% hay 10 phần trăm', ['5,2%', '10 phần trăm']],
    ['gần 800 tỷ USD, 6 triệu dân', ['800 tỷ', '6 triệu']],
    ['có 2000 người, 60-70 khách', ['2000', '60-70']],
    ['lần thứ 31, khóa 77, kỳ họp 5.', ['31', '77', '5']],
    ['lần thứ XIII, khóa XVIII, lần thứ V', ['XIII', 'XVIII', 'V']],
    ['LẦN THỨ XI, VI PHẠM, Đội X', ['XI']],
    ['số 25-CT/TW và 35/2020/NQ-CP', ['25-CT/TW', '35/2020/NQ-CP']],
    ['1. Mở đầu với 2 đoàn', ['2']],
    ['2) Mở đầu', []],
    ['sau Covid-19, G20 và 5G', []],
  ])('%s', (text, expected) => {
    expect(found('number', text)).toEqual(expected);
  });
});

describe('spelled numbers', () => {
  test.each([
    ['suốt chín phiên, ba trụ cột, ba “trụ cột”', ['chín', 'ba', 'ba']],
    ['sau hai năm, năm năm sau', ['hai', 'năm']],
    ['rút ra năm bài học', ['năm']],
    ['những năm nước rút, 35 năm đổi thay, năm ngày lễ', ['35']],
    ['mười năm, mười hai nước, hai mươi ba', ['mười', 'mười hai', 'hai mươi ba']],
    ['hai trăm linh năm nghìn, ba tỷ', ['hai trăm linh năm nghìn', 'ba tỷ']],
    ['hàng nghìn dự án, hàng chục tỷ USD', ['hàng nghìn', 'hàng chục tỷ']],
    ['nửa nhiệm kỳ và nửa vời', ['nửa']],
    ['thứ nhất và thứ hai', ['nhất', 'hai']],
    ['Một là, làm nhanh', ['Một']],
    ['Mười một là, làm kỹ', ['Mười một']],
    ['- Năm là, làm đủ', ['Năm']],
    ['nói một là một', []],
    ['ba mẹ một lần nữa về một tỷ lệ', []],
  ])('%s', (text, expected) => {
    expect(found('number', text)).toEqual(expected);
  });
});

describe('names', () => {
  test.each([
    ['gặp Lê Thị Lúa ở Bến Tre', ['Lê Thị Lúa', 'Bến Tre']],
    ['gặp Tổng Bí thư Lê Lúa', ['Tổng Bí thư', 'Lê Lúa']],
    ['do Bộ Ngoại giao và Ban Bí thư', ['Bộ Ngoại giao', 'Ban Bí thư']],
    ['dự Hội nghị Đối ngoại toàn quốc', ['Hội nghị Đối ngoại toàn quốc']],
    ['theo Ðại hội Ðảng và Đại hội XIII', ['Ðại hội Ðảng', 'Đại hội']],
    ['thăm Ðông Bắc Á', ['Ðông Bắc Á']],
    ['gồm ASEAN, UNESCO và (FTA) với USD', ['ASEAN', 'UNESCO', 'FTA', 'USD']],
    ['Hội đồng Chấp hành UNESCO', ['Hội đồng Chấp hành', 'UNESCO']],
    ['thăm Bà Rịa-Vũng Tàu', ['Bà Rịa-Vũng Tàu']],
    ['ông Alfonso Gómez Bañez ở Mexico', ['Alfonso Gómez Bañez', 'Mexico']],
    ['nước Brazil Đại sứ', ['Brazil', 'Đại sứ']],
    ['sau Covid-19, G20 và 5G, đạt Halal', ['Covid-19', 'G20', '5G', 'Halal']],
    [
      'xem https://vi-du.vn/tin-168-a30.html. Theo baovidu.vn.',
      ['https://vi-du.vn/tin-168-a30.html', 'baovidu.vn'],
    ],
    ['A- A A+ | bé', []],
  ])('%s', (text, expected) => {
    expect(found('name', text)).toEqual(expected);
  });

  test.each([
    'Trời đẹp.',
    'đẹp. Trời xanh',
    'nói: “Xây nhà”',
    'nói: Xây nhà',
    '- Xây nhà',
    'a) Xây nhà',
    'hết (Xây nhà)',
    'hết – Xây nhà',
    'thế… Xây nhà',
  ])('the capital of an ordinary word in «%s» makes no name', (text) => {
    expect(found('name', text, 'ta xây cao dưới trời')).toEqual([]);
  });

  test('a word that opens a sentence is a name if it mostly has a capital elsewhere', () => {
    expect(found('name', 'Pháp thắng.', 'thăm Pháp')).toEqual(['Pháp']);
    expect(found('name', 'Hội nghị họp.', 'dự Hội nghị, mở hội nghị, ở hội nghị')).toEqual([]);
    expect(found('name', 'Hội nghị họp.', 'dự Hội nghị Ngoại giao, mở hội nghị')).toEqual([]);
  });

  test('an article is judged by itself first, then by the others', () => {
    const lower = ['Hội nghị họp.', 'mở hội nghị'];
    const capital = ['Hội nghị họp.', 'dự Hội nghị', 'ở Hội nghị'];
    const neither = ['Hội nghị họp.'];
    const counts = findMentions([lower, capital, neither]).map((article) => article[0]?.length);
    expect(counts).toEqual([0, 1, 1]);
  });

  test('a word before a name at the opening of a sentence belongs to it unless it is ordinary', () => {
    expect(found('name', 'Tại Bến Tre')).toEqual(['Bến Tre']);
    expect(found('name', 'Nhật Bản thắng')).toEqual(['Nhật Bản']);
    expect(found('name', 'Thăm Bến Tre', 'đi thăm nhà')).toEqual(['Bến Tre']);
    expect(found('name', 'Nhật Bản thắng', 'nhật ký của Nhật Bản')).toEqual(['Nhật Bản']);
    expect(found('name', 'lễ Ngày mùa')).toEqual([]);
  });

  test('in a banner names are those known from elsewhere', () => {
    const banner = 'CHÀO MỪNG NGÀY HỘI BẾN TRE VÀ LÊ LÚA';
    expect(found('name', banner)).toEqual([]);
    expect(found('name', banner, 'ở Bến Tre gặp Lê Lúa')).toEqual(['BẾN TRE', 'LÊ LÚA']);
  });

  test('a few words in capitals are a name, and acronyms are no banner', () => {
    expect(found('name', 'đón LÊ THỊ LÚA về')).toEqual(['LÊ THỊ LÚA']);
    expect(found('name', 'gồm ASEAN, UNESCO, OECD, UNDP')).toHaveLength(4);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...'Hội nghị|Ngoại giao|lần thứ|XIII|31|2021-2025|19/12|năm|hai|ba|phiên|1.250|5,2%|Ð|Á|HỒ|CHÍ|ĐẢNG'.split(
      '|',
    ),
    ...'ASEAN|Covid-19|a.vn|https://a.vn/1|: “|. |, | - |(|)|…|\u00a0|tỷ|😀|tháng|9h|1.|- |là|Một|\0'.split(
      '|',
    ),
  );
  const paragraph = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '')))
    .map((parts) => parts.flat().join(''));
  const articles = fc.array(fc.array(paragraph, { maxLength: 3 }), { maxLength: 3 });

  test('mentions are in order, do not overlap, and lie within it', () => {
    fc.assert(
      fc.property(articles, (texts) => {
        for (const [place, mentions] of findMentions(texts).flat().entries()) {
          let end = 0;
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            end = mention.end;
          }
          expect(end).toBeLessThanOrEqual(texts.flat()[place]!.length);
        }
      }),
    );
  });

  test('every digit that is not part of a word or a list marker is in a mention', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const mentions = findMentions([[text]])[0]?.[0] ?? [];
        const marker = /^\s*\p{N}{1,2}[.)]\s/u.exec(text)?.[0].length ?? 0;
        for (const { index } of text.matchAll(/(?<![\p{L}\p{N}][\p{L}\p{N}]*)\p{N}/gu)) {
          if (index < marker) continue;
          expect(mentions.some(({ start, end }) => start <= index && index < end)).toBe(true);
        }
      }),
    );
  });
});
