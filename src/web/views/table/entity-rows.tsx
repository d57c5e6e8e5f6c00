import { operations } from '../../../client/index.ts';
import { formatNumber, type Words } from '../../../pieces/language.ts';
import {
  type EntityRow,
  ownColumns,
  sortRows,
  sortValue,
  tellTime,
} from '../../../pieces/table/rows.ts';
import { words as columnWords } from '../../../pieces/table/words.ts';
import { Answer } from '../../parts/answer.tsx';
import { EntityLink } from '../../parts/entity-link.tsx';
import { KindChoice } from '../../parts/kind-choice.tsx';
import { KindMark } from '../../parts/kind-mark.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useShownQuestion } from '../../state/use-shown.ts';
import { ExportPanel } from './export-panel.tsx';
import { exportEntities } from './export-rows.ts';
import { Facet } from './facet.tsx';
import { SortHead } from './head.tsx';
import { readOrder } from './order.ts';
import { facetsBy, selectionFilter, switchFacet, useAround } from './selection.ts';
import { MOST_LOCAL, pageOf, useRows } from './use-rows.ts';

const words: Words<'kinds' | 'entities' | 'none' | 'clear' | 'caption'> = {
  vi: {
    kinds: 'Loại',
    entities: 'thực thể',
    none: 'Không có thực thể nào theo lựa chọn này.',
    clear: 'Bỏ mọi bộ lọc',
    caption: 'Các thực thể',
  },
  en: {
    kinds: 'Kinds',
    entities: 'entities',
    none: 'No entity fits this choice.',
    clear: 'Drop all filters',
    caption: 'Entities',
  },
};

/** Entities as rows: filtered, ordered, a page at a time. */
export function EntityRows() {
  const lang = language.value;
  const say = words[lang];
  const { only, facets, query, asOf, order: orderText } = view.value;
  const date = asOf === undefined ? {} : { asOf };
  const { data: known } = useAnswer(operations.Ontology, {});
  const properties = new Map(known?.ontology.properties.map((one) => [one.name, one]));
  const around = useAround();
  const selection = selectionFilter(view.value, around.ids);
  const counts = useAnswer(
    operations.CountsByKind,
    around.isReady ? { filter: { and: selection }, ...date } : undefined,
  );
  const kinds = counts.data?.entities.facets.kinds ?? [];
  const isReady = around.isReady && known !== undefined;
  const chosen = facetsBy(facets, new Set(properties.keys()));
  const withKinds = [...selection, ...(only.length > 0 ? [{ kinds: only }] : [])];
  const byValue = [...chosen].map(([property, anyOf]) => ({ value: { property, anyOf } }));
  const order = readOrder(orderText, query !== '');
  const filter = { and: [...withKinds, ...byValue] };
  const asked = isReady ? { filter, asOf, order } : undefined;
  const rows = useRows(asked);
  useShownQuestion(operations.EntityRows, asked && pageOf(asked, 50, undefined));

  const own = ownColumns(rows.rows, rows.kinds.length);
  const shown = order.isLocal
    ? sortRows(rows.rows, (row) => sortValue(row, order.column), order.isDescending, lang)
    : rows.rows;
  const terms = own.filter((name) => rows.rows.some((row) => row.own[name]?.term !== undefined));
  const facetNames = [...new Set([...terms, ...chosen.keys()])];
  const labelOf = (name: string): string => properties.get(name)?.label ?? name;

  return (
    <>
      {kinds.length > 1 && (
        <KindChoice
          legend={say.kinds}
          kinds={kinds}
          chosen={only}
          choose={(kinds) => go({ only: kinds, facets: [] })}
        />
      )}
      {facetNames.map((property) => (
        <ValueFacet
          key={property}
          property={property}
          label={labelOf(property)}
          // What is chosen of the property itself does not narrow what else of it could be chosen.
          filter={{
            and: [...withKinds, ...byValue.filter(({ value }) => value.property !== property)],
          }}
          chosen={chosen.get(property) ?? []}
        />
      ))}
      <Answer
        of={rows.of}
        isEmpty={() => rows.total === 0}
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
                <b>{formatNumber(rows.total, lang)}</b> {say.entities}
              </p>
              {asked && (
                <ExportPanel
                  name="caytre-entities"
                  of={[asked, lang]}
                  total={rows.total}
                  make={(told) => exportEntities(asked, own, lang, told)}
                />
              )}
            </div>
            {around.cutAt !== undefined && <CutAround bound={around.cutAt} />}
            {order.isLocal && rows.more && (
              <LocalNote loaded={rows.rows.length} total={rows.total} />
            )}
            <EntityTable
              rows={shown}
              own={own}
              labelOf={labelOf}
              order={order}
              hasKinds={rows.kinds.length > 1}
            />
            <Truncated
              shown={rows.rows.length}
              of={rows.total}
              more={rows.more}
              busy={rows.busy}
              what={say.entities}
            />
          </>
        )}
      </Answer>
    </>
  );
}

