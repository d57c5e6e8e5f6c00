import type { ComponentChildren } from 'preact';
import { Citations } from '../../../pieces/citations.tsx';
import { formatDate, formatNumber, type Words } from '../../../pieces/language.ts';
import { EntityLink } from '../../parts/entity-link.tsx';
import { KindMark } from '../../parts/kind-mark.tsx';
import { language } from '../../state/explorer.ts';
import type { Change, Holding, Point, StateChange } from './states.ts';

type Said = Holding['statement'];

const words: Words<
  | 'partnerships'
  | 'offices'
  | 'figures'
  | 'kinds'
  | 'came'
  | 'went'
  | 'stayed'
  | 'replaced'
  | 'noPartnerships'
  | 'noOffices'
  | 'noFigures'
  | 'office'
  | 'metric'
  | 'kind'
  | 'difference'
  | 'nobody'
  | 'nothing'
  | 'unchangedKinds'
> = {
  vi: {
    partnerships: 'Quan hệ đối tác theo cấp độ',
    offices: 'Ai giữ chức vụ nào',
    figures: 'Số liệu',
    kinds: 'Số thực thể theo loại',
    came: 'mới có',
    went: 'không còn',
    stayed: 'có ở cả hai mốc',
    replaced: 'đã đổi',
    noPartnerships: 'Ở cả hai mốc, đồ thị không có quan hệ đối tác nào.',
    noOffices: 'Ở cả hai mốc, các nguồn không cho thấy ai giữ chức vụ nào.',
    noFigures: 'Ở cả hai mốc, đồ thị không có số liệu nào.',
    office: 'Chức vụ',
    metric: 'Chỉ số',
    kind: 'Loại',
    difference: 'Chênh lệch',
    nobody: 'nguồn không cho thấy',
    nothing: 'không có số liệu',
    unchangedKinds: 'loại không đổi',
  },
  en: {
    partnerships: 'Partnerships by level',
    offices: 'Who held which office',
    figures: 'Figures',
    kinds: 'Entities by kind',
    came: 'came',
    went: 'went',
    stayed: 'at both dates',
    replaced: 'changed',
    noPartnerships: 'The graph has no partnerships at either date.',
    noOffices: 'The sources show nobody in an office at either date.',
    noFigures: 'The graph has no figures at either date.',
    office: 'Office',
    metric: 'Metric',
    kind: 'Kind',
    difference: 'Difference',
    nobody: 'the sources do not show',
    nothing: 'no figure',
    unchangedKinds: 'kinds unchanged',
  },
};

interface SectionProps {
  readonly changes: StateChange;
  /** The two dates as people write them. */
  readonly heads: readonly [string, string];
}

const signs = { came: '+', went: '−', stayed: '=', replaced: '≠' } as const;

/** What became of something, told by a sign and a word, never by colour alone. */
function ChangeMark({ change }: { readonly change: Change | 'replaced' }) {
  return (
    <span class={`chip change ${change}`}>
      <b aria-hidden="true">{signs[change]}</b> {words[language.value][change]}
    </span>
  );
}

