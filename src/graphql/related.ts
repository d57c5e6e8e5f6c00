import type { Language } from '../ontology/model.ts';
import type { RelatedEntity } from '../store/port.ts';
import { betweenNames } from '../util/between-names.ts';
import { connection, pageRequest } from './connections.ts';
import type { RequestContext } from './context.ts';
import type { EntityRelatedArgs, QueryRelatedArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { chooseLanguage } from './language.ts';
import { after } from './later.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';
import type { Resolvers } from './resolver.ts';

function relatedTo(id: string, args: EntityRelatedArgs, { load, ontology }: RequestContext) {
  const { kinds } = args;
  checkKinds('kinds', kinds ?? [], ontology);
  const found = load.related({ id, ...present({ kinds }), page: pageRequest(args) });
  return after(
    found,
    (page) =>
      page && connection(page, ({ entity, ...why }: RelatedEntity) => ({ node: entity, ...why })),
  );
}

/** `Query.related`. */
export const related = (_: unknown, args: QueryRelatedArgs, context: RequestContext) =>
  relatedTo(args.to, args, context);

type Shared = Pick<RelatedEntity, 'shared' | 'sharedCount'>;

export const relatedResolvers = {
  Entity: {
    related: ({ id }, args, context) =>
      after(relatedTo(id, args, context), (page) => known(page, id)),
  },
  RelatedEdge: {
    reason: (edge: Shared, args, context) => reason(edge, chooseLanguage(args, context)),
  },
} satisfies Resolvers;

/** How many shared neighbors a reason names; of more, it names one fewer and counts the rest. */
const NAMED = 3;

const words = {
  vi: {
    joined: 'Cùng liên quan tới',
    and: 'và',
    more: (count: number) => `${count} thực thể khác`,
  },
  en: { joined: 'Both are joined to', and: 'and', more: (count: number) => `${count} more` },
} as const;

/** "Both are joined to A, B and 3 more"; "… to A, b; C; and 3 more" where a name has a comma. */
function reason({ shared, sharedCount }: Shared, language: Language): string {
  const { joined, and, more } = words[language];
  const named = shared
    .slice(0, sharedCount > NAMED ? NAMED - 1 : NAMED)
    .map(({ names }) => names[language]);
  const rest = sharedCount - named.length;
  const parts = rest > 0 ? [...named, more(rest)] : named;
  const last = parts.at(-1);
  if (parts.length === 1) return `${joined} ${last}`;
  const mark = betweenNames(named);
  const before = parts.slice(0, -1).join(`${mark} `);
  return `${joined} ${before}${mark === ';' ? mark : ''} ${and} ${last}`;
}
