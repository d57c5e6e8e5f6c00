/** @jsxImportSource react */
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { pick, useGraphiQL } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { readAddress, type Shared, tidyVariables, writeAddress } from './address.ts';
import { Editors } from './editors.tsx';
import { fetcher } from './fetcher.ts';
import { Head } from './head.tsx';
import { setLanguage, useLanguage } from './language.ts';
import { useAddressChange, useOpenDocument } from './open-document.ts';
import { exampleOf, type NamedOperation } from './operations.ts';
import { operationsPlugin } from './operations-menu.tsx';
import { Share } from './share.tsx';
import { useReadableTabs } from './tabs.ts';

const welcome = `# Cây Tre: đồ thị tri thức có trích dẫn về ngoại giao Việt Nam.
# A cited knowledge graph of Viet Nam's diplomacy.
#
# Ctrl-Enter chạy truy vấn / runs the query. Ctrl-Space gợi ý / suggests.
{
  search(query: "ngoại giao cây tre", first: 5) {
    totalCount
    nodes {
      id
      kind
      name
      description
    }
  }
}
`;

/** Wide enough that the menu beside the editor leaves it room. */
const ROOMY = '(min-width: 60rem)';

interface PlaygroundProps {
  /** None where the server did not tell them. */
  readonly operations: readonly NamedOperation[] | undefined;
  readonly shared: Shared;
}

interface Content {
  readonly query: string;
  readonly variables: string;
}

/** What an address asks to be opened; the example of the variables where it names an operation without any. */
function contentOf(
  { query, operation, variables }: Shared,
  operations: readonly NamedOperation[] | undefined,
): Content | undefined {
  if (query !== undefined) return { query, variables: tidyVariables(variables ?? '') };
  if (operation === undefined) return undefined;
  const named = operations?.find(({ name }) => name === operation);
  if (named === undefined) {
    return { query: `# Không có thao tác / There is no operation: ${operation}\n`, variables: '' };
  }
  return {
    query: named.document,
    variables: variables === undefined ? exampleOf(named) : tidyVariables(variables),
  };
}

export function Playground({ operations, shared }: PlaygroundProps) {
  // Made once: GraphiQL takes others for news, and would begin anew.
  const [first] = useState(() => {
    const menu = operationsPlugin(operations);
    return {
      plugins: [menu, HISTORY_PLUGIN],
      menu: matchMedia(ROOMY).matches ? menu : undefined,
      content: contentOf(shared, operations),
    };
  });
  useReadableTabs();
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={first.plugins}
      defaultQuery={welcome}
      defaultEditorToolsVisibility
      schemaDescription
      inputValueDeprecation
      {...(first.menu && { visiblePlugin: first.menu })}
      {...(first.content && {
        initialQuery: first.content.query,
        initialVariables: first.content.variables,
      })}
    >
      <GraphiQL.Logo>
        <Head />
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy, merge }) => (
          <>
            <Share />
            {prettify}
            {copy}
            {merge}
          </>
        )}
      </GraphiQL.Toolbar>
      <AddressBar operations={operations} />
      <Editors />
    </GraphiQL>
  );
}

/** Keeps the address such that it opens what is in the editors, and opens what an address pasted over it says. */
function AddressBar({ operations }: Pick<PlaygroundProps, 'operations'>) {
  const language = useLanguage();
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const { query, variables } = tabs[activeTabIndex] ?? {};
  const openDocument = useOpenDocument((present) => present.query === query && query === welcome);

  useEffect(() => {
    if (!query) return;
    const address = writeAddress({ query, variables: variables ?? '', lang: language });
    history.replaceState(null, '', address);
  }, [query, variables, language]);

  useAddressChange(() => {
    const shared = readAddress(location);
    if (shared.lang !== undefined) setLanguage(shared.lang);
    const content = contentOf(shared, operations);
    if (content !== undefined && content.query !== query) openDocument(content);
  });
  return null;
}
