import { language, view } from './state/explorer.ts';
import { queryClient } from './state/questions.ts';
import { partQuery } from './views/drawing/part.ts';
import { views } from './views/views.ts';

/**
 * Asks for what the graph needs before anything is shown: its scripts and its answer come at the same time, and while the page
 * is put up. Whoever shows them tells what fails.
 */
export function startEarly(): void {
  const { view: name, find, around, depth, limit } = view.peek();
  if (name !== 'graph' || find !== '') return;
  views.graph().catch(() => {});
  const asked = { around, depth, limit, asOf: undefined };
  void queryClient.prefetchQuery(partQuery(asked, language.peek()));
}
