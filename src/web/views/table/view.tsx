import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../../pieces/language.ts';
import { adjust, go, language, view } from '../../state/explorer.ts';
import { useNames } from '../../state/use-names.ts';
import { WalkPage } from '../walk-page.tsx';
import { EntityRows } from './entity-rows.tsx';
import { StatementRows } from './statement-rows.tsx';
import './table.css';

const words: Words<
  | 'heading'
  | 'what'
  | 'rows'
  | 'entities'
  | 'statements'
  | 'words'
  | 'around'
  | 'whole'
  | 'depth'
  | 'hidden'
> = {
  vi: {
    heading: 'Bảng',
    what: 'Những gì đang được chọn, thành hàng: lọc, sắp xếp, tải về.',
    rows: 'Các hàng',
    entities: 'Thực thể',
    statements: 'Mệnh đề',
    words: 'Có các từ',
    around: 'Xung quanh',
    whole: 'Xem cả đồ thị',
    depth: 'Số bước',
    hidden: 'thực thể bị ẩn và các loại bị bỏ trong đồ thị cũng không có ở đây.',
  },
  en: {
    heading: 'Table',
    what: 'What is selected, as rows: filter, sort, download.',
    rows: 'Rows',
    entities: 'Entities',
    statements: 'Statements',
    words: 'With the words',
    around: 'Around',
    whole: 'The whole graph',
    depth: 'Steps',
    hidden: 'What is hidden in the graph, and kinds left out there, are not here either.',
  },
};

/** How long after the last letter the rows are asked for. */
const PAUSE = 250;

export default function View() {
  const say = words[language.value];
  const { rows } = view.value;
  return (
    <WalkPage class="table-view" heading={say.heading} what={say.what}>
      <form class="table-form" onSubmit={(event) => event.preventDefault()}>
        <fieldset class="modes">
          <legend class="hidden">{say.rows}</legend>
          {(['entities', 'statements'] as const).map((sort) => (
            <label key={sort} class={rows === sort ? 'chosen' : undefined}>
              <input
                type="radio"
                name="rows"
                checked={rows === sort}
                onChange={() => go({ rows: sort, facets: [], order: '' })}
              />
              {say[sort]}
            </label>
          ))}
        </fieldset>
        <WordsField label={say.words} />
      </form>
      <Selection />
      {rows === 'entities' ? <EntityRows /> : <StatementRows />}
    </WalkPage>
  );
}

/** The words that rows must have: sought after a pause, so that typing asks once. */
function WordsField({ label }: { readonly label: string }) {
  const { query } = view.value;
  const [typed, type] = useState(query);
  // Back, or another way here, has brought other words.
  useEffect(() => type(query), [query]);
  useEffect(() => {
    if (typed.trim() === view.value.query) return;
    const timer = setTimeout(() => adjust({ query: typed.trim(), order: '' }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="words-field">
      <span class="label">{label}</span>
      <input
        type="search"
        value={typed}
        maxLength={200}
        onInput={(event) => type(event.currentTarget.value)}
      />
    </label>
  );
}

/** What of the selection narrows the rows, where something does, and how to widen it. */
function Selection() {
  const say = words[language.value];
  const { around, depth, without, hidden, rows } = view.value;
  const { names } = useNames(around);
  if (around.length === 0 && without.length === 0 && hidden.length === 0) return null;
  return (
    <div class="notice selection">
      {around.length > 0 && (
        <>
          <span>
            {say.around}: {names.map((name, at) => name?.name ?? around[at]).join(', ')}
          </span>
          {rows === 'entities' && (
            <label>
              {say.depth}{' '}
              <select
                value={depth}
                onChange={(event) => go({ depth: Number(event.currentTarget.value) })}
              >
                {[1, 2, 3, 4].map((number) => (
                  <option key={number}>{number}</option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
      {(without.length > 0 || hidden.length > 0) && <span>{say.hidden}</span>}
      <button
        type="button"
        class="quiet"
        onClick={() => go({ around: [], without: [], hidden: [], depth: 1 })}
      >
        {say.whole}
      </button>
    </div>
  );
}
