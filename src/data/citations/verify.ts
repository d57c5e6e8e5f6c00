import { type Problem, problem } from '../../errors/problem.ts';
import type { Citation, Statement } from '../../ontology/model.ts';
import type { Dataset } from '../dataset.ts';
import { type Article, readArticles } from './article.ts';
import { occurrences } from './evidence.ts';
import { nearest, printedAs } from './nearest.ts';

/** How many there are, and how many of them hold. */
export interface Verified {
  readonly total: number;
  readonly verified: number;
}

/** Something that does not hold; `citation` is absent where an article as a whole is at fault. */
export interface VerificationFailure extends Problem {
  readonly citation?: {
    readonly statement: string;
    readonly subject: string;
    readonly property: string;
    readonly source: string;
    readonly paragraph: number;
    /** Absent where the paragraph itself is not there. */
    readonly term?: string;
  };
}

export interface Verification {
  /** A citation is verified when its paragraph exists and all its terms occur there. */
  readonly citations: Verified;
  readonly terms: Verified;
  /** A source is verified when its article was read and is as its record says. */
  readonly sources: Verified;
  /** Faults of articles first, then of citations in the dataset's order. */
  readonly failures: readonly VerificationFailure[];
  /** Sources that no statement cites, by id. No failure. */
  readonly unusedSources: readonly string[];
  /** Text files of the folder that no source names. No failure. */
  readonly unusedFiles: readonly string[];
}

/**
 * Checks every citation of a dataset against the articles: each evidence term occurs in the cited paragraph
 * as printed (see `occurrences`). Citations of an article that cannot be read are counted, and not verified.
 * Throws a ProblemError when the folder cannot be read.
 */
export async function verifyCitations(
  dataset: Dataset,
  articlesFolder: string,
): Promise<Verification> {
  const { bySource, problems, unusedFiles } = await readArticles(dataset, articlesFolder);
  const failures: VerificationFailure[] = [...problems];
  const holds = rememberingOccurrences();
  const cited = new Set<string>();
  const citations = { total: 0, verified: 0 };
  const terms = { total: 0, verified: 0 };

  for (const statement of dataset.statements) {
    for (const citation of statement.citations) {
      cited.add(citation.source);
      citations.total++;
      terms.total += citation.evidence.length;
      const article = bySource.get(citation.source);
      if (!article) continue;
      const found = failuresOf(statement, citation, article, holds);
      failures.push(...found);
      if (found.length === 0) citations.verified++;
      if (article.paragraphs[citation.paragraph - 1]) {
        terms.verified += citation.evidence.length - found.length;
      }
    }
  }

  const sources = dataset.entities.filter(({ kind }) => kind === 'source').map(({ id }) => id);
  return {
    citations,
    terms,
    // Each source has at most one problem.
    sources: { total: sources.length, verified: sources.length - problems.length },
    failures,
    unusedSources: sources.filter((id) => !cited.has(id)),
    unusedFiles,
  };
}

type Holds = (term: string, paragraph: string) => boolean;

/** Many statements cite the same words of the same paragraph; each is looked for once. */
function rememberingOccurrences(): Holds {
  const byParagraph = new Map<string, Map<string, boolean>>();
  return (term, paragraph) => {
    const known = byParagraph.get(paragraph) ?? new Map<string, boolean>();
    byParagraph.set(paragraph, known);
    const answer = known.get(term) ?? occurrences(term, paragraph).length > 0;
    known.set(term, answer);
    return answer;
  };
}

function failuresOf(
  statement: Statement,
  citation: Citation,
  article: Article,
  holds: Holds,
): VerificationFailure[] {
  const place = {
    statement: statement.id,
    subject: statement.subject,
    property: statement.property,
    source: citation.source,
    paragraph: citation.paragraph,
  };
  const paragraph = article.paragraphs[citation.paragraph - 1];
  if (!paragraph) {
    const parameters = { ...place, paragraphs: article.paragraphs.length };
    const failure = problem('PARAGRAPH_NOT_IN_ARTICLE', parameters, { file: article.file });
    return [{ ...failure, citation: place }];
  }
  return citation.evidence
    .filter((term) => !holds(term, paragraph.text))
    .map((term) => {
      const advice = adviceFor(term, citation.paragraph, article, holds);
      const where = { file: article.file, line: paragraph.line };
      return {
        ...problem('EVIDENCE_NOT_FOUND', { ...place, term, advice }, where),
        citation: { ...place, term },
      };
    });
}

function adviceFor(term: string, number: number, article: Article, holds: Holds): string {
  const text = article.paragraphs[number - 1]!.text;
  const printed = printedAs(term, text);
  if (printed !== null) return `It is printed as «${printed}»; cite it so.`;
  const elsewhere = article.paragraphs.flatMap((other, index) =>
    holds(term, other.text) ? [index + 1] : [],
  );
  if (elsewhere.length > 0) {
    const paragraphs = elsewhere.length === 1 ? 'paragraph' : 'paragraphs';
    return `It occurs in ${paragraphs} ${elsewhere.join(', ')}; cite where it stands.`;
  }
  const close = nearest(term, text);
  return close === null
    ? 'Nothing like it stands there; copy the term from the paragraph as printed.'
    : `The nearest to it is «${close}»; copy the term as printed.`;
}
