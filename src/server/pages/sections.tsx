import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Citations } from '../../pieces/citations.tsx';
import { EntityName } from '../../pieces/entity-name.tsx';
import { familyOf } from '../../pieces/kinds.ts';
import { formatDate, formatNumber, type Language, type Words } from '../../pieces/language.ts';
import { LinksContext } from '../../pieces/links.tsx';
import { disagreementLabels, StatementLine } from '../../pieces/statement.tsx';
import type { EntityData, SpelledStatement, StatementGroup } from './entity-data.ts';
import { addressWith } from './layout.tsx';

const words: Words<
  | 'disagreements'
  | 'stated'
  | 'relations'
  | 'timeline'
  | 'figures'
  | 'related'
  | 'contents'
  | 'paragraph'
  | 'all'
  | 'moreDates'
  | 'moreFigures'
  | 'moreParagraphs'
  | 'moreDisagreements'
  | 'of'
  | 'cite'
  | 'about'
> = {
  vi: {
    disagreements: 'Chỗ các nguồn khác nhau',
    stated: 'Thông tin',
    relations: 'Quan hệ',
    timeline: 'Dòng thời gian',
    figures: 'Số liệu',
    related: 'Gần với',
    contents: 'Bài báo nêu những gì',
    paragraph: 'Đoạn',
    all: 'Xem tất cả',
    moreDates: 'Xem cả dòng thời gian',
    moreFigures: 'Xem mọi số liệu',
    moreParagraphs: 'Các đoạn tiếp theo',
    moreDisagreements: 'Xem mọi chỗ khác nhau',
    of: 'trên',
    cite: 'Cách trích dẫn bài này',
    about: 'Về',
  },
  en: {
    disagreements: 'Where the sources disagree',
    stated: 'Facts',
    relations: 'Relations',
    timeline: 'Timeline',
    figures: 'Figures',
    related: 'Close to it',
    contents: 'What the article states',
    paragraph: 'Paragraph',
    all: 'See all',
    moreDates: 'See the whole timeline',
    moreFigures: 'See all figures',
    moreParagraphs: 'The paragraphs that follow',
    moreDisagreements: 'See all disagreements',
    of: 'of',
    cite: 'How to cite this article',
    about: 'About',
  },
};

interface SectionProps {
  readonly data: EntityData;
  readonly language: Language;
  /** The parameters that its links keep. */
  readonly kept: Readonly<Record<string, string | undefined>>;
}

function Section({
  id,
  heading,
  children,
}: {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={`h-${id}`} id={id}>
      <h2 id={`h-${id}`}>{heading}</h2>
      {children}
    </section>
  );
}

/** How many of how many are here, and the way to the rest. */
function Rest({
  shown,
  of,
  href,
  label,
  language,
}: {
  readonly shown: number;
  readonly of: number;
  readonly href: string;
  readonly label: string;
  readonly language: Language;
}) {
  if (shown >= of) return null;
  return (
    <p class="rest">
      <span class="soft">
        {formatNumber(shown, language)} {words[language].of} {formatNumber(of, language)}
      </span>{' '}
      <a href={href}>{label}</a>
    </p>
  );
}

/** What a statement of a group says beside the entity whose page it is on and the heading that it is under. */
export function GroupLine({
  statement,
  group,
  language,
}: {
  readonly statement: SpelledStatement;
  readonly group: Pick<StatementGroup, 'direction'>;
  readonly language: Language;
}) {
  const { value, subject, qualifiers } = statement;
  return (
    <StatementLine statement={statement} language={language}>
      {group.direction === 'in' ? (
        <EntityName entity={subject} />
      ) : 'entity' in value ? (
        <EntityName entity={value.entity} />
      ) : 'url' in value ? (
        <a class="away" href={value.url} rel="noreferrer">
          {value.label}
        </a>
      ) : (
        <span>{value.label}</span>
      )}
      {qualifiers.map(({ name, label, value: said }) => (
        <span class="qualifier" key={`${name} ${said.label}`}>
          {label}: {'entity' in said ? <EntityName entity={said.entity} /> : said.label}
        </span>
      ))}
    </StatementLine>
  );
}

