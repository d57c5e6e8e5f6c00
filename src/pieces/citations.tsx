import { useContext } from 'preact/hooks';
import { EntityName, type NamedEntity } from './entity-name.tsx';
import type { Language, Words } from './language.ts';
import { LinksContext, useRead } from './links.tsx';

/** A citation as the operations ask for it, in their fragment `Citing`. */
export interface CitationShown {
  readonly source: {
    readonly id: string;
    readonly name: string;
    readonly language?: string | null;
  };
  readonly paragraph: number;
  readonly evidence: readonly string[];
  /** From what it was concluded, where the source does not say it outright. */
  readonly inferred?: string | null;
  readonly attributedTo?: NamedEntity | null;
  /** The address that opens the article at the words; `null` where nobody knows one. */
  readonly link?: string | null;
}

interface CitationsProps {
  readonly citations: readonly CitationShown[];
  readonly language: Language;
  /** `compact`: one line, each paragraph a mark. `full`: with the words, who says them and what was concluded from what. */
  readonly form?: 'compact' | 'full';
}

const words: Words<
  'cited' | 'paragraph' | 'open' | 'read' | 'words' | 'says' | 'inferred' | 'noAddress'
> = {
  vi: {
    cited: 'Nguồn',
    paragraph: 'đoạn',
    open: 'Mở bài báo tại đây',
    read: 'Xem đoạn này nêu gì',
    words: 'Lời trong bài',
    says: 'Người nói',
    inferred: 'Suy ra',
    noAddress: 'Không rõ địa chỉ bài báo',
  },
  en: {
    cited: 'Source',
    paragraph: 'paragraph',
    open: 'Open the article here',
    read: 'See what this paragraph states',
    words: 'Words in the article',
    says: 'Said by',
    inferred: 'Inferred',
    noAddress: 'No address of the article is known',
  },
};

/** Where something is said: the articles, their paragraphs, and the way to the very words. */
export function Citations({ citations, language, form = 'compact' }: CitationsProps) {
  return form === 'full' ? (
    <ol class="citations-full">
      {citations.map((citation) => (
        <FullCitation key={keyOf(citation)} citation={citation} language={language} />
      ))}
    </ol>
  ) : (
    <CompactCitations citations={citations} language={language} />
  );
}

const keyOf = ({ source, paragraph, evidence }: CitationShown): string =>
  `${source.id} ${paragraph} ${evidence.join()}`;

/** The citations of each source together, in the order in which sources first come. */
function bySource(citations: readonly CitationShown[]): readonly CitationShown[][] {
  const groups = new Map<string, CitationShown[]>();
  for (const citation of citations) {
    const group = groups.get(citation.source.id);
    if (group === undefined) groups.set(citation.source.id, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
}

/** One citation a paragraph: one with an address before one without. */
function byParagraph(citations: readonly CitationShown[]): readonly CitationShown[] {
  const paragraphs = new Map<number, CitationShown>();
  for (const citation of citations) {
    const before = paragraphs.get(citation.paragraph);
    if (before === undefined || (!before.link && citation.link)) {
      paragraphs.set(citation.paragraph, citation);
    }
  }
  return [...paragraphs.values()].sort((a, b) => a.paragraph - b.paragraph);
}

function CompactCitations({ citations, language }: Omit<CitationsProps, 'form'>) {
  const say = words[language];
  return (
    <p class="citations">
      <span class="visually-hidden">{say.cited}: </span>
      {bySource(citations).map((group) => (
        <span class="cited" key={group[0]!.source.id}>
          <SourceName source={group[0]!.source} />
          <span class="cited-paragraphs">
            {byParagraph(group).map((citation) => (
              <ParagraphMark key={citation.paragraph} citation={citation} language={language} />
            ))}
          </span>
        </span>
      ))}
    </p>
  );
}

function SourceName({ source }: Pick<CitationShown, 'source'>) {
  return (
    <span class="cited-source" title={source.name}>
      <EntityName entity={{ id: source.id, name: source.name }} />
    </span>
  );
}

/** A paragraph's number: opens the article there, or else what the paragraph states. */
function ParagraphMark({
  citation,
  language,
}: {
  readonly citation: CitationShown;
  readonly language: Language;
}) {
  const say = words[language];
  const links = useContext(LinksContext);
  const { source, paragraph, link } = citation;
  const read = useRead(source.id, paragraph);
  const what = `${say.paragraph} ${paragraph}: ${link ? say.open : say.read}`;
  const mark = (
    <>
      <span aria-hidden="true">¶{paragraph}</span>
      <span class="visually-hidden">{what}</span>
    </>
  );
  return link ? (
    <a class="paragraph-mark away" href={link} target="_blank" rel="noreferrer" title={what}>
      {mark}
    </a>
  ) : (
    <a
      class="paragraph-mark"
      href={links.paragraph(source.id, paragraph)}
      onClick={read}
      title={what}
    >
      {mark}
    </a>
  );
}

function FullCitation({
  citation,
  language,
}: {
  readonly citation: CitationShown;
  readonly language: Language;
}) {
  const say = words[language];
  const links = useContext(LinksContext);
  const { source, paragraph, evidence, inferred, attributedTo, link } = citation;
  const read = useRead(source.id, paragraph);
  return (
    <li class="citation">
      <p>
        <EntityName entity={{ id: source.id, name: source.name }} />
        {', '}
        <a href={links.paragraph(source.id, paragraph)} onClick={read}>
          {say.paragraph} {paragraph}
        </a>
      </p>
      <p class="evidence">
        <span class="visually-hidden">{say.words}: </span>
        {evidence.map((term) => (
          <q key={term} lang={source.language?.toLowerCase()}>
            {term}
          </q>
        ))}
      </p>
      {attributedTo && (
        <p class="attributed">
          {say.says}: <EntityName entity={attributedTo} />
        </p>
      )}
      {inferred && (
        <p class="inferred">
          <b>{say.inferred}:</b> {inferred}
        </p>
      )}
      <p>
        {link ? (
          <a class="away" href={link} target="_blank" rel="noreferrer">
            {say.open}
          </a>
        ) : (
          <span class="soft">{say.noAddress}</span>
        )}
      </p>
    </li>
  );
}
