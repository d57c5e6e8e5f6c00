import { operations } from '../../client/index.ts';
import type { Ontology } from '../../ontology/model.ts';
import type { Ask } from '../../pieces/ask.ts';
import { EntityName } from '../../pieces/entity-name.tsx';
import { type Family, families } from '../../pieces/kinds.ts';
import { formatNumber, type Language, type Words } from '../../pieces/language.ts';
import { addressWith, type PageFrame, renderPage } from './layout.tsx';

const words: Words<
  | 'entities'
  | 'entitiesAre'
  | 'found'
  | 'nothing'
  | 'nothingTip'
  | 'near'
  | 'next'
  | 'all'
  | 'unknown'
  | 'unknownIs'
  | 'perhaps'
  | 'tryElse'
  | 'seeAll'
  | 'of'
  | 'moreFound'
> = {
  vi: {
    entities: 'Mọi thực thể',
    entitiesAre:
      'Người, chức vụ, quốc gia, hội nghị, văn kiện, quan hệ đối tác… trong đồ thị tri thức có trích dẫn về ngoại giao Việt Nam.',
    found: 'Kết quả tìm',
    nothing: 'Không tìm thấy gì.',
    nothingTip: 'Hãy thử ít từ hơn, hoặc bỏ dấu.',
    near: 'Không có kết quả đúng hẳn; đây là những gì gần nhất.',
    next: 'Trang tiếp',
    all: 'Tất cả các loại',
    unknown: 'Không có thực thể này',
    unknownIs: 'Đồ thị không có thực thể nào mang id',
    perhaps: 'Có phải bạn muốn tìm',
    tryElse: 'Hãy tìm bằng tên ở ô phía trên, hoặc',
    seeAll: 'xem mọi thực thể theo loại',
    of: 'trên',
    moreFound: 'Xem mọi kết quả trong trình khám phá',
  },
  en: {
    entities: 'All entities',
    entitiesAre:
      "People, offices, countries, conferences, documents, partnerships and more, in the cited knowledge graph of Viet Nam's diplomacy.",
    found: 'Found for',
    nothing: 'Nothing was found.',
    nothingTip: 'Try fewer words, or leave out the marks.',
    near: 'Nothing is quite that; these come nearest.',
    next: 'Next page',
    all: 'All kinds',
    unknown: 'There is no such entity',
    unknownIs: 'The graph has no entity with the id',
    perhaps: 'Did you mean',
    tryElse: 'Search by name above, or',
    seeAll: 'see all entities by kind',
    of: 'of',
    moreFound: 'See all that was found in the explorer',
  },
};

const PAGE = 100;
const FOUND = 50;
const SUGGESTED = 8;

type Framed = Pick<PageFrame, 'stylesheet' | 'version' | 'chosen'> & {
  readonly language: Language;
  readonly origin: string;
};

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string | null;
}

