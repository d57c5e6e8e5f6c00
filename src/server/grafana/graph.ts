import { operations } from '../../client/index.ts';
import type { Ask } from '../../pieces/ask.ts';
import { colourOf, type Family, families, familyOf } from '../../pieces/kinds.ts';
import type { Language, Words } from '../../pieces/language.ts';
import type { Settings } from '../../pieces/settings.ts';
import { parameterProblem } from '../site/parameters.ts';
import type { Column, Row, Table } from './columns.ts';

/** How many entities the API takes as starts of a neighborhood. */
const STARTS = 100;
/** Radii of the best connected entity and of one that nothing joins, as Grafana measures them. */
const RADIUS = { least: 25, greatest: 60 };

const words: Words<
  'name' | 'kind' | 'about' | 'drawn' | 'all' | 'page' | 'statement' | 'source'
> & {
  readonly [Each in Language]: {
    readonly [Each in 'paragraph' | 'link' | 'more' | 'open']: string;
  };
} = {
  vi: {
    name: 'Tên',
    kind: 'Loại',
    about: 'Mô tả',
    drawn: 'Liên kết trong hình',
    all: 'Tất cả liên kết',
    page: 'Trang của thực thể',
    statement: 'Mệnh đề',
    source: 'Bài báo',
    paragraph: 'Đoạn',
    link: 'Liên kết tới đoạn văn',
    more: 'Còn nữa: hãy tăng "limit" hoặc "depth".',
    open: 'Mở bài báo tại đoạn văn',
  },
  en: {
    name: 'Name',
    kind: 'Kind',
    about: 'Description',
    drawn: 'Relations drawn',
    all: 'All relations',
    page: 'Page of the entity',
    statement: 'Statement',
    source: 'Article',
    paragraph: 'Paragraph',
    link: 'Link to the paragraph',
    more: 'There is more: raise "limit" or "depth".',
    open: 'Open the article at the paragraph',
  },
};

const familyNames: Words<Family> = {
  vi: {
    people: 'Con người và chức vụ',
    countries: 'Quốc gia và địa danh',
    bodies: 'Cơ quan và tổ chức',
    meetings: 'Hội nghị và sự kiện',
    documents: 'Văn kiện và thỏa thuận',
    ideas: 'Phương hướng và tư tưởng',
    work: 'Nhiệm vụ và đề nghị',
    relations: 'Quan hệ đối tác',
    figures: 'Số liệu',
    sources: 'Nguồn',
  },
  en: {
    people: 'People and offices',
    countries: 'Countries and places',
    bodies: 'Bodies and organizations',
    meetings: 'Conferences and events',
    documents: 'Documents and agreements',
    ideas: 'Directions and ideas',
    work: 'Tasks and requests',
    relations: 'Partnerships',
    figures: 'Figures',
    sources: 'Sources',
  },
};

const everyFamily = Object.keys(families) as Family[];
const arcOf = (family: Family): string => `arc__${family}`;

const text = (name: string, displayName?: string): Column => ({
  name,
  type: 'string',
  config: displayName === undefined ? {} : { displayName },
});
const number = (name: string, displayName: string): Column => ({
  name,
  type: 'number',
  config: { displayName },
});
const linked = (column: Column, title: string, from: string): Column => ({
  ...column,
  config: {
    ...column.config,
    links: [{ title, url: `\${__data.fields["${from}"]}`, targetBlank: true }],
  },
});

/** The columns of nodes: the arc around each, in the colour of its family, is what Grafana makes the legend of. */
export function nodeColumns(language: Language, theme: 'light' | 'dark'): readonly Column[] {
  const say = words[language];
  return [
    linked(text('id'), say.page, 'detail__page'),
    text('title', say.name),
    text('subtitle', say.kind),
    number('mainstat', say.drawn),
    number('secondarystat', say.all),
    { name: 'nodeRadius', type: 'number', config: {} },
    ...everyFamily.map(
      (family): Column => ({
        name: arcOf(family),
        type: 'number',
        config: {
          displayName: familyNames[language][family],
          color: { mode: 'fixed', fixedColor: colourOf(families[family].kinds[0], theme) },
        },
      }),
    ),
    text('detail__kind', say.kind),
    text('detail__about', say.about),
    text('detail__page', say.page),
  ];
}

