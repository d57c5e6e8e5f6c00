import { lazy, Suspense } from 'preact/compat';
import { language, view } from './state/explorer.ts';
import { views } from './views/views.ts';

const lazyViews = Object.fromEntries(
  Object.entries(views).map(([name, load]) => [name, lazy(load)]),
);

/** The explorer as a whole: the bar above, the view in the middle, the card beside it. */
export function Explorer() {
  const View = lazyViews[view.value.view]!;
  return (
    <main lang={language.value}>
      <Suspense fallback={null}>
        <View />
      </Suspense>
    </main>
  );
}