function EntityRows({
  entities,
  ontology,
  language,
}: {
  readonly entities: readonly Listed[];
  /** Set where the kinds differ. */
  readonly ontology?: Ontology;
  readonly language: Language;
}) {
  return (
    <ul class="entity-rows">
      {entities.map((entity) => (
        <li key={entity.id}>
          <EntityName entity={entity} />
          {ontology && (
            <span class="mark">
              {ontology.kinds.get(entity.kind)?.label[language] ?? entity.kind}
            </span>
          )}
          {entity.description && <span class="soft">{entity.description}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The kinds with how many entities each has, by families: from here every page can be reached. */
export async function kindsPage(ask: Ask, ontology: Ontology, frame: Framed): Promise<string> {
  const { language, origin, chosen } = frame;
  const say = words[language];
  const { dataset } = await ask(operations.Overview, {});
  const counts = new Map(dataset.entitiesByKind.map(({ key, count }) => [key, count]));
  const grouped = Object.entries(families) as [Family, (typeof families)[Family]][];
  const known = new Set(grouped.flatMap(([, { kinds }]): readonly string[] => kinds));
  const others = [...counts.keys()].filter((kind) => !known.has(kind));
  const lists = [
    ...grouped.map(([family, { kinds }]) => [family, kinds] as [string, readonly string[]]),
    ['ideas', others] as [string, readonly string[]],
  ].map(([family, kinds]) => [family, kinds.filter((kind) => counts.get(kind))] as const);
  return renderPage({
    ...frame,
    about: {
      language,
      title: `${say.entities} · Cây Tre`,
      description: say.entitiesAre,
      origin,
      path: '/entities',
    },
    children: (
      <article>
        <h1>{say.entities}</h1>
        <p>{say.entitiesAre}</p>
        <div class="kinds">
          {lists
            .filter(([, kinds]) => kinds.length > 0)
            .map(([family, kinds]) => (
              <ul key={kinds.join()} class={`of-${family}`}>
                {kinds.map((kind) => (
                  <li key={kind}>
                    <a href={addressWith('/entities', { kind, lang: chosen })}>
                      {ontology.kinds.get(kind)?.label[language] ?? kind}{' '}
                      <span class="count">{formatNumber(counts.get(kind) ?? 0, language)}</span>
                    </a>
                  </li>
                ))}
              </ul>
            ))}
        </div>
      </article>
    ),
  });
}

/** The entities of one kind by name, page by page; nothing where there is no such kind. */
export async function kindPage(
  ask: Ask,
  ontology: Ontology,
  kind: string,
  after: string | undefined,
  frame: Framed,
): Promise<string | undefined> {
  const { language, origin, chosen } = frame;
  const say = words[language];
  const declared = ontology.kinds.get(kind);
  if (declared === undefined) return undefined;
  const { entities } = await ask(operations.EntityList, {
    kinds: [kind],
    first: PAGE,
    after: after ?? null,
  });
  const { hasNextPage, endCursor } = entities.pageInfo;
  const label = declared.label[language];
  return renderPage({
    ...frame,
    about: {
      language,
      title: `${label} · Cây Tre`,
      description: declared.description[language],
      origin,
      path: addressWith('/entities', { kind, after }),
    },
    children: (
      <article>
        <p>
          <a href={addressWith('/entities', { lang: chosen })}>{say.all}</a>
        </p>
        <h1>
          {label} <span class="count">{formatNumber(entities.totalCount, language)}</span>
        </h1>
        <p>{declared.description[language]}</p>
        <EntityRows entities={entities.nodes} language={language} />
        {hasNextPage && endCursor && (
          <p class="rest">
            <a
              class="button"
              rel="next"
              href={addressWith('/entities', { kind, lang: chosen, after: endCursor })}
            >
              {say.next}
            </a>
          </p>
        )}
      </article>
    ),
  });
}

/** What a search finds, as a page: for those who run no script. */
export async function foundPage(
  ask: Ask,
  ontology: Ontology,
  query: string,
  frame: Framed,
): Promise<string> {
  const { language, origin, chosen } = frame;
  const say = words[language];
  const { search } = await ask(operations.FindEntities, { query, first: FOUND });
  const found = search.edges.map(({ node }) => node);
  const isNear = search.best === 'TYPO' || search.best === 'SOME';
  return renderPage({
    ...frame,
    query,
    about: {
      language,
      title: `${say.found} “${query}” · Cây Tre`,
      description: say.entitiesAre,
      origin,
      path: addressWith('/entities', { q: query }),
      unlisted: true,
    },
    children: (
      <article>
        <h1>
          {say.found} “{query}”{' '}
          <span class="count">{formatNumber(search.totalCount, language)}</span>
        </h1>
        {found.length === 0 && (
          <p>
            {say.nothing} {say.nothingTip}
          </p>
        )}
        {isNear && <p class="notice">{say.near}</p>}
        <EntityRows entities={found} ontology={ontology} language={language} />
        {search.totalCount > found.length && (
          <p class="rest">
            <span class="soft">
              {formatNumber(found.length, language)} {say.of}{' '}
              {formatNumber(search.totalCount, language)}
            </span>{' '}
            <a href={addressWith('/', { view: 'table', query, lang: chosen })}>{say.moreFound}</a>
          </p>
        )}
      </article>
    ),
  });
}

/** Says that there is no such entity, and which somebody may have meant. */
export async function unknownPage(
  ask: Ask,
  ontology: Ontology,
  id: string,
  frame: Framed,
): Promise<string> {
  const { language, origin } = frame;
  const say = words[language];
  const query = id
    .slice(0, 200)
    .replace(/^[a-z]+:/, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
  const { search } =
    query === ''
      ? { search: { edges: [] } }
      : await ask(operations.FindEntities, { query, first: SUGGESTED });
  return renderPage({
    ...frame,
    query,
    about: {
      language,
      title: `${say.unknown} · Cây Tre`,
      description: `${say.unknownIs} ${id.slice(0, 100)}.`,
      origin,
      path: `/entity/${encodeURIComponent(id)}`,
      unlisted: true,
    },
    children: (
      <article>
        <h1>{say.unknown}</h1>
        <p>
          {say.unknownIs} <code>{id.slice(0, 200)}</code>.
        </p>
        {search.edges.length === 0 && (
          <p>
            {say.tryElse}{' '}
            <a href={addressWith('/entities', { lang: frame.chosen })}>{say.seeAll}</a>.
          </p>
        )}
        {search.edges.length > 0 && (
          <>
            <h2>{say.perhaps}</h2>
            <EntityRows
              entities={search.edges.map(({ node }) => node)}
              ontology={ontology}
              language={language}
            />
          </>
        )}
      </article>
    ),
  });
}