function Groups({
  groups,
  data,
  language,
  kept,
}: SectionProps & { readonly groups: readonly StatementGroup[] }) {
  const say = words[language];
  return (
    <dl class="groups">
      {groups.map((group) => (
        <div key={`${group.direction} ${group.property}`}>
          <dt>
            {group.label}
            {group.totalCount > 1 && (
              <span class="count">{formatNumber(group.totalCount, language)}</span>
            )}
          </dt>
          {group.statements.map((statement) => (
            <dd key={statement.id}>
              <GroupLine statement={statement} group={group} language={language} />
            </dd>
          ))}
          {group.more !== undefined && (
            <dd>
              <Rest
                shown={group.statements.length}
                of={group.totalCount}
                href={addressWith(`/entity/${encodeURI(data.entity.id)}`, {
                  ...kept,
                  property: group.property,
                  direction: group.direction,
                })}
                label={`${say.all}: ${group.label}`}
                language={language}
              />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Disagreements({ data, language, kept }: SectionProps) {
  const { nodes, totalCount } = data.outline.disagreements;
  const say = words[language];
  if (totalCount === 0) return null;
  return (
    <Section id="disagreements" heading={say.disagreements}>
      <ul class="disagreements">
        {nodes.map((one) => (
          <li key={one.id}>
            <h3>
              {one.propertyLabel} <span class="mark">{disagreementLabels[language][one.kind]}</span>
            </h3>
            {one.about.id !== data.entity.id && (
              <p>
                {say.about}: <EntityName entity={one.about} />
              </p>
            )}
            <p>{one.reason}</p>
            <ul class="rivals">
              {one.statements.map((statement) => (
                <li key={statement.id}>
                  <StatementLine
                    statement={{ ...statement, disagreements: [] }}
                    language={language}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Rest
        shown={nodes.length}
        of={totalCount}
        href={addressWith('/', { ...kept, view: 'disagreements', around: data.entity.id })}
        label={say.moreDisagreements}
        language={language}
      />
    </Section>
  );
}

function Timeline({ data, language, kept }: SectionProps) {
  const { timeline } = data;
  const say = words[language];
  if (timeline === undefined || timeline.totalCount === 0) return null;
  return (
    <Section id="timeline" heading={say.timeline}>
      <ol class="timeline">
        {timeline.nodes.map(({ date, label, statement }) => (
          <li key={`${date} ${statement.id}`}>
            <time datetime={date}>{label}</time>
            <div>
              <p>
                {statement.subject.id === data.entity.id ? (
                  statement.text
                ) : (
                  <>
                    <EntityName entity={statement.subject} />
                    {withoutName(statement.text, statement.subject.name)}
                  </>
                )}
              </p>
              <Citations citations={statement.citations} language={language} />
            </div>
          </li>
        ))}
      </ol>
      <Rest
        shown={timeline.nodes.length}
        of={timeline.totalCount}
        href={addressWith('/', { ...kept, view: 'timeline', around: data.entity.id })}
        label={say.moreDates}
        language={language}
      />
    </Section>
  );
}

/** The text of a statement goes on after the name of its subject, which is a link of its own. */
const withoutName = (text: string, name: string): string =>
  text.startsWith(name) ? text.slice(name.length) : `: ${text}`;

type Figures = NonNullable<EntityData['figures']>;
type Series = Figures['metrics']['nodes'][number]['series'];

function SeriesTable({
  series,
  language,
}: {
  readonly series: Series;
  readonly language: Language;
}) {
  return (
    <ul class="series">
      {series.nodes.map(({ label, from, to, statement, observation }) => (
        <li key={statement.id}>
          <b>{label}</b>
          <span class="soft">{timeOf(from, to, language)}</span>
          <EntityName entity={observation} />
          <Citations citations={statement.citations} language={language} />
        </li>
      ))}
    </ul>
  );
}

function FiguresSection({ data, language, kept }: SectionProps) {
  const { figures, entity } = data;
  const say = words[language];
  if (figures === null) return null;
  const own = 'series' in figures ? figures.series : undefined;
  const { nodes, totalCount } = figures.metrics;
  const hasOwn = own !== undefined && own.nodes.length > 0;
  if (!hasOwn && totalCount === 0) return null;
  return (
    <Section id="figures" heading={say.figures}>
      {hasOwn && (
        <>
          <SeriesTable series={own} language={language} />
          <Rest
            shown={own.nodes.length}
            of={own.totalCount}
            href={addressWith('/', { ...kept, view: 'figures', metric: entity.id })}
            label={say.moreFigures}
            language={language}
          />
        </>
      )}
      {nodes.map((metric) => (
        <div key={metric.id}>
          <h3>
            <EntityName entity={metric} />
          </h3>
          <SeriesTable series={metric.series} language={language} />
        </div>
      ))}
      <Rest
        shown={nodes.length}
        of={totalCount}
        href={addressWith('/', { ...kept, view: 'figures', around: entity.id })}
        label={say.moreFigures}
        language={language}
      />
    </Section>
  );
}

function Contents({ data, language, kept }: SectionProps) {
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

function Related({ data, language }: SectionProps) {
  const say = words[language];
  const links = useContext(LinksContext);
  if (data.related.length === 0) return null;
  return (
    <Section id="related" heading={say.related}>
      <ul class="related">
        {data.related.map(({ node, reason }) => (
          <li key={node.id}>
            <a class={`entity-name of-${familyOf(node.kind)}`} href={links.entity(node.id)}>
              {node.name}
            </a>
            <span class="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** All that is said of an entity, in sections; those with nothing in them are left out. */
export function Sections(props: SectionProps) {
  const { data, language } = props;
  const say = words[language];
  return (
    <>
      <Disagreements {...props} />
      {data.literals.length > 0 && (
        <Section id="facts" heading={say.stated}>
          <Groups {...props} groups={data.literals} />
        </Section>
      )}
      <FiguresSection {...props} />
      {data.relations.length > 0 && (
        <Section id="relations" heading={say.relations}>
          <Groups {...props} groups={data.relations} />
        </Section>
      )}
      <Contents {...props} />
      <Timeline {...props} />
      <Related {...props} />
    </>
  );
}

/** A time from one date to another, as people write it. */
export function timeOf(
  from: string | null,
  to: string | null,
  language: Language,
): string | undefined {
  const dates = [...new Set([from, to])].filter((date) => date !== null);
  return dates.length === 0
    ? undefined
    : dates.map((date) => formatDate(date, language)).join(' – ');
}
