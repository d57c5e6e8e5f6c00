import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';

interface Content {
  readonly query: string;
  readonly variables: string;
}

/**
 * Puts a query and its variables into the editors: into a tab of its own, unless the present one holds nothing that somebody
 * wrote.
 */
export function useOpenDocument(
  isUntouched: (content: Content) => boolean,
): (content: Content) => void {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const { addTab, setOperationName } = useGraphiQLActions();
  return ({ query, variables }) => {
    const present = {
      query: queryEditor?.getValue() ?? '',
      variables: variableEditor?.getValue() ?? '',
    };
    if (present.query.trim() !== '' && !isUntouched(present)) addTab();
    queryEditor?.setValue(query);
    // GraphiQL would read it only a moment later, and run what was there before if asked until then.
    const name = NAME.exec(query)?.[1];
    if (name !== undefined) setOperationName(name);
    variableEditor?.setValue(variables);
  };
}

/** The name of the first query. */
const NAME = /^\s*query\s+(\w+)/m;

/** Calls the newest of some functions whenever the address changes after its `#`. */
export function useAddressChange(read: () => void): void {
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    const changed = (): void => latest.current();
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
}
