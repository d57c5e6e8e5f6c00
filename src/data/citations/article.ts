import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, ProblemError, problem } from '../../errors/problem.ts';
import type { Entity } from '../../ontology/model.ts';
import { compareText } from '../../util/compare.ts';
import { suggest } from '../../util/suggestions.ts';
import type { Dataset } from '../dataset.ts';
import { explain } from '../explain.ts';
import { firstLineNotUtf8 } from '../utf8.ts';

/** A non-empty line of an article, without the white space around it. */
export interface Paragraph {
  readonly text: string;
  /** The line of the file, counted from 1. */
  readonly line: number;
}

/** The text that a source stands for, in Unicode NFC. Paragraph n is `paragraphs[n - 1]`. */
export interface Article {
  readonly file: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Articles {
  /** By the id of the source; only those that could be read. */
  readonly bySource: ReadonlyMap<string, Article>;
  readonly problems: readonly Problem[];
  /** Text files of the folder that no source names, sorted. */
  readonly unusedFiles: readonly string[];
}

/** Splits a text into its paragraphs; a line of white space alone (no-break spaces included) is none. */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trim();
    if (trimmed !== '') paragraphs.push({ text: trimmed, line: index + 1 });
  }
  return paragraphs;
}

/**
 * Reads the articles of all sources of a dataset. What is wrong with one article is a problem and does not
 * keep the others from being read; an article with another number of paragraphs than its source says is kept.
 * Throws a ProblemError when the folder itself cannot be read.
 */
export async function readArticles(dataset: Dataset, folder: string): Promise<Articles> {
  const files = await listFiles(folder);
  const bySource = new Map<string, Article>();
  const problems: Problem[] = [];
  const named = new Set<string>();
  for (const source of dataset.entities) {
    if (source.kind !== 'source') continue;
    if (source.text) named.add(source.text.file);
    const article = await readArticle(source, folder, files, problems);
    if (article) bySource.set(source.id, article);
  }
  const unusedFiles = [...files].filter((file) => file.endsWith('.txt') && !named.has(file));
  unusedFiles.sort(compareText);
  return { bySource, problems, unusedFiles };
}

async function listFiles(folder: string): Promise<ReadonlySet<string>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name));
  } catch (error) {
    throw new ProblemError('ARTICLES_FOLDER_UNREADABLE', { folder, why: explain(error) });
  }
}

/** `files` is what the folder holds: a name that is not among them is never opened, wherever it points. */
async function readArticle(
  source: Entity,
  folder: string,
  files: ReadonlySet<string>,
  problems: Problem[],
): Promise<Article | undefined> {
  if (!source.text) {
    problems.push(problem('SOURCE_WITHOUT_ARTICLE', { source: source.id }));
    return undefined;
  }
  const { file, paragraphs: expected } = source.text;
  const where = { file: join(folder, file) };
  if (!files.has(file)) {
    const parameters = { source: source.id, file, folder };
    problems.push(problem('ARTICLE_MISSING', parameters, where, suggest(file, files)));
    return undefined;
  }
  let bytes: Buffer;
  try {
    bytes = await readFile(where.file);
  } catch (error) {
    problems.push(problem('ARTICLE_UNREADABLE', { file, why: explain(error) }, where));
    return undefined;
  }
  const line = firstLineNotUtf8(bytes);
  if (line !== null) {
    problems.push(problem('ARTICLE_NOT_UTF8', { file, line }, { ...where, line }));
    return undefined;
  }
  // The decoder takes a byte order mark away. Evidence is kept in NFC, so the text is brought to it here, once.
  const text = new TextDecoder().decode(bytes).normalize('NFC');
  const article = { file: where.file, paragraphs: splitParagraphs(text) };
  const found = article.paragraphs.length;
  if (found !== expected) {
    problems.push(
      problem('ARTICLE_PARAGRAPHS_DIFFER', { source: source.id, file, expected, found }, where),
    );
  }
  return article;
}
