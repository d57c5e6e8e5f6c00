import { operations } from '../../../client/index.ts';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { StatementLine } from '../../../pieces/statement.tsx';
import { Answer } from '../../parts/answer.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { KindChoice } from '../../parts/kind-choice.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useKindLabel } from '../../state/use-kinds.ts';
import { usePages } from '../../state/use-pages.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { WalkPage } from '../walk-page.tsx';
import { pictureOffers } from '../walk-pictures.ts';
import { Several } from './several.tsx';
import './common.css';

type Shared = NonNullable<operations.InCommonQuery['commonNeighbors']>['edges'][number];

/** How many the API compares at once. */
const MOST = 10;

const words: Words<
  | 'heading'
  | 'what'
  | 'choose'
  | 'unknown'
  | 'none'
  | 'noneOfKinds'
  | 'kinds'
  | 'all'
  | 'shared'
  | 'graph'
> = {
  vi: {
    heading: 'Điểm chung',
    what: 'Chọn hai thực thể trở lên để xem chúng cùng liên hệ với những gì. Những gì ít liên kết nhất đứng trước, vì nói lên nhiều nhất.',
    choose: 'Hãy chọn ít nhất hai thực thể.',
    unknown: 'Một trong các thực thể không có trong đồ thị. Hãy chọn lại.',
    none: 'Chúng không cùng liên hệ trực tiếp với gì. Có thể có một đường dài hơn nối chúng.',
    noneOfKinds: 'Không có điểm chung nào thuộc các loại đã chọn.',
    kinds: 'Loại',
    all: 'Bỏ lọc',
    shared: 'điểm chung',
    graph: 'Xem trong đồ thị',
  },
  en: {
    heading: 'In common',
    what: 'Pick two entities or more to see what all of them are joined to. What is least connected comes first, for that tells the most.',
    choose: 'Pick at least two entities.',
    unknown: 'One of the entities is not in the graph. Pick another.',
    none: 'They are joined to nothing in common directly. A longer path may join them.',
    noneOfKinds: 'Nothing in common is of the kinds chosen.',
    kinds: 'Kinds',
    all: 'Drop the filter',
    shared: 'in common',
    graph: 'Show in the graph',
  },
};

export default function View() {
  const lang = language.value;
  const say = words[lang];
  const { between, asOf, only } = view.value;
  const ids = [...new Set(between.filter((id) => id !== ''))].slice(0, MOST);
  const date = asOf === undefined ? {} : { asOf };
  const isAsked = ids.length >= 2;
  const variables = isAsked
    ? { ids, first: 20, ...(only.length > 0 && { kinds: only }), ...date }
    : undefined;
  const pages = usePages(
    operations.InCommon,
    variables,
    (answer) => answer.commonNeighbors ?? undefined,
  );
  const counts = useAnswer(
    operations.CountsByKind,
    isAsked ? { filter: { and: ids.map((id) => ({ related: [id] })) }, ...date } : undefined,
  );
  useShownQuestion(operations.InCommon, variables);
  const items = isAsked ? (pages.items as readonly Shared[]) : [];
  useOfferedExports(offersOf(items, ids), pages.of.data);
  const kinds = counts.data?.entities.facets.kinds ?? [];

  return (
    <WalkPage class="common-view" heading={say.heading} what={say.what}>
      <Several ids={ids} most={MOST} choose={(chosen) => go({ between: chosen })} />
      {!isAsked && (
        <p class="state" role="status">
          {say.choose}
        </p>
      )}
      {isAsked && kinds.length > 1 && (
        <KindChoice
          legend={say.kinds}
          kinds={kinds}
          chosen={only}
          choose={(chosen) => go({ only: chosen })}
        />
      )}
      {isAsked && (
        <Answer of={pages.of}>
          {([first]) =>
            !first?.commonNeighbors ? (
              <p class="state" role="status">
                {say.unknown}
              </p>
            ) : first.commonNeighbors.totalCount === 0 ? (
              <div class="state empty" role="status">
                <p>{only.length > 0 ? say.noneOfKinds : say.none}</p>
                {only.length > 0 ? (
                  <button type="button" onClick={() => go({ only: [] })}>
                    {say.all}
                  </button>
                ) : (
                  ids.length === 2 && (
                    <button type="button" onClick={() => go({ view: 'path' })}>
                      {lang === 'vi' ? 'Tìm đường nối' : 'Find a path'}
                    </button>
                  )
                )}
              </div>
            ) : (
              <>
                <p class="count" role="status">
                  <b>{formatNumber(pages.total, lang)}</b> {say.shared}
                  <button
                    type="button"
                    class="quiet"
                    onClick={() => go({ view: 'graph', around: ids, depth: 1 })}
                  >
                    {say.graph}
                  </button>
                </p>
                <ol class="shared-list">
                  {items.map((edge) => (
                    <SharedEntity key={edge.node.id} edge={edge} />
                  ))}
                </ol>
                <Truncated
                  shown={items.length}
                  of={pages.total}
                  more={pages.more}
                  busy={pages.busy}
                  what={say.heading}
                />
              </>
            )
          }
        </Answer>
      )}
    </WalkPage>
  );
}

function SharedEntity({ edge: { node, statements } }: { readonly edge: Shared }) {
  const kindLabel = useKindLabel(node.kind);
  return (
    <li class="shared">
      <h3>
        <EntityLink entity={node} />
      </h3>
      <p class="muted">
        {kindLabel}
        {node.description && ` · ${node.description}`}
      </p>
      <ul>
        {statements.map((statement) => (
          <li key={statement.id}>
            <StatementLine statement={statement} language={language.value} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function offersOf(items: readonly Shared[], ids: readonly string[]) {
  if (items.length === 0) return [];
  const statements = items.flatMap((item) => item.statements);
  const names = new Map(
    statements.flatMap(({ subject, value }) =>
      [subject, ...('entity' in value ? [value.entity] : [])].map(({ id, name }) => [id, name]),
    ),
  );
  const title = ids.map((id) => names.get(id) ?? id).join(' ∩ ');
  return [
    ...pictureOffers('caytre-in-common', title, statements, ids),
    { format: 'json' as const, name: 'caytre-in-common', make: () => jsonFile(items) },
    {
      format: 'csv' as const,
      name: 'caytre-in-common',
      make: () =>
        csvFile([
          [
            'shared',
            'name',
            'kind',
            'subject',
            'property',
            'value',
            'statement',
            ...citationColumns,
          ],
          ...items.flatMap(({ node, statements }) =>
            statements.map((statement) => [
              ...[node.id, node.name, node.kind, statement.subject.id, statement.property],
              ...[statement.value.label, statement.text, ...citationCells(statement.citations)],
            ]),
          ),
        ]),
    },
  ];
}
