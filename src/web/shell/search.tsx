import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDate, formatNumber, type Words } from '../../pieces/language.ts';
import { Combobox } from '../parts/find/combobox.tsx';
import { type Finding, useFound } from '../parts/find/use-found.ts';
import { adjust, go, language, view } from '../state/explorer.ts';
import { Icon } from './icons.tsx';

const words: Words<'label' | 'placeholder' | 'near' | 'everyDate'> = {
  vi: {
    label: 'Tìm trong đồ thị',
    placeholder: 'Tìm người, nước, văn kiện…',
    near: 'Không có gì đúng như vậy; đây là những gì gần nhất.',
    everyDate: 'Tìm ở mọi thời điểm',
  },
  en: {
    label: 'Search the graph',
    placeholder: 'Find people, countries, documents…',
    near: 'Nothing is called just so; this is what comes nearest.',
    everyDate: 'Search all dates',
  },
};

/** The search box: answers while somebody types; Enter opens the best, the line below the list shows all. */
export function Search() {
  const say = words[language.value];
  const { find } = view.value;
  const [text, type] = useState(find);
  const input = useRef<HTMLInputElement>(null);
  // Back and Forward change what is found as well.
  useEffect(() => type(find), [find]);
  const finding = useFound(text, {});
  const showAll = (): void => go({ find: text.trim() });
  return (
    <search class="search">
      <Combobox
        label={say.label}
        placeholder={say.placeholder}
        input={input}
        inputId="search"
        text={text}
        type={type}
        finding={finding}
        choose={({ id }) => {
          type(find);
          go({ selected: id });
        }}
        clear={() => {
          type('');
          if (find !== '') go({ find: '' });
        }}
        escape={text === find ? undefined : () => type(find)}
        mark={<Icon name="search" />}
        below={<Below finding={finding} showAll={showAll} />}
      />
    </search>
  );
}

function Below({ finding, showAll }: { readonly finding: Finding; readonly showAll: () => void }) {
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  const { ready, near, total, found } = finding;
  return (
    <div class="below">
      {ready && near && <p class="warn small">{say.near}</p>}
      {asOf !== undefined && (
        <p class="small muted">
          {lang === 'vi' ? 'Tính đến' : 'As of'} {formatDate(asOf, lang)}{' '}
          <button type="button" class="quiet" onClick={() => adjust({ asOf: undefined })}>
            {say.everyDate}
          </button>
        </p>
      )}
      {found.length > 0 && (
        <button type="button" class="quiet all" onClick={showAll}>
          {lang === 'vi'
            ? `Xem tất cả ${formatNumber(total, lang)} kết quả`
            : `Show all ${formatNumber(total, lang)} results`}
        </button>
      )}
    </div>
  );
}