export function Partnerships({ changes, heads }: SectionProps) {
  const lang = language.value;
  const say = words[lang];
  return (
    <section>
      <h3>{say.partnerships}</h3>
      {changes.levels.length === 0 && <p class="muted">{say.noPartnerships}</p>}
      {changes.levels.map(({ key, label, counts, partnerships }) => (
        <section class="level panel" key={key}>
          <h4>{label}</h4>
          <p class="counts">
            <span>
              <b>{formatNumber(counts[0], lang)}</b> <small>{heads[0]}</small>
            </span>
            <span aria-hidden="true">→</span>
            <span>
              <b>{formatNumber(counts[1], lang)}</b> <small>{heads[1]}</small>
            </span>
          </p>
          <ul>
            {partnerships.map(({ change, partnership }) => (
              <li key={partnership.id}>
                <EntityLink entity={partnership} />
                {partnership.begins && (
                  <span class="muted">, {formatDate(partnership.begins, lang)}</span>
                )}{' '}
                <ChangeMark change={change} />
                <CitationsOf statements={partnership.statements.nodes} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

export function Offices({ changes, heads }: SectionProps) {
  const say = words[language.value];
  return (
    <section>
      <h3>{say.offices}</h3>
      {changes.offices.length === 0 ? (
        <p class="muted">{say.noOffices}</p>
      ) : (
        <SideBySide label={say.office} caption={say.offices} heads={heads}>
          {changes.offices.map(({ office, change, holders }) => (
            <tr key={office.id}>
              <th scope="row">
                <EntityLink entity={office} /> <ChangeMark change={change} />
              </th>
              {holders.map((list, side) => (
                <td key={heads[side]} data-name={heads[side]}>
                  {list.length === 0 && <span class="nothing">{say.nobody}</span>}
                  {list.map(({ node, statement }) => (
                    <div key={statement.id}>
                      <EntityLink entity={node} />
                      <CitationsOf statements={[statement]} />
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </SideBySide>
      )}
    </section>
  );
}

export function Figures({ changes, heads }: SectionProps) {
  const say = words[language.value];
  return (
    <section>
      <h3>{say.figures}</h3>
      {changes.figures.length === 0 ? (
        <p class="muted">{say.noFigures}</p>
      ) : (
        <SideBySide label={say.metric} caption={say.figures} heads={heads}>
          {changes.figures.map(({ metric, change, points }) => (
            <tr key={metric.id}>
              <th scope="row">
                <EntityLink entity={metric} /> <ChangeMark change={change} />
              </th>
              {points.map((point, side) => (
                <td key={heads[side]} data-name={heads[side]}>
                  {point === undefined ? (
                    <span class="nothing">{say.nothing}</span>
                  ) : (
                    <Figure point={point} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </SideBySide>
      )}
    </section>
  );
}

function Figure({ point }: { readonly point: Point }) {
  const lang = language.value;
  const { from, to, label, statement } = point;
  const dates = [...new Set([from, to].filter((date) => date != null))];
  return (
    <>
      {label}
      {dates.length > 0 && (
        <span class="muted"> ({dates.map((date) => formatDate(date, lang)).join(' – ')})</span>
      )}
      <CitationsOf statements={[statement]} />
    </>
  );
}

export function Kinds({ changes, heads }: SectionProps) {
  const say = words[language.value];
  const changed = changes.kinds.filter(({ counts }) => counts[0] !== counts[1]);
  const unchanged = changes.kinds.filter(({ counts }) => counts[0] === counts[1]);
  return (
    <section>
      <h3>{say.kinds}</h3>
      {changed.length > 0 && <KindsTable kinds={changed} heads={heads} />}
      {unchanged.length > 0 && (
        <details>
          <summary>
            {formatNumber(unchanged.length, language.value)} {say.unchangedKinds}
          </summary>
          <KindsTable kinds={unchanged} heads={heads} />
        </details>
      )}
    </section>
  );
}

interface KindsTableProps extends Pick<SectionProps, 'heads'> {
  readonly kinds: StateChange['kinds'];
}

function KindsTable({ kinds, heads }: KindsTableProps) {
  const lang = language.value;
  const say = words[lang];
  return (
    <table class="kinds-table">
      <thead>
        <tr>
          <th scope="col">{say.kind}</th>
          <th scope="col" class="number">
            {heads[0]}
          </th>
          <th scope="col" class="number">
            {heads[1]}
          </th>
          <th scope="col" class="number">
            {say.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ key, counts: [first, second] }) => (
          <tr key={key}>
            <th scope="row">
              <KindMark kind={key} label="shown" />
            </th>
            <td class="number">{formatNumber(first, lang)}</td>
            <td class="number">{formatNumber(second, lang)}</td>
            <td class="number">
              {first === second
                ? '0'
                : `${second > first ? '+' : '−'}${formatNumber(Math.abs(second - first), lang)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SideBySideProps {
  readonly caption: string;
  readonly label: string;
  readonly heads: readonly [string, string];
  readonly children: ComponentChildren;
}

function SideBySide({ caption, label, heads, children }: SideBySideProps) {
  return (
    <table class="compared">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function CitationsOf({ statements }: { readonly statements: readonly Said[] }) {
  return (
    <Citations
      citations={statements.flatMap(({ citations }) => citations)}
      language={language.value}
    />
  );
}
