import type { Problem } from '../../errors/problem.ts';
import type { Dataset } from '../dataset.ts';
import { readArticles } from './article.ts';
import { type CitedParagraph, indexEvidence, occurrences } from './evidence.ts';
import { findMentions } from './mentions/find.ts';
import type { Mention, MentionClass } from './mentions/mention.ts';

export interface Tally {
  readonly found: number;
  readonly covered: number;
  /** Covered of found, from 0 to 1; `null` where none was found. */
  readonly share: number | null;
}

export type Tallies = Readonly<Record<MentionClass, Tally>>;

/** Why nothing accounts for a mention. */
export type GapReason = 'page furniture' | 'not accounted for';

/** A mention that no evidence accounts for. `start` and `end` are places in the paragraph. */
export interface Gap extends Mention {
  /** As printed. */
  readonly text: string;
  /** The mention with a few words around it. */
  readonly context: string;
  readonly reason: GapReason;
}

export interface ParagraphCoverage {
  readonly paragraph: number;
  readonly tallies: Tallies;
  readonly gaps: readonly Gap[];
}

export interface SourceCoverage {
  readonly source: string;
  /** The path of the article. */
  readonly file: string;
  readonly tallies: Tallies;
  /** Every paragraph, in order. */
  readonly paragraphs: readonly ParagraphCoverage[];
}

export interface Coverage {
  readonly tallies: Tallies;
  /** Sources whose article was read, by id. */
  readonly sources: readonly SourceCoverage[];
  /** Articles that could not be read, or are not as their source says. */
  readonly problems: readonly Problem[];
}

/** The property whose statements say that something belongs to the page and not to the article. */
const furniture = 'pageFurniture';

/**
 * Finds each number, date and proper name printed in the articles, and says which of them no statement accounts
 * for. A mention is covered when all its letters and digits lie within occurrences of evidence terms that are
 * cited for its paragraph; a name may be told by several terms (a title and a person). Time grows linearly with
 * the texts and the evidence. Throws a ProblemError when the folder cannot be read.
 */
export async function measureCoverage(dataset: Dataset, articlesFolder: string): Promise<Coverage> {
  const { bySource, problems } = await readArticles(dataset, articlesFolder);
  const index = indexEvidence(dataset.statements);
  const articles = [...bySource];
  const mentions = findMentions(
    articles.map(([, article]) => article.paragraphs.map(({ text }) => text)),
  );
  const sources = articles.map(([source, article], place): SourceCoverage => {
    const cited = index.get(source);
    const paragraphs = article.paragraphs.map(({ text }, row) =>
      coverParagraph(row + 1, text, mentions[place]?.[row] ?? [], cited?.get(row + 1)),
    );
    return { source, file: article.file, tallies: sum(paragraphs), paragraphs };
  });
  return { tallies: sum(sources), sources, problems };
}

function coverParagraph(
  paragraph: number,
  text: string,
  mentions: readonly Mention[],
  cited: CitedParagraph | undefined,
): ParagraphCoverage {
  const accounted = new Uint8Array(text.length);
  for (const term of cited?.terms ?? []) {
    for (const { start, end } of occurrences(term, text)) accounted.fill(1, start, end);
  }
  const reason = cited?.properties.has(furniture) ? 'page furniture' : 'not accounted for';
  const uncovered = new Set(mentions.filter((mention) => !isCovered(mention, text, accounted)));
  const tallyOf = (name: MentionClass): Tally => {
    const ofClass = mentions.filter((mention) => mention.class === name);
    return tally(ofClass.length, ofClass.filter((mention) => !uncovered.has(mention)).length);
  };
  return {
    paragraph,
    tallies: byClass(tallyOf),
    gaps: Array.from(uncovered, (mention) => ({
      ...mention,
      text: text.slice(mention.start, mention.end),
      context: contextOf(mention, text),
      reason,
    })),
  };
}

function isCovered({ start, end }: Mention, text: string, accounted: Uint8Array): boolean {
  for (let place = start; place < end; place++) {
    if (accounted[place] === 0 && /[\p{L}\p{M}\p{N}%]/u.test(text.charAt(place))) return false;
  }
  return true;
}

/** How many characters of a paragraph are shown on either side of a mention, at most. */
const contextReach = 24;

function contextOf({ start, end }: Mention, text: string): string {
  const before = text.slice(Math.max(0, start - contextReach), start);
  const after = text.slice(end, end + contextReach);
  const from = start > contextReach ? before.replace(/^\S*\s?/u, '') : before;
  const to = end + contextReach < text.length ? after.replace(/\s?\S*$/u, '') : after;
  return from + text.slice(start, end) + to;
}

const tally = (found: number, covered: number): Tally => ({
  found,
  covered,
  share: found === 0 ? null : covered / found,
});

const byClass = (tallyOf: (name: MentionClass) => Tally): Tallies => ({
  number: tallyOf('number'),
  date: tallyOf('date'),
  name: tallyOf('name'),
});

function sum(parts: readonly { readonly tallies: Tallies }[]): Tallies {
  const total = (name: MentionClass, key: 'found' | 'covered'): number =>
    parts.reduce((count, { tallies }) => count + tallies[name][key], 0);
  return byClass((name) => tally(total(name, 'found'), total(name, 'covered')));
}
