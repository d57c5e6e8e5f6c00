import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Ask } from '../../pieces/ask.ts';
import type { Language } from '../../pieces/language.ts';
import type { GraphStore } from '../../store/port.ts';
import { type AskWithin, askFor } from '../ask.ts';
import type { Configuration } from '../configuration.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { SiteAssets } from './assets.ts';
import { publicOrigin } from './public-address.ts';

/** What all pages of the server are made with. */
export interface Site {
  readonly store: GraphStore;
  readonly assets: SiteAssets;
  readonly pictures: Pictures;
  readonly log: FastifyBaseLogger;
  readonly frameAncestors: readonly string[];
  readonly askIn: (language: Language) => Ask;
  /** The origin in addresses that leave the server. */
  readonly originOf: (request: FastifyRequest) => string;
}

export interface SiteParts extends Omit<Site, 'askIn' | 'originOf' | 'frameAncestors'> {
  readonly ask: AskWithin;
  readonly configuration: Pick<Configuration, 'publicUrl' | 'frameAncestors'>;
}

export const createSite = ({ ask, configuration, ...parts }: SiteParts): Site => ({
  ...parts,
  frameAncestors: configuration.frameAncestors,
  askIn: (language) => askFor(ask, language),
  originOf: (request) => publicOrigin(request, configuration.publicUrl),
});

/** Answers of the store come at once or later, one for each request. */
export async function knownEntities(
  { store }: Pick<Site, 'store'>,
  ids: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const found = await store.entities(ids);
  return found.map((one) => {
    if (one instanceof Error) throw one;
    return one?.id;
  });
}

/** The same for ids of statements too, of which there is a card as well. */
export async function knownThings(
  site: Pick<Site, 'store'>,
  ids: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const entities = await knownEntities(site, ids);
  const others = ids.filter((_id, index) => entities[index] === undefined);
  if (others.length === 0) return entities;
  const statements = await site.store.statements(others);
  const found = new Set(
    statements.map((one) => {
      if (one instanceof Error) throw one;
      return one?.id;
    }),
  );
  return entities.map((id, index) => id ?? (found.has(ids[index]) ? ids[index] : undefined));
}
