import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import type { InMemoryCacheConfig } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from '../../../src/client/index.ts';
import { type Sent, spy } from './spy.ts';

type Policies = NonNullable<InMemoryCacheConfig['typePolicies']>;

/** A thing is kept for each date; where a question asks for no `id` or no `shownAsOf`, within what holds it. */
const shown: Policies[string] = {
  keyFields: ({ id, shownAsOf }) =>
    id !== undefined && shownAsOf !== undefined && ['id', 'shownAsOf'],
};

/** The cache that README advises. */
export const advised = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Entity: shown,
      Statement: shown,
      Community: shown,
      Disagreement: shown,
      Query: { fields: { partnerships: relayStylePagination(['filter', 'order', 'asOf']) } },
      Country: { fields: { partyTo: relayStylePagination() } },
    },
  });

/** A client of the server at `address`, and what it sent. */
export function apollo(
  address: string,
  cache: InMemoryCache = advised(),
  link?: ApolloLink,
  options: HttpLink.Options = {},
): { readonly client: ApolloClient; readonly sent: readonly Sent[] } {
  const { sent, fetch } = spy();
  const http = new HttpLink({ uri: `${address}/graphql`, fetch, ...options });
  const client = new ApolloClient({ cache, link: link ? ApolloLink.from([link, http]) : http });
  return { client, sent };
}
