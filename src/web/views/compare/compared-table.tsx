import type { ComponentChildren } from 'preact';
import type { Words } from '../../../pieces/language.ts';
import { StatementLine } from '../../../pieces/statement.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { language } from '../../state/explorer.ts';
import { type Compared, type Entry, isShared } from './by-property.ts';

export interface Row extends Compared {
  readonly label: string;
}

const words: Words<'property' | 'both' | 'nothing'> = {
  vi: { property: 'Thuộc tính', both: 'cả hai', nothing: 'không có trong đồ thị' },
  en: { property: 'Property', both: 'both', nothing: 'nothing in the graph' },
};

interface ComparedTableProps {
  readonly caption: string;
  readonly heads: readonly [ComponentChildren, ComponentChildren];
  readonly names: readonly [string, string];
  readonly rows: readonly Row[];
}

/** Two entities by property, a column each; below one another where there is no room. */
export function ComparedTable({ caption, heads, names, rows }: ComparedTableProps) {
  const say = words[language.value];
  return (
    <table class="compared">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.property}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, entries }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {([0, 1] as const).map((side) => (
              <td key={side} data-name={names[side]}>
                <Side entries={entries} side={side} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ entries, side }: { readonly entries: readonly Entry[]; readonly side: 0 | 1 }) {
  const lang = language.value;
  const say = words[lang];
  const here = entries.filter(({ said }) => said[side].length > 0);
  if (here.length === 0) return <p class="nothing">{say.nothing}</p>;
  return (
    <ul>
      {here.map((entry) =>
        entry.said[side].map((statement) => (
          <li key={`${statement.id} ${entry.key}`} class={isShared(entry) ? 'shared' : undefined}>
            <StatementLine statement={statement} language={lang}>
              {entry.entity === undefined ? entry.label : <EntityLink entity={entry.entity} />}
              {statement.qualifiers.length > 0 && (
                <span class="muted">
                  {' '}
                  (
                  {statement.qualifiers
                    .map(({ label, value }) => `${label}: ${value.label}`)
                    .join('; ')}
                  )
                </span>
              )}
              {isShared(entry) && <span class="chip both">{say.both}</span>}
            </StatementLine>
          </li>
        )),
      )}
    </ul>
  );
}