export function edgeColumns(language: Language): readonly Column[] {
  const say = words[language];
  return [
    linked(text('id'), say.open, 'detail__link'),
    text('source'),
    text('target'),
    text('mainstat', say.statement),
    text('detail__statement', say.statement),
    text('detail__source', say.source),
    number('detail__paragraph', say.paragraph),
    text('detail__link', say.link),
  ];
}

export interface GraphTables {
  readonly nodes: Table;
  readonly edges: Table;
  /** Set where more lies within reach, or beyond it. */
  readonly more: string | undefined;
}

/**
 * What lies around some entities, or the best connected of all where none are given, as nodes and edges.
 * @param address of this server, for links to pages of entities
 * @throws ProblemError PARAMETER_INVALID
 */
export async function graphTables(
  ask: Ask,
  settings: Settings,
  address: string,
): Promise<GraphTables> {
  const { lang, asOf, kinds, properties, depth, limit } = settings;
  const narrowed = {
    ...(asOf !== undefined && { asOf }),
    ...(kinds.length > 0 && { kinds }),
  };
  let ids = settings.entity;
  const isWhole = ids.length === 0;
  let isCut = false;
  if (isWhole) {
    if (limit > STARTS) {
      throw parameterProblem('limit', String(limit), `at most ${STARTS} without an "entity"`);
    }
    const { drawing } = await ask(operations.Drawing, { ...narrowed, limit });
    ids = drawing.entities.ids;
    isCut = drawing.truncated !== null;
  } else if (ids.length > STARTS) {
    throw parameterProblem('entity', `${ids.length} ids`, `at most ${STARTS} ids`);
  }
  const around = await ask(operations.NeighborhoodCited, {
    ids,
    // With room for the starts alone, it answers these and what joins them.
    depth: isWhole ? 1 : depth,
    limit: isWhole ? Math.max(1, ids.length) : limit,
    ...narrowed,
    ...(properties.length > 0 && { properties }),
  });
  if (around.neighborhood === null && !isWhole) {
    throw parameterProblem('entity', ids.join(','), 'ids of entities that exist');
  }
  const { nodes = [], edges = [], truncated = null } = around.neighborhood ?? {};
  const labels = new Map(around.ontology.kinds.map(({ name, label }) => [name, label]));
  const joins = edges.flatMap(({ value, ...edge }) =>
    'entity' in value ? [{ ...edge, target: value.entity.id }] : [],
  );
  const drawn = new Map<string, number>();
  for (const { subject, target } of joins) {
    for (const id of new Set([subject.id, target])) drawn.set(id, (drawn.get(id) ?? 0) + 1);
  }
  const most = Math.max(1, ...nodes.map(({ entity }) => entity.degree));
  const theme = settings.theme === 'dark' ? 'dark' : 'light';
  return {
    nodes: {
      columns: nodeColumns(lang, theme),
      rows: nodes.map(({ entity: { id, kind, name, description, degree } }): Row => {
        const share = Math.sqrt(degree / most);
        const radius = RADIUS.least + (RADIUS.greatest - RADIUS.least) * share;
        return {
          id,
          title: name,
          subtitle: labels.get(kind) ?? kind,
          mainstat: drawn.get(id) ?? 0,
          secondarystat: degree,
          nodeRadius: Math.round(radius),
          ...Object.fromEntries(
            everyFamily.map((family) => [arcOf(family), family === familyOf(kind) ? 1 : 0]),
          ),
          detail__kind: kind,
          detail__about: description ?? null,
          detail__page: `${address}/entity/${encodeURIComponent(id)}`,
        };
      }),
    },
    edges: {
      columns: edgeColumns(lang),
      rows: joins.map(({ id, subject, target, propertyLabel, text: told, citations }): Row => {
        const [first] = citations;
        return {
          id,
          source: subject.id,
          target,
          mainstat: propertyLabel,
          detail__statement: told,
          detail__source: first?.source.name ?? null,
          detail__paragraph: first?.paragraph ?? null,
          detail__link: first?.link ?? null,
        };
      }),
    },
    more: isWhole
      ? isCut
        ? words[lang].more
        : undefined
      : truncated === null
        ? undefined
        : words[lang].more,
  };
}
