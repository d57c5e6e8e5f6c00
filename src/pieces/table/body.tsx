import { useContext } from 'preact/hooks';
import { EntityName } from '../entity-name.tsx';
import { familyOf } from '../kinds.ts';
import { formatNumber } from '../language.ts';
import { LinksContext } from '../links.tsx';
import type { BodyProps } from '../piece.ts';
import type { TableAnswer } from './load.ts';
import { tellTime } from './rows.ts';
import { words } from './words.ts';

/** The table as people read it; where there is no room, each row is a card. */
export function TableBody({ answer, settings, selected, select }: BodyProps<TableAnswer>) {
  const { lang } = settings;
  const { rows, own, kinds } = answer;
  const say = words[lang];
  const links = useContext(LinksContext);
  if (rows.length === 0) return <p class="piece-empty">{say.empty}</p>;
  const hasKinds = kinds.size > 1;
  const hasTimes = rows.some((row) => tellTime(row, lang) !== '');
  const choose = select ?? links.choose;
  return (
    <LinksContext.Provider value={{ ...links, ...(choose && { choose }) }}>
      <table class="entity-table">
        <thead>
          <tr>
            <th scope="col">{say.name}</th>
            {hasKinds && <th scope="col">{say.kind}</th>}
            {hasTimes && <th scope="col">{say.time}</th>}
            {own.map(({ key, label }) => (
              <th scope="col" key={key}>
                {label}
              </th>
            ))}
            <th scope="col" class="number">
              {say.degree}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} class={row.id === selected ? 'selected' : undefined}>
              <th scope="row" class={`of-${familyOf(row.kind)}`}>
                <EntityName entity={row} />
                {row.description && <p class="entity-description">{row.description}</p>}
              </th>
              {hasKinds && <td data-label={say.kind}>{kinds.get(row.kind) ?? row.kind}</td>}
              {hasTimes && <td data-label={say.time}>{tellTime(row, lang)}</td>}
              {own.map(({ key, label }) => (
                <td key={key} data-label={label}>
                  {row.own[key]?.label}
                </td>
              ))}
              <td class="number" data-label={say.degree}>
                {formatNumber(row.degree, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </LinksContext.Provider>
  );
}
