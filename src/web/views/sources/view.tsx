import { view } from '../../state/explorer.ts';
import { OneSource } from './one-source.tsx';
import { Overview } from './overview.tsx';
import '../../../pieces/statements.css';
import '../../card/shared.css';
import './view.css';

/**
 * The articles: what each is, how much it states, what rests on it alone, and how they compare; or one of them, paragraph by
 * paragraph. They stand whatever the date.
 */
export default function SourcesView() {
  const { source } = view.value;
  return (
    <div class="sources">
      {source === undefined ? <Overview /> : <OneSource key={source} id={source} />}
    </div>
  );
}
