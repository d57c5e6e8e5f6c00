import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type CitationShown, Citations } from '../../src/pieces/citations.tsx';
import { LinksContext, pageLinks } from '../../src/pieces/links.tsx';
import { StatementLine, type StatementShown } from '../../src/pieces/statement.tsx';

const citation = (paragraph: number, more: Partial<CitationShown> = {}): CitationShown => ({
  source: { id: 'source:a', name: 'Bài A', language: 'VI' },
  paragraph,
  evidence: [`lời ${paragraph}`],
  ...more,
});
const other = { id: 'source:b', name: 'Bài B', language: 'EN' };

const render = (citations: readonly CitationShown[], form: 'compact' | 'full' = 'compact') =>
  renderToString(h(Citations, { citations, language: 'en', form }));

describe('citations', () => {
  it('stand by source in one line, paragraphs in their order and each once', () => {
    const html = render([
      citation(9),
      citation(3, { source: other }),
      citation(2),
      citation(9, { link: 'https://example.org/a#:~:text=x' }),
    ]);
    expect(html.match(/¶\d+/g)).toEqual(['¶2', '¶9', '¶3']);
    expect(html.indexOf('Bài A')).toBeLessThan(html.indexOf('Bài B'));
    // The one with an address is the one that is linked.
    expect(html).toContain('href="https://example.org/a#:~:text=x"');
    expect(html).toContain('href="/entity/source:a#p2"');
    expect(html).toContain('paragraph 9: Open the article here');
    expect(html).toContain('paragraph 2: See what this paragraph states');
  });

  it('tell in full the words, who says them, and what was concluded', () => {
    const html = render(
      [
        citation(4, {
          inferred: 'The year is that of paragraph 1.',
          attributedTo: { id: 'person:b', kind: 'person', name: 'Ba' },
        }),
        citation(5, { source: other, link: 'https://example.org/b' }),
      ],
      'full',
    );
    expect(html).toContain('<q lang="vi">lời 4</q>');
    expect(html).toContain('<q lang="en">lời 5</q>');
    expect(html).toMatch(/Said by: <a class="entity-name of-people" href="\/entity\/person:b"/);
    expect(html).toContain('The year is that of paragraph 1.');
    expect(html).toContain('No address of the article is known');
    expect(html).toContain('href="https://example.org/b"');
  });
});

describe('a statement in a line', () => {
  const statement: StatementShown = {
    id: '0123456789abcdef0123',
    text: 'A chairs B',
    rank: 'DEPRECATED',
    reason: 'A misprint.',
    inferred: true,
    citations: [citation(1)],
    disagreements: [{ id: 'd', kind: 'DIFFERENT_DATES', reason: 'For different times: 1; 2.' }],
  };
  const line = (more: Partial<StatementShown> = {}) =>
    renderToString(
      h(StatementLine, { statement: { ...statement, ...more }, language: 'en' as const }),
    );

  it('says how it stands and why, and what it differs from', () => {
    const html = line();
    for (const part of ['held to be wrong', 'A misprint.', 'inferred', 'Different dates']) {
      expect(html).toContain(part);
    }
    expect(html).toContain('For different times: 1; 2.');
    const plain = line({ rank: 'NORMAL', reason: null, inferred: false, disagreements: [] });
    expect(plain).not.toContain('badge');
    expect(plain).not.toContain('class="why');
  });

  it('leads to itself where statements have a place of their own', () => {
    const links = { ...pageLinks('https://x.example', { lang: 'en', asOf: undefined }) };
    const within = (more: object) =>
      renderToString(
        h(LinksContext.Provider, {
          value: { ...links, ...more },
          children: h(StatementLine, { statement, language: 'en' }),
        }),
      );
    expect(within({})).not.toContain('See the statement');
    expect(within({})).toContain('href="https://x.example/entity/source:a?lang=en#p1"');
    expect(within({ statement: (id: string) => `/s/${id}` })).toContain(
      'href="/s/0123456789abcdef0123"',
    );
  });
});
