import { operations } from '../../../client/index.ts';
import type { Words } from '../../../pieces/language.ts';
import { Answer } from '../../parts/answer.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { WalkPage } from '../walk-page.tsx';
import { pictureOffers } from '../walk-pictures.ts';
import { AskForm } from './ask-form.tsx';
import { Chain } from './chain.tsx';
import { NoPath } from './no-path.tsx';
import './path.css';

type PathsAnswer = operations.HowConnectedQuery;

const words: Words<
  'heading' | 'what' | 'choose' | 'same' | 'unknown' | 'examples' | 'more' | 'cutHops' | 'cutTime'
> = {
  vi: {
    heading: 'Đường nối giữa hai thực thể',
    what: 'Chọn hai thực thể để xem những đường ngắn nhất nối chúng; mỗi bước đều có trích dẫn.',
    choose: 'Hãy chọn cả hai đầu.',
    same: 'Hai đầu là một. Hãy chọn hai thực thể khác nhau.',
    unknown: 'Một trong hai thực thể không có trong đồ thị. Hãy chọn lại.',
    examples: 'Ví dụ',
    more: 'Tìm thêm đường',
    cutHops:
      'Chỉ tìm trong số bước đã chọn; nếu cho phép nhiều bước hơn, có thể còn những đường khác.',
    cutTime: 'Việc tìm đã dừng vì hết thời gian; có thể còn những đường khác.',
  },
  en: {
    heading: 'The path between two entities',
    what: 'Pick two entities to see the shortest paths between them, each step cited.',
    choose: 'Pick both ends.',
    same: 'Both ends are the same. Pick two different entities.',
    unknown: 'One of the two entities is not in the graph. Pick another.',
    examples: 'Examples',
    more: 'Find more paths',
    cutHops:
      'Only as many steps as chosen were tried; with more steps allowed there may be other paths.',
    cutTime: 'The search stopped for lack of time; there may be other paths.',
  },
};

/** Pairs that show what paths are good for; each must have a path, which a test holds. */
const examples: readonly (readonly [string, string])[] = [
  ['document:chi-thi-25', 'country:bra'],
  ['direction:phuong-huong-1', 'country:jpn'],
  ['person:bui-thanh-son', 'document:nghi-quyet-dai-hoi-xiii'],
];

export default function View() {
  const say = words[language.value];
  const { between, asOf, by, steps, ways, hubs, avoid } = view.value;
  const [from, to] = between;
  const isPair = !!from && !!to && from !== to;
  const variables = isPair
    ? {
        from,
        to,
        count: ways,
        maxHops: steps,
        by: by === 'weight' ? ('WEIGHT' as const) : ('HOPS' as const),
        avoidHubs: hubs === 'around',
        ...(avoid.length > 0 && { avoidKinds: avoid }),
        ...(asOf !== undefined && { asOf }),
      }
    : undefined;
  const answer = useAnswer(operations.HowConnected, variables);
  useShownQuestion(operations.HowConnected, variables);
  const found = isPair ? answer.data : undefined;
  useOfferedExports(offersOf(found), found);

  return (
    <WalkPage class="path-view" heading={say.heading} what={say.what}>
      <AskForm />
      {!isPair && (
        <p class="state" role="status">
          {from !== undefined && from === to ? say.same : say.choose}
        </p>
      )}
      {!from && !to && <Examples />}
      {isPair && (
        <Answer of={answer}>
          {({ paths }) =>
            !paths ? (
              <p class="state" role="status">
                {say.unknown}
              </p>
            ) : paths.paths.length === 0 ? (
              <NoPath truncated={paths.truncated ?? undefined} />
            ) : (
              <>
                <div class={paths.paths.length > 1 ? 'chains several' : 'chains'}>
                  {paths.paths.map((path, index) => (
                    <Chain
                      key={path.hops.map(({ statement }) => statement.id).join()}
                      path={path}
                      number={index + 1}
                    />
                  ))}
                </div>
                <footer class="after">
                  {paths.truncated && paths.paths.length < ways && (
                    <p class="muted">
                      {paths.truncated.reason === 'TIME' ? say.cutTime : say.cutHops}
                    </p>
                  )}
                  {paths.paths.length === ways && ways < 10 && (
                    <button type="button" onClick={() => go({ ways: Math.min(10, ways + 3) })}>
                      {say.more}
                    </button>
                  )}
                </footer>
              </>
            )
          }
        </Answer>
      )}
    </WalkPage>
  );
}

function Examples() {
  const ids = examples.flat();
  const { data } = useAnswer(operations.Names, { ids });
  const names = new Map(
    data?.nodes.flatMap((node) => (node && 'name' in node ? [[node.id, node.name] as const] : [])),
  );
  if (data === undefined) return null;
  return (
    <section class="examples">
      <h3>{words[language.value].examples}</h3>
      <ul>
        {examples.map(([from, to]) => (
          <li key={from}>
            <button type="button" class="quiet" onClick={() => go({ between: [from, to] })}>
              {names.get(from)} <span aria-hidden="true">↔</span>
              <span class="hidden">{language.value === 'vi' ? 'và' : 'and'}</span> {names.get(to)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function offersOf(found: PathsAnswer | undefined) {
  const paths = found?.paths?.paths ?? [];
  if (paths.length === 0) return [];
  const stops = paths.flatMap(({ hops }) => hops);
  const ends = [paths[0]!.hops[0]!.from, paths[0]!.hops.at(-1)!.to];
  return [
    ...pictureOffers(
      'caytre-path',
      ends.map(({ name }) => name).join(' ↔ '),
      stops.map(({ statement }) => statement),
      ends.map(({ id }) => id),
    ),
    { format: 'json' as const, name: 'caytre-path', make: () => jsonFile(found) },
    {
      format: 'csv' as const,
      name: 'caytre-path',
      make: () =>
        csvFile([
          ['path', 'step', 'from', 'property', 'to', 'direction', 'statement', ...citationColumns],
          ...paths.flatMap(({ hops }, path) =>
            hops.map(({ from, to, direction, statement }, step) => [
              ...[path + 1, step + 1, from.id, statement.property, to.id, direction],
              ...[statement.text, ...citationCells(statement.citations)],
            ]),
          ),
        ]),
    },
  ];
}
