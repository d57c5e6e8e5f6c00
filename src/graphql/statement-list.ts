import type { StatementFilter } from '../store/port.ts';
import { connection, type PageArguments, pageRequest, plainEdge } from './connections.ts';
import type { RequestContext } from './context.ts';
import { known } from './known.ts';
import { after } from './later.ts';

/** A list of statements, with what its facets are found by. */
export const statementList = (
  filter: StatementFilter,
  args: PageArguments,
  { load }: RequestContext,
) =>
  after(load.statementPage({ filter, page: pageRequest(args) }), (page) =>
    connection(known(page, 'the statements'), plainEdge, {
      count: 'statements',
      statements: filter,
    }),
  );
