import { operations } from '../../../client/index.ts';
import { Citations } from '../../../pieces/citations.tsx';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import { Answer } from '../../parts/answer.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { KindChoice } from '../../parts/kind-choice.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useKinds } from '../../state/use-kinds.ts';
import { usePages } from '../../state/use-pages.ts';
import { useShownQuestion } from '../../state/use-shown.ts';
import { CutAround } from './entity-rows.tsx';
import { ExportPanel } from './export-panel.tsx';
import { exportStatements, tellQualifiers } from './export-rows.ts';
import { Facet } from './facet.tsx';
import { facetsBy, switchFacet, useAround } from './selection.ts';

type Statement = operations.StatementsFoundQuery['statements']['nodes'][number];
type Filter = NonNullable<operations.StatementsFoundQueryVariables['filter']>;

const words: Words<
  | 'kinds'
  | 'properties'
  | 'sources'
  | 'ranks'
  | 'statements'
  | 'none'
  | 'clear'
  | 'caption'
  | 'subject'
  | 'property'
  | 'value'
  | 'qualifiers'
  | 'cited'
  | 'order'
> = {
  vi: {
    kinds: 'Loại của chủ thể',
    properties: 'Thuộc tính',
    sources: 'Nguồn',
    ranks: 'Hạng',
    statements: 'mệnh đề',
    none: 'Không có mệnh đề nào theo lựa chọn này.',
    clear: 'Bỏ mọi bộ lọc',
    caption: 'Các mệnh đề',
    subject: 'Chủ thể',
    property: 'Thuộc tính',
    value: 'Giá trị',
    qualifiers: 'Bổ nghĩa',
    cited: 'Nguồn, đoạn',
    order: 'Theo chủ thể, rồi theo thuộc tính.',
  },
  en: {
    kinds: 'Kind of the subject',
    properties: 'Property',
    sources: 'Source',
    ranks: 'Rank',
    statements: 'statements',
    none: 'No statement fits this choice.',
    clear: 'Drop all filters',
    caption: 'Statements',
    subject: 'Subject',
    property: 'Property',
    value: 'Value',
    qualifiers: 'Qualifiers',
    cited: 'Source, paragraph',
    order: 'By subject, then by property.',
  },
};

const facetNames = new Set(['property', 'source', 'rank']);

/** How many entities with the words that are sought are looked at, for statements are found by their entities. */
const MOST_FOUND = 100;

