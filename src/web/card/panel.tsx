import { isStatementId } from '../../pieces/card/answer.ts';
import { view } from '../state/explorer.ts';
import { EntityPanel } from './entity-panel.tsx';
import { StatementPanel } from './statement-panel.tsx';
import '../../pieces/statements.css';
import '../../pieces/card/style.css';
import './shared.css';
import './panel.css';

/** The card of what is selected: an entity, or a statement. */
export default function CardPanel() {
  const { selected } = view.value;
  if (selected === undefined) return null;
  return (
    <div class="card-panel">
      {isStatementId(selected) ? <StatementPanel id={selected} /> : <EntityPanel id={selected} />}
    </div>
  );
}
