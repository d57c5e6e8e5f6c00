import type { operations } from '../../../client/index.ts';
import { EntityName } from '../../../pieces/entity-name.tsx';
import { formatNumber } from '../../../pieces/language.ts';
import { KindMark } from '../../parts/kind-mark.tsx';
import { language } from '../../state/explorer.ts';
import { kindRows, type SharedCounts, type SourceShown } from './counts.ts';
import { words } from './words.ts';

interface ComparedProps {
  readonly sources: readonly SourceShown[];
  readonly shared: SharedCounts;
  readonly kinds: operations.SourcesQuery['byKind']['rows'];
}

/** Sources side by side: how much each two state both, and of what each speaks. Columns go by number, rows tell which is which. */
export function Compared({ sources, shared, kinds }: ComparedProps) {
  const lang = language.value;
  const say = words[lang];
  if (sources.length < 2) return null;
  const numbers = sources.map((source, index) => (
    <th key={source.id} scope="col" class="number">
      <abbr title={source.name}>{index + 1}</abbr>
    </th>
  ));
  return (
    <section class="compared">
      <h2>{say.compared}</h2>
      <p>
        <b>{say.shared}.</b> <span class="muted">{say.sharedNote}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section class="scroll" tabIndex={0} aria-label={say.shared}>
        <table aria-label={say.shared}>
          <thead>
            <tr>
              <th scope="col">{say.article}</th>
              {numbers}
            </tr>
          </thead>
          <tbody>
            {sources.map((row, index) => (
              <tr key={row.id}>
                <th scope="row">
                  <span class="source-number">{index + 1}</span>{' '}
                  <EntityName entity={{ id: row.id, name: row.name }} />
                </th>
                {sources.map((column) => (
                  <td key={column.id} class={row.id === column.id ? 'number own' : 'number'}>
                    {formatNumber(shared(row.id, column.id), lang)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>
        <b>{say.kinds}.</b> <span class="muted">{say.kindsNote}</span>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section class="scroll" tabIndex={0} aria-label={say.kinds}>
        <table aria-label={say.kinds}>
          <thead>
            <tr>
              <th scope="col">{say.kind}</th>
              {numbers}
            </tr>
          </thead>
          <tbody>
            {kindRows(kinds).map(({ kind, of }) => (
              <tr key={kind}>
                <th scope="row">
                  <KindMark kind={kind} label="shown" />
                </th>
                {sources.map(({ id }) => (
                  <td key={id} class="number">
                    {of(id) === 0 ? <span class="muted">–</span> : formatNumber(of(id), lang)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
