import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/store/port.ts';
import { data } from './support/api.ts';
import { realStore } from './support/real.ts';

let store: GraphStore;
beforeAll(async () => {
  store = await realStore();
});

interface Source {
  readonly id: string;
  readonly apa: string;
  readonly bibtex: string;
}

describe('the five articles', () => {
  it('are printed as what the graph knows of them, and no more', async () => {
    const { sources } = await data(
      '{ sources { nodes { id apa: reference bibtex: reference(style: BIBTEX) } } }',
      { store },
    );
    const printed = (style: 'apa' | 'bibtex') =>
      sources.nodes
        .map((source: Source) => source[style])
        .toSorted()
        .join('\n');
    expect(printed('apa')).toMatchInlineSnapshot(`
      "Giai đoạn phát triển mới của đối ngoại Việt Nam [Page dated April 19, 2024]. (n.d.). [Đảng bộ Khối các cơ quan tỉnh Khánh Hòa]. (Reprinted from baoquocte.vn, https://baoquocte.vn/giai-doan-phat-trien-moi-cua-doi-ngoai-viet-nam-168807.html)
      Minh Thu. (n.d.). [Tổng kết công tác ngoại giao năm 2024, triển khai nhiệm vụ năm 2025].
      Phát huy bản sắc 'ngoại giao cây tre Việt Nam'. (n.d.). (Reprinted from [Báo Cà Mau], https://baocamau.vn/phat-huy-ban-sac-ngoai-giao-cay-tre-viet-nam--a30551.html)
      Phấn đấu đưa đối ngoại và ngoại giao trở thành một động lực mạnh mẽ cho phát triển đất nước. (n.d.). (Reprinted from baoquocte.vn)
      [Bài về nội dung Hội nghị Ngoại giao lần thứ 32 và kết quả đối ngoại giữa hai kỳ hội nghị]. (n.d.)."
    `);
    expect(printed('bibtex')).toMatchInlineSnapshot(`
      "@misc{be-mac-hoi-nghi-ngoai-giao-31,
        title = {{Phấn đấu đưa đối ngoại và ngoại giao trở thành một động lực mạnh mẽ cho phát triển đất nước}},
        langid = {vietnamese},
        note = {Reprinted from baoquocte.vn},
      }
      @misc{giai-doan-moi-doi-ngoai,
        title = {{Giai đoạn phát triển mới của đối ngoại Việt Nam}},
        howpublished = {{[Đảng bộ Khối các cơ quan tỉnh Khánh Hòa]}},
        url = {https://baoquocte.vn/giai-doan-phat-trien-moi-cua-doi-ngoai-viet-nam-168807.html},
        langid = {vietnamese},
        note = {Reprinted from baoquocte.vn; page dated 2024-04-19},
      }
      @misc{hoi-nghi-ngoai-giao-32,
        title = {{[Bài về nội dung Hội nghị Ngoại giao lần thứ 32 và kết quả đối ngoại giữa hai kỳ hội nghị]}},
        langid = {vietnamese},
      }
      @misc{ngoai-giao-cay-tre,
        title = {{Phát huy bản sắc 'ngoại giao cây tre Việt Nam'}},
        url = {https://baocamau.vn/phat-huy-ban-sac-ngoai-giao-cay-tre-viet-nam--a30551.html},
        langid = {vietnamese},
        note = {Reprinted from [Báo Cà Mau]},
      }
      @misc{tong-ket-ngoai-giao-2024,
        author = {{Minh Thu}},
        title = {{[Tổng kết công tác ngoại giao năm 2024, triển khai nhiệm vụ năm 2025]}},
        langid = {vietnamese},
      }"
    `);
  });

  it('are opened at the words where their own address is printed', async () => {
    const { statements, withoutAddress } = await data(
      `{
        statements(first: 100, filter: { sources: ["source:ngoai-giao-cay-tre"], paragraphs: [1] }) {
          nodes { citations { source { id } paragraph evidence link } }
        }
        withoutAddress: statements(first: 100, filter: { sources: ["source:be-mac-hoi-nghi-ngoai-giao-31"], paragraphs: [4] }) {
          nodes { citations { source { id } link } }
        }
      }`,
      { store },
    );
    interface Cited {
      readonly source: { readonly id: string };
      readonly paragraph: number;
      readonly link: string | null;
    }
    const links = (list: { nodes: readonly { citations: readonly Cited[] }[] }, id: string) =>
      list.nodes
        .flatMap(({ citations }) => citations)
        .filter(({ source }) => source.id === id)
        .map(({ link }) => link);
    // Both with quotation marks as printed and without.
    expect(links(statements, 'source:ngoai-giao-cay-tre')).toContain(
      'https://baocamau.vn/phat-huy-ban-sac-ngoai-giao-cay-tre-viet-nam--a30551.html#:~:text=ngo%E1%BA%A1i%20giao%20c%C3%A2y%20tre%20Vi%E1%BB%87t%20Nam',
    );
    // All that it prints is the front page of the outlet.
    expect(new Set(links(withoutAddress, 'source:be-mac-hoi-nghi-ngoai-giao-31'))).toEqual(
      new Set([null]),
    );
  });

  it('are there paragraph by paragraph, with what each states', async () => {
    const { sources } = await data(
      '{ sources { nodes { paragraphs contents(first: 100) { totalCount nodes { statements(first: 1) { totalCount } } } } } }',
      { store },
    );
    expect(sources.nodes).toHaveLength(5);
    for (const { paragraphs, contents } of sources.nodes) {
      expect(contents.totalCount).toBe(paragraphs);
      expect(contents.nodes).toHaveLength(paragraphs);
      expect(
        contents.nodes.some(
          (one: { statements: { totalCount: number } }) => one.statements.totalCount > 0,
        ),
      ).toBe(true);
    }
  });
});

describe('where the articles differ', () => {
  it('the rivals, the kind and the reason are told', async () => {
    const { disagreements } = await data(
      `{ disagreements(first: 100) { totalCount nodes {
        kind about { name } property reason
        statements { value { label } citations { source { id } paragraph } }
      } } }`,
      { store, language: 'en' },
    );
    expect(disagreements.totalCount).toBe(disagreements.nodes.length);
    const of = (property: string) =>
      disagreements.nodes.find((one: { property: string }) => one.property === property);
    expect(of('sessionCount')).toMatchObject({
      kind: 'CONTRADICTION',
      about: { name: '31st Diplomatic Conference' },
      reason: expect.stringMatching(/cannot all be true.*9 sessions; 20 sessions/),
      statements: [{ value: { label: '9 sessions' } }, { value: { label: '20 sessions' } }],
    });
    expect(of('amount')).toMatchObject({
      kind: 'DIFFERENT_DATES',
      about: { name: 'Number of countries with diplomatic relations with Viet Nam' },
      reason: expect.stringMatching(
        /for different times: 193 countries .*2023.*194 countries .*2024/,
      ),
      statements: [{ value: { label: '193 countries' } }, { value: { label: '194 countries' } }],
    });
    for (const { statements } of disagreements.nodes) {
      expect(statements.length).toBeGreaterThan(1);
      for (const { citations } of statements) expect(citations).not.toEqual([]);
    }
  });
});
