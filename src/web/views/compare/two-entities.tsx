import { operations } from '../../../client/index.ts';
import type { Words } from '../../../pieces/language.ts';
import { Answer } from '../../parts/answer.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { EntityPicker } from '../../parts/entity-picker.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { useAll } from '../../state/use-all.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useNames } from '../../state/use-names.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { type Compared, compareByProperty, isShared, type Told } from './by-property.ts';
import { ComparedTable, type Row } from './compared-table.tsx';

interface Offered {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

const words: Words<
  | 'first'
  | 'second'
  | 'swap'
  | 'choose'
  | 'same'
  | 'kinds'
  | 'offered'
  | 'compareThese'
  | 'show'
  | 'all'
  | 'differs'
  | 'shared'
  | 'ofParts'
  | 'none'
  | 'common'
  | 'path'
> = {
  vi: {
    first: 'Thứ nhất',
    second: 'Thứ hai',
    swap: 'Đổi chỗ',
    choose: 'Hãy chọn hai thực thể.',
    same: 'Hai bên là một. Hãy chọn hai thực thể khác nhau.',
    kinds: 'Hai thực thể không cùng loại, nên ít thứ để so sánh.',
    offered: 'Các hội nghị',
    compareThese: 'So sánh',
    show: 'Hiện',
    all: 'Tất cả',
    differs: 'Chỗ khác nhau',
    shared: 'Chỗ giống nhau',
    ofParts: 'các phiên và phần của hội nghị',
    none: 'Không có gì để hiện theo lựa chọn này.',
    common: 'Xem điểm chung',
    path: 'Xem đường nối',
  },
  en: {
    first: 'First',
    second: 'Second',
    swap: 'Swap',
    choose: 'Pick two entities.',
    same: 'Both are the same. Pick two different entities.',
    kinds: 'The two are not of one kind, so there is little to compare.',
    offered: 'Conferences',
    compareThese: 'Compare',
    show: 'Show',
    all: 'All',
    differs: 'What differs',
    shared: 'What both have',
    ofParts: 'its sessions and parts',
    none: 'There is nothing to show under this choice.',
    common: 'What they have in common',
    path: 'How they are connected',
  },
};

const shows = ['all', 'differs', 'shared'] as const;
type Show = (typeof shows)[number];
const shownBy = (facets: readonly string[]): Show =>
  shows.find((show) => facets.includes(`show=${show}`)) ?? 'all';

/** What joins a conference's parts to those who act in them: that is part of what the conference was. */
const ofParts = ['chairs', 'attends'];

/** Two entities side by side, by property; those that are offered are suggested first. */
export function TwoEntities({ offered }: { readonly offered: readonly Offered[] }) {
  const lang = language.value;
  const say = words[lang];
  const { between, asOf, facets } = view.value;
  const [first = '', second = ''] = between;
  const isPair = first !== '' && second !== '' && first !== second;
  const { names } = useNames([first, second].filter((id) => id !== ''));
  const kindOf = (id: string) => names.find((name) => name?.id === id)?.kind;
  const date = asOf === undefined ? {} : { asOf };
  const filter = { about: [first, second] };
  const variables = isPair ? { filter, ...date } : undefined;
  const statements = useAll(operations.StatementsFound, variables, (answer) => answer.statements);
  const { data: known } = useAnswer(operations.Ontology, {});
  const properties = known?.ontology.properties ?? [];
  useShownQuestion(
    operations.StatementsFound,
    isPair ? { filter, first: 100, ...date } : undefined,
  );

  const found = isPair ? (statements.data?.items ?? []) : [];
  const parts = partsOf(found);
  const partIds = [...parts.keys()];
  const within = useAll(
    operations.StatementsFound,
    isPair && partIds.length > 0 && properties.length > 0
      ? { filter: { about: partIds.slice(0, 100), properties: ofPartsKnown(properties) }, ...date }
      : undefined,
    (answer) => answer.statements,
  );
  const show = shownBy(facets);
  const labelOf = ({ property, direction }: Pick<Compared, 'property' | 'direction'>): string => {
    const one = properties.find(({ name }) => name === property);
    return (direction === 'in' ? one?.inverse?.label : one?.label) ?? property;
  };
  const order = properties.map(({ name }) => name);
  const own = compareByProperty([first, second], found, order).map((compared) => ({
    ...compared,
    label: labelOf(compared),
  }));
  // Who chaired its sessions is told as if it were said of the conference itself; the statement tells of which session.
  const lifted =
    partIds.length === 0 ? [] : liftToWhole(within.data?.items ?? [], parts, [first, second]);
  const ofTheParts = compareByProperty([first, second], lifted, order).map((compared) => ({
    ...compared,
    key: `parts ${compared.key}`,
    label: `${labelOf(compared)} (${say.ofParts})`,
  }));
  const rows: readonly Row[] = [...own, ...ofTheParts]
    .map((row) => ({
      ...row,
      entries: row.entries.filter(
        (entry) => show === 'all' || isShared(entry) === (show === 'shared'),
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
  useOfferedExports(
    isPair && found.length > 0 ? offersOf([...own, ...ofTheParts], [first, second]) : [],
    [statements.data, within.data],
  );
  const choose = (ends: readonly string[]) =>
    go({ between: ends.every((end) => end === '') ? [] : ends });
  const [left, right] = [first, second].map((id) => names.find((name) => name?.id === id));

  return (
    <>
      <form class="ends" onSubmit={(event) => event.preventDefault()}>
        <EntityPicker
          label={say.first}
          value={first || undefined}
          {...kindsFor(kindOf(second))}
          choose={(id) => choose([id ?? '', second])}
        />
        <button
          type="button"
          class="swap"
          title={say.swap}
          disabled={first === '' && second === ''}
          onClick={() => choose([second, first])}
        >
          <span aria-hidden="true">⇄</span>
          <span class="hidden">{say.swap}</span>
        </button>
        <EntityPicker
          label={say.second}
          value={second || undefined}
          {...kindsFor(kindOf(first))}
          choose={(id) => choose([first, id ?? ''])}
        />
      </form>
      {!isPair && (
        <>
          <p class="state" role="status">
            {first !== '' && first === second ? say.same : say.choose}
          </p>
          <Suggestions offered={offered} chosen={first || second} choose={choose} />
        </>
      )}
      {isPair &&
        kindOf(first) !== undefined &&
        kindOf(second) !== undefined &&
        kindOf(first) !== kindOf(second) && <p class="notice">{say.kinds}</p>}
      {isPair && left && right && (
        <Answer of={statements}>
          {({ items, total }) => (
            <>
              <div class="row">
                <fieldset class="modes small">
                  <legend class="hidden">{say.show}</legend>
                  {shows.map((one) => (
                    <label key={one} class={one === show ? 'chosen' : undefined}>
                      <input
                        type="radio"
                        name="show"
                        checked={one === show}
                        onChange={() => go({ facets: one === 'all' ? [] : [`show=${one}`] })}
                      />
                      {say[one]}
                    </label>
                  ))}
                </fieldset>
                <button type="button" class="quiet" onClick={() => go({ view: 'common' })}>
                  {say.common}
                </button>
                <button type="button" class="quiet" onClick={() => go({ view: 'path' })}>
                  {say.path}
                </button>
              </div>
              {rows.length === 0 ? (
                <p class="state" role="status">
                  {say.none}
                </p>
              ) : (
                <ComparedTable
                  caption={`${left.name} – ${right.name}`}
                  heads={[
                    <EntityLink key="left" entity={{ ...left, kind: left.kind ?? '' }} />,
                    <EntityLink key="right" entity={{ ...right, kind: right.kind ?? '' }} />,
                  ]}
                  names={[left.name, right.name]}
                  rows={rows}
                />
              )}
              <Truncated shown={items.length} of={total}>
                <button
                  type="button"
                  class="quiet"
                  onClick={() => go({ view: 'table', rows: 'statements', around: [first, second] })}
                >
                  {lang === 'vi' ? 'Xem tất cả trong bảng' : 'See all in the table'}
                </button>
              </Truncated>
              {within.data && (
                <Truncated
                  shown={within.data.items.length}
                  of={within.data.total}
                  what={say.ofParts}
                />
              )}
            </>
          )}
        </Answer>
      )}
    </>
  );
}

const kindsFor = (kind: string | undefined) => (kind === undefined ? {} : { kinds: [kind] });

const ofPartsKnown = (properties: readonly { readonly name: string }[]): string[] =>
  ofParts.filter((property) => properties.some(({ name }) => name === property));

/** What is part of each of the two, by id, with the id of the whole. */
function partsOf(statements: readonly Told[]): ReadonlyMap<string, string> {
  return new Map(
    statements.flatMap(({ property, subject, value }) =>
      property === 'partOf' && 'entity' in value && subject.kind === 'session'
        ? [[subject.id, value.entity.id] as const]
        : [],
    ),
  );
}

/** Statements about parts as statements about their whole, where that is one of the two. */
function liftToWhole(
  statements: readonly Told[],
  parts: ReadonlyMap<string, string>,
  ids: readonly string[],
): Told[] {
  return statements.flatMap((statement): Told[] => {
    const { value } = statement;
    const whole = 'entity' in value ? parts.get(value.entity.id) : undefined;
    if (whole === undefined || !ids.includes(whole) || !('entity' in value)) return [];
    return [{ ...statement, value: { ...value, entity: { ...value.entity, id: whole } } }];
  });
}

interface SuggestionsProps {
  readonly offered: readonly Offered[];
  readonly chosen: string;
  readonly choose: (ends: readonly string[]) => void;
}

function Suggestions({ offered, chosen, choose }: SuggestionsProps) {
  const say = words[language.value];
  if (offered.length < 2) return null;
  return (
    <section class="suggestions">
      <h3>{say.offered}</h3>
      <ul>
        {offered.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              disabled={one.id === chosen}
              onClick={() => choose(chosen === '' ? [one.id, ''] : [chosen, one.id])}
            >
              {one.name}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function offersOf(
  rows: readonly (Compared & { readonly label: string })[],
  ids: readonly string[],
) {
  return [
    { format: 'json' as const, name: 'caytre-compared', make: () => jsonFile({ ids, rows }) },
    {
      format: 'csv' as const,
      name: 'caytre-compared',
      make: () =>
        csvFile([
          ['property', 'value', 'of', 'shared', 'statement', ...citationColumns],
          ...rows.flatMap(({ label, entries }) =>
            entries.flatMap((entry) =>
              entry.said.flatMap((said, side) =>
                said.map((statement) => [
                  ...[label, entry.label, ids[side], isShared(entry), statement.text],
                  ...citationCells(statement.citations),
                ]),
              ),
            ),
          ),
        ]),
    },
  ];
}
