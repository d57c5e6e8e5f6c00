import type { Entity } from '../ontology/model.ts';
import type { Paragraph } from '../store/port.ts';
import { connection, pageRequest, plainEdge } from './connections.ts';
import type { ReferenceStyle } from './generated/schema.ts';
import { known } from './known.ts';
import { after } from './later.ts';
import { entityList } from './list.ts';
import { apa } from './references/apa.ts';
import { bibtex } from './references/bibtex.ts';
import { type Particulars, particularsOf } from './references/particulars.ts';
import { atWords } from './references/text-fragment.ts';
import type { Resolvers } from './resolver.ts';
import { statementList } from './statement-list.ts';

type Print = (article: Particulars, paragraph?: number) => string;

const styles: Readonly<Record<ReferenceStyle, Print>> = { APA: apa, BIBTEX: bibtex };

export const sourceResolvers: Resolvers = {
  Source: {
    contents: ({ id }, args, { load }) =>
      after(load.paragraphs({ source: id, page: pageRequest(args) }), (page) =>
        connection(known(page, id), plainEdge),
      ),
    alone: (source) => source,
    reference: ({ id }, { style }, context) =>
      after(particularsOf(id, context), (article) => styles[style](article)),
  },
  SourceParagraph: {
    statements: ({ source, number }: Paragraph, args, context) =>
      statementList({ sources: [source], paragraphs: [number] }, args, context),
  },
  // The parent is the source itself.
  RestingAlone: {
    statements: ({ id }: Entity, args, context) =>
      statementList({ restsOnlyOn: [id] }, args, context),
    entities: ({ id }: Entity, args, context) => entityList({ restsOnlyOn: [id] }, args, context),
  },
  Citation: {
    link: ({ source, evidence }, _, context) =>
      after(particularsOf(source, context), ({ address }) =>
        address === null ? null : atWords(address.url, evidence),
      ),
    reference: ({ source, paragraph }, { style }, context) =>
      after(particularsOf(source, context), (article) => styles[style](article, paragraph)),
  },
};
