import type { Things } from './random-query.ts';
import type { BlackBox } from './server.ts';

/** What there is to ask about: ids, kinds and properties, learnt from the server. */
export async function findThings({ data }: BlackBox): Promise<Things> {
  const { ontology, entities, related, statements, sources } = await data(`{
    ontology { kinds { name } properties { name } }
    entities(first: 100, order: DEGREE) { nodes { id } }
    related: entities(first: 100, filter: { related: ["country:vnm"] }) { nodes { id } }
    statements(first: 50) { nodes { id } }
    sources(first: 20) { nodes { id } }
  }`);
  const ids = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);
  const names = (all: { name: string }[]) => all.map(({ name }) => name);
  return {
    ids: [...ids(entities), ...ids(related)],
    statements: ids(statements),
    sources: ids(sources),
    kinds: names(ontology.kinds),
    properties: names(ontology.properties),
  };
}
