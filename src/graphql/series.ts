import type { Value } from '../ontology/model.ts';
import type { SeriesPoint } from '../store/port.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import { known } from './known.ts';
import { valueLabel } from './label.ts';
import { chooseLanguage } from './language.ts';
import { after } from './later.ts';
import type { Resolvers } from './resolver.ts';

type Quantity = Extract<Value, { type: 'quantity' }>;

function quantityOf({ statement: { id, value } }: SeriesPoint): Quantity {
  if (value.type === 'quantity') return value;
  throw new Error(`The figure ${id} is a value of the type ${value.type}.`);
}

export const seriesResolvers: Resolvers = {
  Metric: {
    series: ({ id }, args, { load }) =>
      after(load.series({ metric: id, page: pageRequest(args) }), (page) =>
        connection(known(page, id), plainEdge),
      ),
  },
  SeriesPoint: {
    amount: (point: SeriesPoint) => quantityOf(point).amount,
    unit: (point: SeriesPoint) => quantityOf(point).unit,
    approximation: (point: SeriesPoint) => quantityOf(point).approximation,
    label: (point: SeriesPoint, args, context) =>
      valueLabel(quantityOf(point), chooseLanguage(args, context), context),
  },
};
