import type { Citation, Entity } from '../ontology/model.ts';
import type { EntityOrder, Paragraph } from '../store/port.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import type { EnumerationName } from './enumeration.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import { entityList } from './list.ts';
import { apa } from './references/apa.ts';
import { bibtex } from './references/bibtex.ts';
import { type Particulars, particularsOf } from './references/particulars.ts';
import { atWords } from './references/text-fragment.ts';
import type { Resolvers } from './resolver.ts';
import { statementList } from './statement-list.ts';

interface ReferenceArguments {
  readonly style: 'APA' | 'BIBTEX';
}

type Print = (article: Particulars, paragraph?: number) => string;

const styles: Readonly<Record<ReferenceArguments['style'], Print>> = { APA: apa, BIBTEX: bibtex };

interface EntitiesArguments extends PageArguments {
  readonly order: EnumerationName<EntityOrder>;
}

export const sourceResolvers: Resolvers = {
  Source: {
    contents: ({ id }: Entity, args: PageArguments, { load }: RequestContext) =>
      after(load.paragraphs({ source: id, page: pageRequest(args) }), (page) =>
        connection(known(page, id), plainEdge),
      ),
    alone: (source: Entity) => source,
    reference: ({ id }: Entity, { style }: ReferenceArguments, context: RequestContext) =>
      after(particularsOf(id, context), (article) => styles[style](article)),
  },
  SourceParagraph: {
    statements: ({ source, number }: Paragraph, args: PageArguments, context: RequestContext) =>
      statementList({ sources: [source], paragraphs: [number] }, args, context),
  },
  // The parent is the source itself.
  RestingAlone: {
    statements: ({ id }: Entity, args: PageArguments, context: RequestContext) =>
      statementList({ restsOnlyOn: [id] }, args, context),
    entities: ({ id }: Entity, args: EntitiesArguments, context: RequestContext) =>
      entityList({ restsOnlyOn: [id] }, args, context),
  },
  Citation: {
    link: ({ source, evidence }: Citation, _: object, context: RequestContext) =>
      after(particularsOf(source, context), ({ address }) =>
        address === null ? null : atWords(address.url, evidence),
      ),
    reference: (
      { source, paragraph }: Citation,
      { style }: ReferenceArguments,
      context: RequestContext,
    ) => after(particularsOf(source, context), (article) => styles[style](article, paragraph)),
  },
};
