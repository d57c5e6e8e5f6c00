import { bestStatement } from '../../ontology/best-statement.ts';
import type { Entity, Statement } from '../../ontology/model.ts';
import { bounds } from '../bounds.ts';
import type { RequestContext } from '../context.ts';
import { known, knownEntity } from '../known.ts';
import { after, type Later, ofEach } from '../later.ts';

/** A name as the article's language has it. */
export interface Name {
  readonly text: string;
  /** Whether it stands nowhere in print but was concluded. */
  readonly inferred: boolean;
}

/** What a reference to an article is made of. What the graph does not hold is `null` or not in the list. */
export interface Particulars {
  readonly id: string;
  readonly language: 'vi' | 'en';
  /** What the graph calls it: its title, or what it is about where it has none. */
  readonly name: string;
  readonly title: string | null;
  readonly authors: readonly Name[];
  readonly publisher: Name | null;
  readonly republishedFrom: Name | null;
  /** ISO 8601, at the precision known. */
  readonly publishedOn: string | null;
  /** A date that the page prints, of which it is not known that it is that of publication. */
  readonly pageDate: string | null;
  readonly address: Address | null;
}

/** Where an article stands on the web. */
export interface Address {
  readonly url: string;
  /** Whether that is the article from which this one was taken: it lies on the site of that outlet. */
  readonly original: boolean;
}

const properties = [
  'title',
  'author',
  'publisher',
  'republishedFrom',
  'publishedOn',
  'pageDate',
  'url',
];

/** The particulars of a source, whatever the date. Each source costs one question, however many citations it has. */
export function particularsOf(id: string, context: RequestContext): Later<Particulars> {
  const page = context.load.lastingStatements({
    filter: { subjects: [id], properties, ranks: ['preferred', 'normal'] },
    page: { first: bounds.page.greatest },
  });
  return after(page, (answer) => {
    const statements = known(answer, id).items.map(({ value }) => value);
    const of = (property: string) => statements.filter((one) => one.property === property);
    const author = of('author');
    const publisher = bestStatement(of('publisher'));
    const republishedFrom = bestStatement(of('republishedFrom'));
    const entityIn = (statement: Statement | undefined): string | null =>
      statement?.value.type === 'entity' ? statement.value.id : null;
    return after(
      ofEach<string | null, Entity | null>(
        [id, ...[publisher, republishedFrom, ...author].map(entityIn)],
        (one) => (one === null ? null : knownEntity(one, context)),
      ),
      ([article, publishing, original, ...authors]) => {
        const language = article!.text?.language ?? 'vi';
        const named = (found: Entity | null | undefined, statement: Statement | undefined) =>
          found && statement
            ? { text: found.names[language], inferred: isConcluded(statement) }
            : null;
        const title = bestStatement(of('title'))?.value;
        const url = bestStatement(of('url').filter(isOfArticle))?.value;
        return {
          id: article!.id,
          language,
          name: article!.names[language],
          title: title?.type === 'text' ? title.text[language] : null,
          authors: authors.flatMap((found, index) => named(found, author[index]) ?? []),
          publisher: named(publishing, publisher),
          republishedFrom: named(original, republishedFrom),
          publishedOn: dateOf(of('publishedOn')),
          pageDate: dateOf(of('pageDate')),
          address:
            url?.type === 'url'
              ? { url: url.url, original: isOnSiteOf(url.url, original ?? null) }
              : null,
        };
      },
    );
  });
}

function dateOf(statements: readonly Statement[]): string | null {
  const value = bestStatement(statements)?.value;
  return value?.type === 'date' ? value.date : null;
}

const isConcluded = ({ citations }: Statement): boolean =>
  citations.every(({ inferred }) => inferred !== undefined);

/** The front page of a site is the address of no article. */
function isOfArticle({ value }: Statement): boolean {
  if (value.type !== 'url') return false;
  const { pathname, search } = new URL(value.url);
  return `${pathname}${search}` !== '/';
}

/** Outlets are known by the host of their site, as one of their names. */
function isOnSiteOf(url: string, outlet: Entity | null): boolean {
  if (outlet === null) return false;
  const host = new URL(url).hostname.replace(/^www\./, '');
  const { names, aliases } = outlet;
  return [names.vi, names.en, ...(aliases?.vi ?? []), ...(aliases?.en ?? [])].includes(host);
}
