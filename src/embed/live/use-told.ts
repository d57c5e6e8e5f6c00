import { useEffect, useState } from 'preact/hooks';
import { operations } from '../../client/index.ts';
import type { Ask } from '../../pieces/ask.ts';
import type { Settings } from '../../pieces/settings.ts';
import type { StatementShown } from '../../pieces/statement.tsx';

/** What a statement says and where, once it is known. */
export function useTold(
  id: string | undefined,
  settings: Settings,
  ask: Ask,
): StatementShown | undefined {
  const [told, tell] = useState<StatementShown>();
  const { asOf, lang } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ask` asks the same of the same server
  useEffect(() => {
    if (id === undefined) return undefined;
    let isWanted = true;
    ask(operations.Statement, { id, ...(asOf !== undefined && { asOf }) }).then(
      ({ node }) => {
        if (isWanted && node !== null && 'text' in node) tell(node as StatementShown);
      },
      // The line stays without it: what is drawn is told in its list as well.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [id, asOf, lang]);
  return told?.id === id ? told : undefined;
}
