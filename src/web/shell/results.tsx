import { useEffect, useState } from 'preact/hooks';
import { operations } from '../../client/index.ts';
import { formatDate, formatNumber, type Words } from '../../pieces/language.ts';
import { Answer } from '../parts/answer.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { nearnessWords } from '../parts/find/choices.tsx';
import { foundBySearch } from '../parts/find/merge-found.ts';
import { LONGEST } from '../parts/find/use-found.ts';
import { KindMark } from '../parts/kind-mark.tsx';
import { Truncated } from '../parts/truncated.tsx';
import { adjust, go, language, view } from '../state/explorer.ts';
import { shownQuestion } from '../state/question.ts';
import { useAnswer } from '../state/use-answer.ts';
import { usePages } from '../state/use-pages.ts';
import { viewLabels } from '../views/views.ts';

const words: Words<
  | 'back'
  | 'others'
  | 'fewer'
  | 'near'
  | 'none'
  | 'advice'
  | 'all'
  | 'kinds'
  | 'everyDate'
  | 'results'
> = {
  vi: {
    back: 'Trở lại',
    near: 'Không có gì khớp hẳn với những từ này; đây là những gì gần nhất.',
    none: 'Không tìm thấy gì.',
    advice: 'Thử ít từ hơn, tên khác, hoặc gõ không dấu.',
    all: 'Mọi loại',
    others: 'Loại khác',
    fewer: 'Bớt',
    kinds: 'Lọc theo loại',
    everyDate: 'Tìm ở mọi thời điểm',
    results: 'kết quả',
  },
  en: {
    back: 'Back to',
    near: 'Nothing matches these words outright; this is what comes nearest.',
    none: 'Nothing is found.',
    advice: 'Try fewer words, another name, or other spellings.',
    all: 'All kinds',
    others: 'Other kinds',
    fewer: 'Fewer',
    kinds: 'Filter by kind',
    everyDate: 'Search all dates',
    results: 'results',
  },
};
const nearGrades: readonly string[] = ['OTHER_MARKS', 'TYPO', 'SOME'];
const PAGE = 20;
/** So many kinds are offered at first: the most frequent. */
const FEW = 6;

/** All that a search finds, page by page, in place of a view. */
export default function Results() {
  const lang = language.value;
  const say = words[lang];
  const { find, asOf } = view.value;
  const [kind, setKind] = useState<string>();
  const [areAllKinds, showAllKinds] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other kinds
  useEffect(() => setKind(undefined), [find]);
  const variables = {
    query: find.slice(0, LONGEST),
    first: PAGE,
    ...(asOf !== undefined && { asOf }),
  };
  const narrowed = kind === undefined ? variables : { ...variables, kinds: [kind] };
  const whole = useAnswer(operations.FindEntities, { ...variables, first: 1 });
  const pages = usePages(operations.FindEntities, narrowed, ({ search }) => search);
  const question = JSON.stringify(narrowed);
  useEffect(() => {
    shownQuestion.value = { operation: 'FindEntities', variables: JSON.parse(question) };
    return () => {
      shownQuestion.value = undefined;
    };
  }, [question]);

  const kinds = whole.data?.search.facets.kinds ?? [];
  return (
    <div class="results">
      <div class="row head">
        <h2>{lang === 'vi' ? `Tìm “${find}”` : `Search for “${find}”`}</h2>
        <button type="button" onClick={() => go({ find: '' })}>
          {say.back} {viewLabels[lang][view.value.view]}
        </button>
      </div>
      {asOf !== undefined && (
        <p class="notice">
          {lang === 'vi' ? 'Tính đến' : 'As of'} {formatDate(asOf, lang)}
          <button type="button" class="quiet" onClick={() => adjust({ asOf: undefined })}>
            {say.everyDate}
          </button>
        </p>
      )}
      {kinds.length > 1 && (
        <fieldset class="row">
          <legend class="hidden">{say.kinds}</legend>
          <button
            type="button"
            class="chip"
            aria-pressed={kind === undefined}
            onClick={() => setKind(undefined)}
          >
            {say.all} ({formatNumber(whole.data?.search.totalCount ?? 0, lang)})
          </button>
          {kinds.slice(0, areAllKinds ? kinds.length : FEW).map(({ key, count }) => (
            <button
              key={key}
              type="button"
              class="chip"
              aria-pressed={kind === key}
              onClick={() => setKind(key)}
            >
              <KindMark kind={key} label="shown" /> ({formatNumber(count, lang)})
            </button>
          ))}
          {kinds.length > FEW && (
            <button
              type="button"
              class="quiet"
              aria-expanded={areAllKinds}
              onClick={() => showAllKinds(!areAllKinds)}
            >
              {areAllKinds ? say.fewer : `${say.others} (${kinds.length - FEW})`}
            </button>
          )}
        </fieldset>
      )}
      <Answer
        of={pages.of}
        isEmpty={() => pages.items.length === 0}
        empty={
          <>
            {say.none} {say.advice}
          </>
        }
      >
        {(answers) => (
          <>
            {nearGrades.includes(answers[0]?.search.best ?? '') && <p class="notice">{say.near}</p>}
            <ol class="plain found">
              {foundBySearch(pages.items, lang).map((found) => (
                <li key={found.id}>
                  <span class="name">
                    <EntityLink entity={found} />
                    {found.also !== undefined && (
                      <span class="also" lang={lang === 'vi' ? 'en' : 'vi'}>
                        {' '}
                        {found.also}
                      </span>
                    )}
                  </span>
                  <span class="small muted row">
                    <KindMark kind={found.kind} label="shown" />
                    {found.nearness !== undefined && (
                      <span class="chip warn">{nearnessWords[lang][found.nearness]}</span>
                    )}
                  </span>
                  {found.description !== undefined && <p class="small">{found.description}</p>}
                </li>
              ))}
            </ol>
            <Truncated
              shown={pages.items.length}
              of={pages.total}
              more={pages.more}
              busy={pages.busy}
              what={say.results}
            />
          </>
        )}
      </Answer>
    </div>
  );
}
