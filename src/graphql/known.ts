import type { Entity } from '../ontology/model.ts';
import type { RequestContext } from './context.ts';
import { after, type Later } from './later.ts';

/** The entity that a record names; that it exists is the dataset's promise, and a breach of it an internal error. */
export function knownEntity(id: string, { load }: RequestContext): Later<Entity> {
  return after(load.entity(id), (entity) => known(entity, id));
}

/** What the store must have an answer to, since it was the store that spoke of it. */
export function known<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`The store has no answer for ${what}, of which it spoke.`);
  return value;
}
