import { operations } from '../../client/index.ts';
import type { Ontology, Property } from '../../ontology/model.ts';
import type { Ask } from '../../pieces/ask.ts';
import type { Language } from '../../pieces/language.ts';

type Result<Operation> = Operation extends { readonly __apiType?: (variables: never) => infer R }
  ? R
  : never;

export type Outline = Result<typeof operations.EntityOutline>;
export type OutlinedEntity = NonNullable<Outline['entity']>;
type Spelled = NonNullable<Result<typeof operations.StatementsOf>['entity']>['statements'];
export type SpelledStatement = Spelled['nodes'][number];

export type Direction = 'out' | 'in';

/** The statements of one property that have the entity as subject (`out`) or as value (`in`): the first of them, or a page. */
export interface StatementGroup {
  readonly property: string;
  readonly direction: Direction;
  readonly label: string;
  readonly isRelation: boolean;
  readonly statements: readonly SpelledStatement[];
  readonly totalCount: number;
  /** The cursor behind those that are here, where there are more. */
  readonly more: string | undefined;
}

export interface EntityQuestion {
  readonly id: string;
  readonly asOf: string | undefined;
  readonly language: Language;
}

/** How many statements of a group are on the page of an entity; a group that is longer has pages of its own. */
const SHOWN = 8;
const PAGE = 100;
const TIMELINE = 25;
const RELATED = 8;
const PARAGRAPHS = 40;
const OF_PARAGRAPH = 20;

/** What a group is called: the property as said of its subject, or the other way round. */
export function labelOf(
  ontology: Ontology,
  property: string,
  direction: Direction,
  language: Language,
): string {
  const declared = ontology.properties.get(property);
  const label = direction === 'in' ? declared?.inverse?.label : declared?.label;
  return label?.[language] ?? property;
}

export async function loadGroup(
  ask: Ask,
  ontology: Ontology,
  { id, asOf, language }: EntityQuestion,
  { name, type }: Pick<Property, 'name' | 'type'>,
  direction: Direction,
  page: { readonly first: number; readonly after?: string | undefined } = { first: PAGE },
): Promise<StatementGroup | undefined> {
  const variables = { id, property: name, asOf: asOf ?? null, ...page, after: page.after ?? null };
  const group = {
    property: name,
    direction,
    label: labelOf(ontology, name, direction, language),
    isRelation: type === 'entity',
  };
  const pageOf = ({
    hasNextPage,
    endCursor,
  }: {
    hasNextPage: boolean;
    endCursor: string | null;
  }) => (hasNextPage ? (endCursor ?? undefined) : undefined);
  if (direction === 'out') {
    const { entity } = await ask(operations.StatementsOf, variables);
    if (entity === null) return undefined;
    const { nodes, totalCount, pageInfo } = entity.statements;
    return { ...group, statements: nodes, totalCount, more: pageOf(pageInfo) };
  }
  const { entity } = await ask(operations.StatementsNaming, variables);
  if (entity === null) return undefined;
  const { edges, totalCount, pageInfo } = entity.relations;
  const statements = edges.map(({ statement }) => statement as SpelledStatement);
  return { ...group, statements, totalCount, more: pageOf(pageInfo) };
}

/** A paragraph of an article, with what it states. */
export interface ParagraphContent {
  readonly number: number;
  readonly totalCount: number;
  readonly statements: Result<typeof operations.ParagraphStatements>['statements']['nodes'];
}

async function loadParagraphs(ask: Ask, { id, asOf }: EntityQuestion, after: string | undefined) {
  const { entity } = await ask(operations.SourceParagraphs, {
    source: id,
    asOf: asOf ?? null,
    first: PARAGRAPHS,
    after: after ?? null,
  });
  if (entity === null || !('contents' in entity)) return undefined;
  const { contents, paragraphs } = entity;
  const { hasNextPage, endCursor } = contents.pageInfo;
  return {
    of: paragraphs,
    more: hasNextPage ? (endCursor ?? undefined) : undefined,
    paragraphs: await Promise.all(
      contents.nodes.map(async ({ number }): Promise<ParagraphContent> => {
        const { statements } = await ask(operations.ParagraphStatements, {
          source: id,
          paragraphs: [number],
          asOf: asOf ?? null,
          first: OF_PARAGRAPH,
        });
        return { number, totalCount: statements.totalCount, statements: statements.nodes };
      }),
    ),
  };
}

export type EntityData = NonNullable<Awaited<ReturnType<typeof loadEntity>>>;

/** All that the page of an entity shows; nothing where there is no such entity. */
export async function loadEntity(
  ask: Ask,
  ontology: Ontology,
  question: EntityQuestion,
  after?: string,
) {
  const { id, language } = question;
  const asOf = question.asOf ?? null;
  const outline = await ask(operations.EntityOutline, { id, asOf, first: 1 });
  const { entity } = outline;
  if (entity === null) return undefined;
  const groupsOf = (counts: readonly { readonly key: string }[], direction: Direction) => {
    const there = new Set(counts.map(({ key }) => key));
    // In the order in which the ontology declares them, which goes from what a thing is to what it has to do with.
    return [...ontology.properties.values()]
      .filter(({ name }) => there.has(name))
      .map((property) =>
        loadGroup(ask, ontology, { ...question, language }, property, direction, { first: SHOWN }),
      );
  };
  const [out, incoming, timeline, figures, related, contents, references] = await Promise.all([
    Promise.all(groupsOf(outline.said.facets.properties, 'out')),
    Promise.all(groupsOf(outline.named.facets.properties, 'in')),
    ask(operations.EntityTimeline, { id, asOf, first: TIMELINE }),
    ask(operations.EntityFigures, { id, asOf, first: RELATED }),
    ask(operations.Related, { to: id, asOf, first: RELATED }),
    entity.kind === 'source' ? loadParagraphs(ask, question, after) : undefined,
    entity.kind === 'source' ? ask(operations.References, { ids: [id] }) : undefined,
  ]);
  const groups = [...out, ...incoming].filter((group) => group !== undefined);
  return {
    entity,
    outline,
    literals: groups.filter(({ isRelation }) => !isRelation),
    relations: groups.filter(({ isRelation }) => isRelation),
    timeline: timeline.entity?.timeline,
    figures: figures.entity,
    related: related.related?.edges ?? [],
    contents,
    references: references?.nodes[0],
  };
}
