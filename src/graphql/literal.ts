import { bestStatement } from '../ontology/best-statement.ts';
import type { Entity, Value } from '../ontology/model.ts';
import type { StatementsRequest } from '../store/port.ts';
import { bounds } from './bounds.ts';
import type { PageArguments } from './connections.ts';
import type { RequestContext } from './context.ts';
import { known } from './known.ts';
import { chooseLanguage, type LanguageArguments } from './language.ts';
import { after } from './later.ts';
import type { Resolver } from './resolver.ts';
import { statementList } from './statement-list.ts';

/** Serves every field that bears `@literal` and gives one value: that of the best statement. */
export const shortField =
  (property: string): Resolver =>
  ({ id }: Entity, args: LanguageArguments, { load, language }: RequestContext) =>
    after(load.statementPage(rivals(id, property)), (page) => {
      const best = bestStatement(known(page, id).items.map(({ value }) => value));
      return best === undefined ? null : plainValue(best.value, args, language);
    });

/** Serves every field that bears `@literal` and is a connection: all the statements. */
export const statementsField =
  (property: string): Resolver =>
  ({ id }: Entity, args: PageArguments, context: RequestContext) =>
    statementList({ subjects: [id], properties: [property] }, args, context);

/** One page: a property of one value has few rivals, and no question to the store is unbounded. */
const rivals = (id: string, property: string): StatementsRequest => ({
  filter: { subjects: [id], properties: [property], ranks: ['preferred', 'normal'] },
  page: { first: bounds.page.greatest },
});

/** What the type of a short field is made of: scalars for plain values, the value itself for the rest. */
function plainValue(value: Value, args: LanguageArguments, language: 'vi' | 'en'): unknown {
  switch (value.type) {
    case 'text':
      return value.text[chooseLanguage(args, { language })];
    case 'string':
      return value.string;
    case 'integer':
      return value.integer;
    case 'date':
      return value.date;
    case 'url':
      return value.url;
    default:
      return value;
  }
}
