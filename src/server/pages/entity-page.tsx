import { familyOf } from '../../pieces/kinds.ts';
import { formatDate, formatNumber, type Language, type Words } from '../../pieces/language.ts';
import { type About, previewPath } from '../site/document.tsx';
import type { EntityData, StatementGroup } from './entity-data.ts';
import { jsonLdOf } from './json-ld.ts';
import { addressWith, type PageFrame, renderPage } from './layout.tsx';
import { timeOf } from './section.tsx';
import { GroupLine, Sections } from './sections.tsx';

const words: Words<
  | 'also'
  | 'time'
  | 'explore'
  | 'embed'
  | 'api'
  | 'asOf'
  | 'asOfIs'
  | 'now'
  | 'show'
  | 'date'
  | 'statements'
  | 'sources'
  | 'statement'
  | 'source'
  | 'back'
  | 'next'
  | 'former'
  | 'described'
> = {
  vi: {
    also: 'Còn gọi là',
    time: 'Thời gian',
    explore: 'Mở trong trình khám phá',
    embed: 'Nhúng thẻ này',
    api: 'Hỏi API',
    asOf: 'Tính đến',
    asOfIs: 'Trang này chỉ nêu những gì đã có tính đến',
    now: 'Xem tất cả',
    show: 'Xem',
    date: 'Ngày (2023, 2023-12 hoặc 2023-12-18)',
    statements: 'mệnh đề',
    statement: 'mệnh đề',
    sources: 'bài báo',
    source: 'bài báo',
    back: 'Về trang của',
    next: 'Trang tiếp',
    former: 'Trước có id',
    described: 'trong đồ thị tri thức có trích dẫn về ngoại giao Việt Nam',
  },
  en: {
    also: 'Also called',
    time: 'Time',
    explore: 'Open in the explorer',
    embed: 'Embed this card',
    api: 'Ask the API',
    asOf: 'As of',
    asOfIs: 'This page tells only what is there as of',
    now: 'Show everything',
    show: 'Show',
    date: 'Date (2023, 2023-12 or 2023-12-18)',
    statements: 'statements',
    statement: 'statement',
    sources: 'articles',
    source: 'article',
    back: 'Back to',
    next: 'Next page',
    former: 'Former ids',
    described: "in the cited knowledge graph of Viet Nam's diplomacy",
  },
};

export interface EntityPageParts extends Pick<PageFrame, 'stylesheet' | 'version' | 'chosen'> {
  readonly data: EntityData;
  readonly kindLabel: string;
  readonly language: Language;
  readonly origin: string;
  readonly asOf: string | undefined;
}

const pathTo = (id: string): string => `/entity/${encodeURI(id)}`;

function aboutOf({ data, kindLabel, language, origin, asOf }: EntityPageParts): About {
  const { entity } = data;
  const picture = new URLSearchParams({
    entity: entity.id,
    ...(asOf && { 'as-of': asOf }),
    lang: language,
  });
  return {
    language,
    title: `${entity.name} · Cây Tre`,
    description: entity.description
      ? `${kindLabel}: ${entity.description}`
      : `${kindLabel} ${words[language].described}.`,
    origin,
    path: addressWith(pathTo(entity.id), { asOf }),
    type: entity.kind === 'person' ? 'profile' : 'article',
    picture: previewPath('card', picture),
    embeddable: true,
    jsonLd: jsonLdOf(data, origin, language),
  };
}

