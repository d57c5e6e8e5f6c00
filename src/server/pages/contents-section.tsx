import { EntityName } from '../../pieces/entity-name.tsx';
import type { Words } from '../../pieces/language.ts';
import type { SpelledStatement } from './entity-data.ts';
import { addressWith } from './layout.tsx';
import { Rest, Section, type SectionProps, withoutName } from './section.tsx';

const words: Words<'contents' | 'paragraph' | 'all' | 'moreParagraphs' | 'cite'> = {
  vi: {
    contents: 'Bài báo nêu những gì',
    paragraph: 'Đoạn',
    all: 'Xem tất cả',
    moreParagraphs: 'Các đoạn tiếp theo',
    cite: 'Cách trích dẫn bài này',
  },
  en: {
    contents: 'What the article states',
    paragraph: 'Paragraph',
    all: 'See all',
    moreParagraphs: 'The paragraphs that follow',
    cite: 'How to cite this article',
  },
};

/** How to cite an article, and what each of its paragraphs states. */
export function Contents({ data, language, kept }: SectionProps) {
  const { contents, references, entity } = data;
  const say = words[language];
  if (contents === undefined) return null;
  return (
    <>
      {references != null && 'apa' in references && (
        <Section id="cite" heading={say.cite}>
          <p class="reference">{references.apa}</p>
          <pre class="reference">{references.bibtex}</pre>
        </Section>
      )}
      <Section id="contents" heading={say.contents}>
        {contents.paragraphs.map(({ number, statements, totalCount }) => (
          <section key={number} id={`p${number}`} class="paragraph">
            <h3>
              {say.paragraph} {number}
            </h3>
            <ul>
              {statements.map((statement) => (
                <li key={statement.id}>
                  <EntityName entity={statement.subject} />
                  {withoutName(statement.text, statement.subject.name)}{' '}
                  <WordsLink statement={statement} source={entity.id} number={number} />
                </li>
              ))}
            </ul>
            <Rest
              shown={statements.length}
              of={totalCount}
              href={addressWith('/', { ...kept, view: 'sources', source: entity.id })}
              label={say.all}
              language={language}
            />
          </section>
        ))}
        {contents.more !== undefined && (
          <p class="rest">
            <a
              href={`${addressWith(`/entity/${encodeURI(entity.id)}`, { ...kept, after: contents.more })}#contents`}
            >
              {say.moreParagraphs}
            </a>
          </p>
        )}
      </Section>
    </>
  );
}

/** The words by which a paragraph says it, which lead to them in the article where its address is known. */
function WordsLink({
  statement,
  source,
  number,
}: {
  readonly statement: Pick<SpelledStatement, 'citations'>;
  readonly source: string;
  readonly number: number;
}) {
  const citation = statement.citations.find(
    (one) => one.source.id === source && one.paragraph === number,
  );
  if (citation === undefined) return null;
  const quoted = citation.evidence.map((term) => (
    <q key={term} lang={citation.source.language?.toLowerCase()}>
      {term}
    </q>
  ));
  return citation.link ? (
    <a class="evidence away" href={citation.link} rel="noreferrer">
      {quoted}
    </a>
  ) : (
    <span class="evidence">{quoted}</span>
  );
}