interface EntityTableProps {
  readonly rows: readonly EntityRow[];
  readonly own: readonly string[];
  readonly labelOf: (property: string) => string;
  readonly order: ReturnType<typeof readOrder>;
  readonly hasKinds: boolean;
}

function EntityTable({ rows, own, labelOf, order, hasKinds }: EntityTableProps) {
  const lang = language.value;
  const columns = columnWords[lang];
  const { selected } = view.value;
  return (
    <table class="rows">
      <caption class="hidden">{words[lang].caption}</caption>
      <thead>
        <tr>
          <SortHead column="name" label={columns.name} order={order} />
          {hasKinds && <SortHead column="kind" label={columns.kind} order={order} />}
          <SortHead column="time" label={columns.time} order={order} />
          {own.map((name) => (
            <SortHead key={name} column={name} label={labelOf(name)} order={order} />
          ))}
          <th scope="col">{columns.description}</th>
          <SortHead column="degree" label={columns.degree} order={order} isNumber />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            class={row.id === selected ? 'selected' : undefined}
            // The link within does the same for those who use no mouse.
            onClick={(event) => {
              const isOnLink = (event.target as Element).closest('a, button') !== null;
              if (!isOnLink && getSelection()?.isCollapsed) go({ selected: row.id });
            }}
          >
            <th scope="row">
              <EntityLink entity={row} />
            </th>
            {hasKinds && (
              <td data-label={columns.kind}>
                <KindMark kind={row.kind} label="shown" />
              </td>
            )}
            <td data-label={columns.time}>{tellTime(row, lang)}</td>
            {own.map((name) => (
              <td key={name} data-label={labelOf(name)}>
                {row.own[name]?.label}
              </td>
            ))}
            <td class="description">{row.description}</td>
            <td class="number" data-label={columns.degree}>
              {formatNumber(row.degree, lang)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValueFacetProps {
  readonly property: string;
  readonly label: string;
  readonly filter: { readonly and: ReturnType<typeof selectionFilter> };
  readonly chosen: readonly string[];
}

function ValueFacet({ property, label, filter, chosen }: ValueFacetProps) {
  const { asOf, facets } = view.value;
  const { data } = useAnswer(operations.CountsByValue, {
    ...{ property, filter },
    ...(asOf !== undefined && { asOf }),
  });
  return (
    <Facet
      legend={label}
      choices={data?.entities.facets.values ?? []}
      chosen={chosen}
      change={(key) => go({ facets: switchFacet(facets, property, key) })}
    />
  );
}

function LocalNote({ loaded, total }: { readonly loaded: number; readonly total: number }) {
  const lang = language.value;
  const [some, all] = [formatNumber(loaded, lang), formatNumber(total, lang)];
  const isFull = loaded >= MOST_LOCAL;
  return (
    <p class="notice" role="status">
      {lang === 'vi'
        ? isFull
          ? `Chỉ ${some} hàng đầu trong ${all} được sắp xếp theo cột này; hãy lọc bớt để sắp xếp tất cả.`
          : `Đang tải để sắp xếp: ${some} trong ${all} hàng…`
        : isFull
          ? `Only the first ${some} of ${all} rows are sorted by this column; filter to sort all.`
          : `Loading to sort: ${some} of ${all} rows…`}
    </p>
  );
}

export function CutAround({ bound }: { readonly bound: number }) {
  const lang = language.value;
  const number = formatNumber(bound, lang);
  return (
    <p class="notice" role="status">
      {lang === 'vi'
        ? `Xung quanh có nhiều hơn; chỉ xét ${number} thực thể gần và có nhiều liên kết nhất. Giảm số bước để thấy đủ.`
        : `More lies around; only the ${number} nearest and best connected entities are looked at. Take fewer steps to see all.`}
    </p>
  );
}