/** Statements as rows: what is said of whom, and where. */
export function StatementRows() {
  const lang = language.value;
  const say = words[lang];
  const { around: chosen, only, without, facets, query, asOf, depth } = view.value;
  const date = asOf === undefined ? {} : { asOf };
  const around = useAround();
  const kinds = useKinds();
  const found = useAnswer(
    operations.FindEntities,
    query === '' ? undefined : { query, first: MOST_FOUND, ...date },
  );
  const named = query === '' ? undefined : found.data?.search.edges.map(({ node }) => node.id);
  const isReady =
    around.isReady &&
    (query === '' || (named !== undefined && !found.isPlaceholderData)) &&
    kinds.size > 0;
  const near = around.ids ?? (chosen.length > 0 ? chosen : undefined);
  const about =
    near === undefined
      ? named
      : named === undefined
        ? near
        : near.filter((id) => named.includes(id));
  const by = facetsBy(facets, facetNames);
  const left = [...kinds.keys()].filter((kind) => !without.includes(kind));
  const base: Filter = { ...(about !== undefined && { about }) };
  const ranks = (by.get('rank') ?? []) as ('PREFERRED' | 'NORMAL' | 'DEPRECATED')[];
  const filter: Filter = {
    ...base,
    ...(only.length > 0 ? { kinds: only } : without.length > 0 && { kinds: left }),
    ...(by.has('property') && { properties: by.get('property')! }),
    ...(by.has('source') && { sources: by.get('source')! }),
    ...(ranks.length > 0 && { ranks }),
  };
  const variables = isReady ? { filter, first: 50, ...date } : undefined;
  const pages = usePages(operations.StatementsFound, variables, (answer) => answer.statements);
  // What is chosen of one facet does not hide what else could be chosen: the counts of all are of the selection alone.
  const all = useAnswer(
    operations.StatementsFound,
    isReady
      ? { filter: { ...base, ...(without.length > 0 && { kinds: left }) }, first: 1, ...date }
      : undefined,
  );
  useShownQuestion(operations.StatementsFound, variables);
  const counts = all.data?.statements.facets;
  const change = (name: string) => (key: string) => go({ facets: switchFacet(facets, name, key) });
  const total = found.data?.search.totalCount ?? 0;

  return (
    <>
      {counts && (
        <details class="filters" open={by.size > 0 || only.length > 0}>
          <summary>{lang === 'vi' ? 'Lọc' : 'Filter'}</summary>
          <KindChoice
            legend={say.kinds}
            kinds={counts.kinds}
            chosen={only}
            choose={(kinds) => go({ only: kinds })}
          />
          <Facet
            legend={say.properties}
            choices={counts.properties}
            chosen={by.get('property') ?? []}
            change={change('property')}
          />
          <Facet
            legend={say.sources}
            choices={counts.sources}
            chosen={by.get('source') ?? []}
            change={change('source')}
          />
          {counts.ranks.length > 1 && (
            <Facet
              legend={say.ranks}
              choices={counts.ranks}
              chosen={ranks}
              change={change('rank')}
            />
          )}
        </details>
      )}
      {around.cutAt !== undefined && <CutAround bound={around.cutAt} />}
      {query !== '' && total > MOST_FOUND && (
        <p class="notice" role="status">
          {lang === 'vi'
            ? `Có ${formatNumber(total, lang)} thực thể khớp; chỉ xét mệnh đề về ${MOST_FOUND} thực thể khớp nhất.`
            : `${formatNumber(total, lang)} entities match; only statements about the ${MOST_FOUND} best are looked at.`}
        </p>
      )}
      <Answer
        of={pages.of}
        isEmpty={() => pages.total === 0}
        empty={
          <>
            {say.none}{' '}
            <button
              type="button"
              onClick={() => go({ only: [], facets: [], query: '', without: [], around: [] })}
            >
              {say.clear}
            </button>
          </>
        }
      >
        {() => (
          <>
            <div class="row table-top">
              <p role="status">
                <b>{formatNumber(pages.total, lang)}</b> {say.statements}{' '}
                <span class="muted">{say.order}</span>
              </p>
              <ExportPanel
                name="caytre-statements"
                of={[filter, asOf, lang, depth]}
                total={pages.total}
                make={(told) => exportStatements({ filter, ...date }, lang, told)}
              />
            </div>
            <StatementTable statements={pages.items} />
            <Truncated
              shown={pages.items.length}
              of={pages.total}
              more={pages.more}
              busy={pages.busy}
              what={say.statements}
            />
          </>
        )}
      </Answer>
    </>
  );
}

function StatementTable({ statements }: { readonly statements: readonly Statement[] }) {
  const lang = language.value;
  const say = words[lang];
  const { selected } = view.value;
  return (
    <table class="rows statement-table">
      <caption class="hidden">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.subject}</th>
          <th scope="col">{say.property}</th>
          <th scope="col">{say.value}</th>
          <th scope="col">{say.qualifiers}</th>
          <th scope="col">{say.cited}</th>
        </tr>
      </thead>
      <tbody>
        {statements.map((statement) => {
          const { id, subject, propertyLabel, value, citations, rank, reason } = statement;
          return (
            <tr key={id} class={id === selected ? 'selected' : undefined}>
              <th scope="row">
                <EntityLink entity={subject} />
              </th>
              <td>
                <button
                  type="button"
                  class="quiet"
                  title={statement.text}
                  onClick={() => go({ selected: id })}
                >
                  {propertyLabel}
                </button>
              </td>
              <td class={rank === 'DEPRECATED' ? 'deprecated' : undefined}>
                {'entity' in value ? <EntityLink entity={value.entity} /> : value.label}
                {reason && <p class="muted small">{reason}</p>}
                {statement.disagreements.map((one) => (
                  <p key={one.id} class="warn small">
                    {one.reason}
                  </p>
                ))}
              </td>
              <td data-label={say.qualifiers}>{tellQualifiers(statement)}</td>
              <td>
                <Citations citations={citations} language={lang} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
