import { useContext } from 'preact/hooks';
import { Citations } from '../../pieces/citations.tsx';
import { EntityName } from '../../pieces/entity-name.tsx';
import { familyOf } from '../../pieces/kinds.ts';
import { formatNumber, type Language, type Words } from '../../pieces/language.ts';
import { LinksContext } from '../../pieces/links.tsx';
import { disagreementLabels, StatementLine } from '../../pieces/statement.tsx';
import { Contents } from './contents-section.tsx';
import type { SpelledStatement, StatementGroup } from './entity-data.ts';
import { FiguresSection } from './figures-section.tsx';
import { addressWith } from './layout.tsx';
import { Rest, Section, type SectionProps, withoutName } from './section.tsx';

const words: Words<
  | 'disagreements'
  | 'stated'
  | 'relations'
  | 'timeline'
  | 'related'
  | 'all'
  | 'moreDates'
  | 'moreDisagreements'
  | 'about'
> = {
  vi: {
    disagreements: 'Chỗ các nguồn khác nhau',
    stated: 'Thông tin',
    relations: 'Quan hệ',
    timeline: 'Dòng thời gian',
    related: 'Gần với',
    all: 'Xem tất cả',
    moreDates: 'Xem cả dòng thời gian',
    moreDisagreements: 'Xem mọi chỗ khác nhau',
    about: 'Về',
  },
  en: {
    disagreements: 'Where the sources disagree',
    stated: 'Facts',
    relations: 'Relations',
    timeline: 'Timeline',
    related: 'Close to it',
    all: 'See all',
    moreDates: 'See the whole timeline',
    moreDisagreements: 'See all disagreements',
    about: 'About',
  },
};

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
