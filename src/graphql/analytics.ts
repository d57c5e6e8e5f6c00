import type { Entity } from '../ontology/model.ts';
import type { Community, Connectedness, Metric, Page, Ranked } from '../store/port.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import type { QueryRankingArgs, RankingMetric } from './generated/schema.ts';
import { known } from './known.ts';
import { chooseLanguage } from './language.ts';
import { after } from './later.ts';
import { checkKinds } from './names.ts';
import { present } from './present.ts';
import type { Resolver, Resolvers } from './resolver.ts';

const connectedness =
  (measure: keyof Connectedness): Resolver =>
  ({ id }: Entity, _: object, { load }: RequestContext) =>
    after(load.connectedness(id), (found) => known(found, id)[measure]);

const measure =
  (name: 'pageRank' | 'betweenness'): Resolver =>
  ({ id }: Entity, _: object, { load }: RequestContext) =>
    after(load.measures(id), (found) => known(found, id)[name]);

const community = ({ id }: Entity, _: object, { load }: RequestContext) =>
  after(load.measures(id), (found) => {
    const { community } = known(found, id);
    if (community === null) return null;
    return after(
      load.communities({ ids: [community], page: { first: 1 } }),
      (page) => known(known(page, community).items[0] ?? null, community).value,
    );
  });

const metrics = {
  DEGREE: 'degree',
  PAGE_RANK: 'pageRank',
  BETWEENNESS: 'betweenness',
} as const satisfies Record<RankingMetric, Metric>;

function ranking(_: unknown, args: QueryRankingArgs, { load, ontology }: RequestContext) {
  const kinds = typeof args.kind === 'string' ? [args.kind] : null;
  checkKinds('kind', kinds ?? [], ontology);
  return after(
    load.ranking({
      metric: metrics[args.metric],
      ...present({ kinds }),
      page: pageRequest(args),
    }),
    (page) => rankedConnection(known(page, 'a ranking')),
  );
}

const rankedConnection = (page: Page<Ranked>) =>
  connection(page, ({ entity, value, position }) => ({ node: entity, value, position }));

const communities = (_: unknown, args: PageArguments, { load }: RequestContext) =>
  after(load.communities({ page: pageRequest(args) }), (page) =>
    connection(known(page, 'the communities'), plainEdge),
  );

function members(
  { id }: Community,
  args: PageArguments & { readonly kinds?: readonly string[] | null },
  { load, ontology }: RequestContext,
) {
  const { kinds } = args;
  checkKinds('kinds', kinds ?? [], ontology);
  return after(
    load.members({ community: id, ...present({ kinds }), page: pageRequest(args) }),
    (page) => rankedConnection(known(page, id)),
  );
}

export const analyticsResolvers: Resolvers = {
  Query: { ranking, communities },
  Entity: {
    degree: connectedness('degree'),
    hub: connectedness('hub'),
    pageRank: measure('pageRank'),
    betweenness: measure('betweenness'),
    community,
  },
  Community: {
    label: ({ label }: Community, args, context) => label[chooseLanguage(args, context)],
    members,
  },
  Dataset: {
    analytics: (_, __, { load }) =>
      after(load.analytics(null), (info) => known(info, 'its analytics')),
  },
};
