import { operations } from '../../../client/index.ts';
import { formatDate, type Words } from '../../../pieces/language.ts';
import { isBefore } from '../../../util/iso-date.ts';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { DateField } from './date-field.tsx';
import { Figures, Kinds, Offices, Partnerships } from './state-sections.tsx';
import { compareStates, type State, type StateChange } from './states.ts';

const words: Words<
  'earlier' | 'later' | 'swap' | 'choose' | 'same' | 'order' | 'what' | 'graphAt'
> = {
  vi: {
    earlier: 'Mốc thứ nhất',
    later: 'Mốc thứ hai',
    swap: 'Đổi chỗ',
    choose: 'Hãy nhập hai mốc: năm, tháng hoặc ngày.',
    same: 'Hai mốc là một. Hãy nhập hai mốc khác nhau.',
    order:
      'Mốc thứ nhất nằm sau mốc thứ hai: “mới có” và “không còn” được tính theo thứ tự đã nhập.',
    what: 'Theo những gì các nguồn cho thấy là đúng tại mỗi mốc.',
    graphAt: 'Xem đồ thị tại mốc này',
  },
  en: {
    earlier: 'First date',
    later: 'Second date',
    swap: 'Swap',
    choose: 'Enter two dates: a year, a month or a day.',
    same: 'Both dates are the same. Enter two different ones.',
    order:
      'The first date is after the second: what “came” and “went” follows the order as entered.',
    what: 'As far as the sources show it to hold at each date.',
    graphAt: 'See the graph as of this date',
  },
};

/** Two dates side by side: what stood then, what came, what went. */
export function TwoDates({ suggested }: { readonly suggested: readonly string[] }) {
  const lang = language.value;
  const say = words[lang];
  const [first = '', second = ''] = view.value.dates;
  const isPair = first !== '' && second !== '' && first !== second;
  const earlier = useAnswer(operations.StateAsOf, isPair ? { asOf: first } : undefined);
  const later = useAnswer(operations.StateAsOf, isPair ? { asOf: second } : undefined);
  useShownQuestion(operations.StateAsOf, isPair ? { asOf: second } : undefined);
  const both =
    isPair && earlier.data && later.data ? ([earlier.data, later.data] as const) : undefined;
  const changes = both && compareStates(...both);
  useOfferedExports(changes ? offersOf(changes, [first, second]) : [], both?.[0] && both[1]);
  const choose = (dates: readonly string[]) => go({ dates });
  const heads = [formatDate(first, lang), formatDate(second, lang)] as const;

  return (
    <>
      <form class="ends" onSubmit={(event) => event.preventDefault()}>
        <DateField label={say.earlier} value={first} choose={(date) => choose([date, second])} />
        <button type="button" class="swap" title={say.swap} onClick={() => choose([second, first])}>
          <span aria-hidden="true">⇄</span>
          <span class="hidden">{say.swap}</span>
        </button>
        <DateField label={say.later} value={second} choose={(date) => choose([first, date])} />
      </form>
      {!isPair && (
        <div class="state" role="status">
          <p>{first !== '' && first === second ? say.same : say.choose}</p>
          {suggested.length === 2 && suggested.join() !== [first, second].join() && (
            <button type="button" onClick={() => choose(suggested)}>
              {suggested.map((date) => formatDate(date, lang)).join(' – ')}
            </button>
          )}
        </div>
      )}
      {isPair && isBefore(second, first) && <p class="notice">{say.order}</p>}
      {isPair && (
        <Answer of={earlier}>
          {() => (
            <Answer of={later}>
              {() =>
                changes && (
                  <div class="states">
                    <p class="muted row">
                      {say.what}
                      {[first, second].map((date, at) => (
                        <button
                          key={date}
                          type="button"
                          class="quiet"
                          onClick={() => go({ view: 'graph', asOf: date })}
                        >
                          {say.graphAt}: {heads[at]}
                        </button>
                      ))}
                    </p>
                    <Partnerships changes={changes} heads={heads} />
                    <Offices changes={changes} heads={heads} />
                    <Figures changes={changes} heads={heads} />
                    <Kinds changes={changes} heads={heads} />
                    <Cut states={both!} />
                  </div>
                )
              }
            </Answer>
          )}
        </Answer>
      )}
    </>
  );
}

/** Which of the lists are longer than one answer, and where the rest is. */
function Cut({ states }: { readonly states: readonly State[] }) {
  const lists = { partnership: 'partnerships', office: 'offices', metric: 'metrics' } as const;
  return (
    <>
      {Object.entries(lists).map(([kind, list]) => {
        const longest = states
          .map((state) => state[list])
          .reduce((a, b) => (b.totalCount > a.totalCount ? b : a));
        return (
          <Truncated key={kind} shown={longest.nodes.length} of={longest.totalCount} what={list}>
            <button
              type="button"
              class="quiet"
              onClick={() => go({ view: 'table', only: [kind], facets: [], dates: [] })}
            >
              {language.value === 'vi' ? 'Xem tất cả trong bảng' : 'See all in the table'}
            </button>
          </Truncated>
        );
      })}
    </>
  );
}

function offersOf(changes: StateChange, dates: readonly [string, string]) {
  const rows = [
    ...changes.levels.flatMap(({ label, partnerships }) =>
      partnerships.map(({ change, partnership }) => [
        ...['partnership', partnership.id, partnership.name, change, label, label],
        ...citationCells(partnership.statements.nodes.flatMap(({ citations }) => citations)),
      ]),
    ),
    ...changes.offices.map(({ office, change, holders }) => [
      ...['office', office.id, office.name, change],
      ...holders.map((list) => list.map(({ node }) => node.name).join('; ')),
      ...citationCells(holders.flat().flatMap(({ statement }) => statement.citations)),
    ]),
    ...changes.figures.map(({ metric, change, points }) => [
      ...['metric', metric.id, metric.name, change],
      ...points.map((point) => point?.label ?? ''),
      ...citationCells(points.flatMap((point) => point?.statement.citations ?? [])),
    ]),
    ...changes.kinds.map(({ key, label, counts }) => ['kind', key, label, '', ...counts]),
  ];
  return [
    { format: 'json' as const, name: 'caytre-dates', make: () => jsonFile({ dates, ...changes }) },
    {
      format: 'csv' as const,
      name: 'caytre-dates',
      make: () =>
        csvFile([['what', 'id', 'name', 'change', ...dates, ...citationColumns], ...rows]),
    },
  ];
}
