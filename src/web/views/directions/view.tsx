import { operations } from '../../../client/index.ts';
import type { Words } from '../../../pieces/language.ts';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { useAll } from '../../state/use-all.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { WalkPage } from '../walk-page.tsx';
import { Connections } from './connections.tsx';
import { DirectionSection } from './direction-section.tsx';
import { Jump } from './jump.tsx';
import { type Direction, matters, type Told } from './model.ts';
import './directions.css';

const words: Words<
  'heading' | 'what' | 'contents' | 'connections' | 'print' | 'none' | 'graph' | 'table'
> = {
  vi: {
    heading: 'Chín phương hướng đối ngoại',
    what: 'Mỗi phương hướng: nói gì, thực hiện điều gì, dựa trên điều gì, liên quan đến những gì; dòng nào cũng có trích dẫn.',
    contents: 'Mục lục',
    connections: 'Các phương hướng nối với nhau ra sao',
    print: 'In trang này',
    none: 'Tính đến thời điểm này, đồ thị chưa có phương hướng nào.',
    graph: 'Xem trong đồ thị',
    table: 'Xem tất cả trong bảng',
  },
  en: {
    heading: 'The nine directions of foreign affairs',
    what: 'Of each direction: what it says, what it implements, what it rests on, and what it deals with; every line is cited.',
    contents: 'Contents',
    connections: 'How the directions connect',
    print: 'Print this page',
    none: 'As of this date, the graph has no directions.',
    graph: 'Show in the graph',
    table: 'See all in the table',
  },
};

export default function View() {
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  const date = asOf === undefined ? {} : { asOf };
  const answer = useAnswer(operations.NineDirections, date);
  const directions = answer.data?.directions.nodes ?? [];
  const ids = directions.map(({ id }) => id);
  const about = useAll(
    operations.StatementsFound,
    ids.length === 0 ? undefined : { filter: { about: ids }, ...date },
    (found) => found.statements,
  );
  const { data: known } = useAnswer(operations.Ontology, {});
  const statements = about.data?.items ?? [];
  const dealtWith = matters(directions, statements);
  const others = useAll(
    operations.StatementsFound,
    dealtWith.length === 0
      ? undefined
      : { filter: { objects: dealtWith, kinds: ['task', 'partnership'] }, ...date },
    (found) => found.statements,
  );
  useShownQuestion(operations.NineDirections, date);
  useOfferedExports(offersOf(directions, statements), [answer.data, about.data]);

  return (
    <WalkPage class="directions-view" heading={say.heading} what={say.what}>
      <Answer of={answer} isEmpty={() => directions.length === 0} empty={say.none}>
        {() => (
          <div class="page">
            <nav aria-labelledby="contents" class="contents">
              <h3 id="contents">{say.contents}</h3>
              <ol>
                {directions.map(({ id, name, ordinal }) => (
                  <li key={id} value={ordinal ?? undefined}>
                    <Jump to={anchorOf(id)}>{name}</Jump>
                  </li>
                ))}
              </ol>
              <p>
                <Jump to="connections">{say.connections}</Jump>
              </p>
              <p class="actions">
                <button type="button" onClick={() => print()}>
                  {say.print}
                </button>
                <button type="button" onClick={() => go({ view: 'graph', around: ids, depth: 1 })}>
                  {say.graph}
                </button>
              </p>
            </nav>
            <article>
              <Answer of={about}>
                {({ items, total }) => (
                  <>
                    {directions.map((direction) => (
                      <DirectionSection
                        key={direction.id}
                        direction={direction}
                        anchor={anchorOf(direction.id)}
                        statements={items}
                        others={others.data?.items ?? []}
                        properties={known?.ontology.properties ?? []}
                      />
                    ))}
                    <Connections
                      heading={say.connections}
                      directions={directions}
                      statements={items}
                      anchorOf={anchorOf}
                    />
                    <Truncated shown={items.length} of={total}>
                      <button
                        type="button"
                        class="quiet"
                        onClick={() => go({ view: 'table', rows: 'statements', around: ids })}
                      >
                        {say.table}
                      </button>
                    </Truncated>
                  </>
                )}
              </Answer>
            </article>
          </div>
        )}
      </Answer>
    </WalkPage>
  );
}

const anchorOf = (id: string): string => id.replace(':', '-');

function offersOf(directions: readonly Direction[], statements: readonly Told[]) {
  if (statements.length === 0) return [];
  return [
    {
      format: 'json' as const,
      name: 'caytre-directions',
      make: () => jsonFile({ directions, statements }),
    },
    {
      format: 'csv' as const,
      name: 'caytre-directions',
      make: () =>
        csvFile([
          ['subject', 'property', 'value', 'statement', ...citationColumns],
          ...statements.map(({ subject, property, value, text, citations }) => [
            ...[subject.name, property, value.label, text, ...citationCells(citations)],
          ]),
        ]),
    },
  ];
}