function Heading(parts: EntityPageParts) {
  const { data, kindLabel, language, asOf, chosen } = parts;
  const { entity, outline } = data;
  const say = words[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const aliases = language === 'vi' ? entity.aliasesVi : entity.aliasesEn;
  const time = timeOf(entity.begins, entity.ends, language);
  const statements = outline.about.totalCount;
  const sources = outline.about.facets.sources.length;
  const query = encodeURIComponent(JSON.stringify({ id: entity.id, ...(asOf && { asOf }) }));
  return (
    <header class={`entity-head of-${familyOf(entity.kind)}`}>
      <p class="kind">
        <a href={addressWith('/entities', { kind: entity.kind, lang: chosen })}>{kindLabel}</a>
      </p>
      <h1>{entity.name}</h1>
      {entity.names[other] !== entity.name && (
        <p class="other-name" lang={other}>
          {entity.names[other]}
        </p>
      )}
      {entity.description && <p class="description">{entity.description}</p>}
      <dl class="particulars">
        {aliases.length > 0 && (
          <div>
            <dt>{say.also}</dt>
            <dd>{aliases.join(' · ')}</dd>
          </div>
        )}
        {time && (
          <div>
            <dt>{say.time}</dt>
            <dd>{time}</dd>
          </div>
        )}
        {entity.formerIds.length > 0 && (
          <div>
            <dt>{say.former}</dt>
            <dd>{entity.formerIds.join(' · ')}</dd>
          </div>
        )}
      </dl>
      <p class="soft">
        {formatNumber(statements, language)} {statements === 1 ? say.statement : say.statements}
        {' · '}
        {formatNumber(sources, language)} {sources === 1 ? say.source : say.sources}
      </p>
      <p class="actions">
        <a
          class="button"
          href={addressWith('/', {
            lang: language,
            asOf,
            selected: entity.id,
            around: entity.id,
          })}
        >
          {say.explore}
        </a>
        <a href={addressWith('/embed/card', { entity: entity.id, lang: language, 'as-of': asOf })}>
          {say.embed}
        </a>
        <a href={`/playground?operation=EntityCard&variables=${query}&lang=${language}`}>
          {say.api}
        </a>
      </p>
      <form class="as-of" action={pathTo(entity.id)}>
        {chosen && <input type="hidden" name="lang" value={chosen} />}
        <label>
          {say.asOf}{' '}
          <input
            name="asOf"
            value={asOf}
            inputmode="numeric"
            pattern="\d{4}(-\d\d(-\d\d)?)?"
            title={say.date}
            placeholder="2023-12"
            size={10}
          />
        </label>
        <button type="submit">{say.show}</button>
        {asOf && <a href={addressWith(pathTo(entity.id), { lang: chosen })}>{say.now}</a>}
      </form>
      {asOf && (
        <p class="notice" role="note">
          {say.asOfIs} {formatDate(asOf, language)}.
        </p>
      )}
    </header>
  );
}

/** The page of an entity. */
export function entityPage(parts: EntityPageParts): string {
  const { data, language, asOf, chosen } = parts;
  return renderPage({
    ...parts,
    about: aboutOf(parts),
    children: (
      <article>
        <Heading {...parts} />
        <Sections data={data} language={language} kept={{ lang: chosen, asOf }} />
      </article>
    ),
  });
}

export interface GroupPageParts extends Pick<PageFrame, 'stylesheet' | 'version' | 'chosen'> {
  readonly entity: { readonly id: string; readonly name: string };
  readonly group: StatementGroup;
  readonly language: Language;
  readonly origin: string;
  readonly asOf: string | undefined;
  /** The cursor that the page begins after. */
  readonly after: string | undefined;
}

/** A page of the statements of one property of an entity, where they are too many for its own. */
export function groupPage(parts: GroupPageParts): string {
  const { entity, group, language, asOf, after, chosen, origin } = parts;
  const say = words[language];
  const { property, direction } = group;
  const path = pathTo(entity.id);
  const title = `${entity.name}: ${group.label}`;
  return renderPage({
    ...parts,
    about: {
      language,
      title: `${title} · Cây Tre`,
      description: `${title} (${formatNumber(group.totalCount, language)})`,
      origin,
      path: addressWith(path, { asOf, property, direction, after }),
    },
    children: (
      <article>
        <p>
          <a href={addressWith(path, { lang: chosen, asOf })}>
            {say.back} {entity.name}
          </a>
        </p>
        <h1>
          {title} <span class="count">{formatNumber(group.totalCount, language)}</span>
        </h1>
        <ul class="group-list">
          {group.statements.map((statement) => (
            <li key={statement.id}>
              <GroupLine statement={statement} group={group} language={language} />
            </li>
          ))}
        </ul>
        {group.more !== undefined && (
          <p class="rest">
            <a
              class="button"
              rel="next"
              href={addressWith(path, {
                lang: chosen,
                asOf,
                property,
                direction,
                after: group.more,
              })}
            >
              {say.next}
            </a>
          </p>
        )}
      </article>
    ),
  });
}
