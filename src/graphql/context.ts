import type { Language, Ontology } from '../ontology/model.ts';
import type { GraphStore, Meta } from '../store/port.ts';
import { createDatedLoaders, createLoaders, type Loaders } from './loaders.ts';
import type { Turns } from './turns.ts';

/** What every resolver of one request shares. */
export interface RequestContext {
  readonly load: Loaders;
  /** Loaders that name no date, whatever that of this part of the answer. */
  readonly undated: Loaders;
  readonly meta: Meta;
  readonly ontology: Ontology;
  /** The language of texts where a field is not given one. */
  readonly language: Language;
  /** The date that this part of the answer is as of. */
  readonly asOf: string | undefined;
  /** Asked before work that takes long without the store; a promise is to be waited for, for others are to have their turn. */
  readonly turn: () => Promise<void> | undefined;
}

export interface ContextParts {
  readonly store: GraphStore;
  readonly language: Language;
  /** The time that the request has, and its turns; without it, it goes on to the end without a pause. */
  readonly turns?: Turns;
}

/** The context of one request, over one version of the data. */
export function createContext({ store, language, turns }: ContextParts): RequestContext {
  const meta = store.meta();
  const load = createLoaders({ store, turns });
  return {
    meta,
    ontology: meta.ontology,
    language,
    turn: turns?.next ?? (() => undefined),
    asOf: undefined,
    load,
    undated: load,
  };
}

/** The context of a field that is given a date, and of all below it: another date takes the place of that. */
export const asOf = (context: RequestContext, date: string): RequestContext => ({
  ...context,
  asOf: date,
  load: createDatedLoaders({ undated: context.undated, date }),
});
