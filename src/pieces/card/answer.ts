import { operations } from '../../client/index.ts';
import type { Ask } from '../ask.ts';
import type { Settings } from '../settings.ts';
import { type Group, groupStatements } from './groups.ts';

type Outline = operations.EntityOutlineQuery;
export type OutlinedEntity = NonNullable<Outline['entity']>;
type Node = NonNullable<operations.StatementQuery['node']>;
export type WholeStatement = Extract<Node, { readonly text: string }>;

/** What the card of an entity shows. */
export interface EntityCard {
  readonly type: 'entity';
  readonly entity: OutlinedEntity;
  readonly kindLabel: string;
  readonly groups: readonly Group[];
  readonly disagreements: Outline['disagreements'];
  readonly sources: Outline['about']['facets']['sources'];
  /** How many statements are about it in all. */
  readonly total: number;
  /** How many statements it shows at most. */
  readonly limit: number;
}

/** What the card of a statement shows. */
export interface StatementCard {
  readonly type: 'statement';
  readonly statement: WholeStatement;
}

export type Card = EntityCard | StatementCard;

/** Whether an id is that of a statement. */
export const isStatementId = (id: string): boolean => /^[0-9a-f]{20}$/.test(id);

/** Puts together what an outline and the ontology say. */
export function cardOf(
  { entity, said, named, about, disagreements }: Outline,
  { ontology }: operations.OntologyQuery,
  limit: number,
): EntityCard | undefined {
  if (entity === null) return undefined;
  return {
    type: 'entity',
    entity,
    kindLabel: ontology.kinds.find(({ name }) => name === entity.kind)?.label ?? entity.kind,
    groups: groupStatements(
      {
        said: entity.statements.nodes,
        named: entity.relations.edges.map(({ statement }) => statement),
        saidCounts: said.facets.properties,
        namedCounts: named.facets.properties,
      },
      ontology.properties,
    ),
    disagreements,
    sources: about.facets.sources,
    total: about.totalCount,
    limit,
  };
}

/** The longest list that the API answers in one page. */
const GREATEST_PAGE = 100;

/** Asks for the card of the first entity or statement of the settings; `undefined` where there is none. */
export async function loadCard(ask: Ask, settings: Settings): Promise<Card | undefined> {
  const { entity: ids, asOf, properties, limit } = settings;
  const [id] = ids;
  if (id === undefined) return undefined;
  const dated = asOf === undefined ? {} : { asOf };
  if (isStatementId(id)) {
    const { node } = await ask(operations.Statement, { id, ...dated });
    return node !== null && 'text' in node ? { type: 'statement', statement: node } : undefined;
  }
  const first = Math.min(limit, GREATEST_PAGE);
  const [outline, ontology] = await Promise.all([
    ask(operations.EntityOutline, {
      id,
      first,
      ...(properties.length > 0 && { properties }),
      ...dated,
    }),
    ask(operations.Ontology, {}),
  ]);
  return cardOf(outline, ontology, limit);
}
