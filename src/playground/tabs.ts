import { useEffect } from 'react';

/** What GraphiQL says of its tabs in a way that a screen reader cannot follow: a tab must not hold buttons. */
const WRONG = '.graphiql-tabs[role], .graphiql-tabs [role="tab"]';

function mend(): void {
  for (const element of document.querySelectorAll(WRONG)) element.removeAttribute('role');
  for (const item of document.querySelectorAll('.graphiql-tabs > li[aria-selected]')) {
    const isCurrent = item.getAttribute('aria-selected') === 'true';
    item.removeAttribute('aria-selected');
    item.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', String(isCurrent));
  }
}

/** Makes of GraphiQL's tabs a list of buttons, of which one is the current one, whenever it writes them anew. */
export function useReadableTabs(): void {
  useEffect(() => {
    mend();
    const observer = new MutationObserver(mend);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['role', 'aria-selected'],
    });
    return () => observer.disconnect();
  }, []);
}
