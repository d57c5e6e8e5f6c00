import type { Drawing, Measures, OwnTime } from '../store/port.ts';
import { lazy } from '../util/lazy.ts';
import { bounds, checkRange } from './bounds.ts';
import type { RequestContext } from './context.ts';
import { entityFilter } from './entity-filter.ts';
import type { QueryDrawingArgs } from './generated/schema.ts';
import { known } from './known.ts';
import { chooseLanguage } from './language.ts';
import { after, type Later } from './later.ts';
import type { Load } from './loader.ts';
import type { Resolver, Resolvers } from './resolver.ts';

/** A drawing, with what is asked for each of its entities only where some column needs it, and then once. */
interface Drawn extends Drawing {
  readonly measures: () => Later<readonly Measures[]>;
  readonly times: () => Later<readonly OwnTime[]>;
}

/** `Query.drawing`. */
export const drawing = (_: unknown, args: QueryDrawingArgs, { load, ontology }: RequestContext) =>
  after(
    load.drawing({
      filter: entityFilter(args.kinds, args.filter, ontology),
      limit: checkRange('limit', args.limit, bounds.drawn),
    }),
    (found): Drawn => {
      const whole = known(found, 'a drawing');
      const ofAll = <Value>(ask: Load<readonly string[], readonly (Value | null)[]>) => {
        const ids = whole.entities.map(({ id }) => id);
        return after(ask(ids), (values) =>
          known(values, 'a list').map((value, place): Value => known(value, ids[place]!)),
        );
      };
      return {
        ...whole,
        measures: lazy(() => ofAll(load.measuresOfAll)),
        times: lazy(() => ofAll(load.timesOfAll)),
      };
    },
  );

/**
 * A column. To write one of thousands of values keeps the thread as long as a question to the store, so that each is begun
 * in a turn of its own once the request has had its time.
 */
const column =
  <Arguments>(
    values: (drawn: Drawn, args: Arguments, context: RequestContext) => Later<Iterable<unknown>>,
  ): Resolver =>
  (drawn: Drawn, args: Arguments, context: RequestContext) => {
    const turn = context.turn();
    return turn === undefined
      ? values(drawn, args, context)
      : turn.then(() => values(drawn, args, context));
  };

const measured = (value: (measures: Measures) => number | null): Resolver =>
  column(({ measures }) => after(measures(), (all) => all.map(value)));

export const drawingResolvers: Resolvers = {
  Drawing: {
    entities: (drawn: Drawn) => drawn,
    edges: (drawn: Drawn) => drawn,
  },
  DrawnEntities: {
    ids: column(({ entities }) => entities.map(({ id }) => id)),
    kinds: column(({ entities }) => entities.map(({ kind }) => kind)),
    names: column(({ entities }, args, context) => {
      const language = chooseLanguage(args as never, context);
      return entities.map(({ names }) => names[language]);
    }),
    degrees: column(({ degrees }) => degrees),
    pageRanks: measured(({ pageRank }) => pageRank),
    communities: measured(({ communityPlace }) => communityPlace),
    begins: column(({ times }) => after(times(), (all) => all.map(({ begins }) => begins))),
  },
  DrawnEdges: {
    ids: column(({ edges }) => edges.map(({ id }) => id)),
    properties: column(({ edges }) => edges.map(({ property }) => property)),
    subjects: column(({ subjects }) => subjects),
    objects: column(({ objects }) => objects),
  },
};
