import { operations } from '../../../client/index.ts';
import type { Language, Words } from '../../../pieces/language.ts';
import { Rivals } from '../../../pieces/rivals.tsx';
import { type DisagreementKindShown, disagreementLabels } from '../../../pieces/statement.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { citationCells, citationColumns, csvFile, jsonFile } from '../../state/files.ts';
import { usePages } from '../../state/use-pages.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import '../../../pieces/statements.css';
import './view.css';

const kinds: readonly DisagreementKindShown[] = [
  'CONTRADICTION',
  'DIFFERENT_DATES',
  'DIFFERENT_SCOPE',
  'CHANGE_OF_HOLDER',
];

/** What each kind means, for those who read it for the first time. */
const meanings: Readonly<Record<Language, Readonly<Record<DisagreementKindShown, string>>>> = {
  vi: {
    CONTRADICTION:
      'Hai giá trị cho cùng một điều, không khác nhau về thời điểm hay phạm vi: không thể cùng đúng.',
    DIFFERENT_DATES:
      'Các giá trị thuộc những thời điểm khác nhau; mỗi giá trị có thể đúng vào lúc của nó.',
    DIFFERENT_SCOPE:
      'Cùng thời điểm nhưng tính những thứ khác nhau; mỗi giá trị có thể đúng trong phạm vi của nó.',
    CHANGE_OF_HOLDER:
      'Người này giữ chức sau người kia; nguồn viết vào lúc khác nhau nên nêu tên khác nhau.',
  },
  en: {
    CONTRADICTION:
      'Different values for the same thing, with no time or scope to tell them apart: they cannot all be true.',
    DIFFERENT_DATES: 'The values are for different times; each may be right for its own.',
    DIFFERENT_SCOPE:
      'The values are of one time but cover different things; each may be right for what it covers.',
    CHANGE_OF_HOLDER:
      'One person held the office after another; sources of different dates name different people.',
  },
};

const words: Words<'intro' | 'all' | 'filter' | 'meaning' | 'none' | 'list'> = {
  vi: {
    intro:
      'Khi các bài báo nói khác nhau về cùng một điều, đồ thị giữ cả hai và cho biết khác nhau vì sao. Việc này được tính từ các mệnh đề, không do ai nhập tay.',
    all: 'Tất cả',
    filter: 'Lọc theo loại',
    meaning: 'Các loại khác nhau nghĩa là gì?',
    none: 'Không có chỗ nào khác nhau thuộc loại này vào thời điểm này.',
    list: 'chỗ khác nhau',
  },
  en: {
    intro:
      'Where articles say different things about the same matter, the graph keeps both and tells why they differ. This is computed from the statements; nobody types it in.',
    all: 'All',
    filter: 'Filter by kind',
    meaning: 'What do the kinds mean?',
    none: 'There is no disagreement of this kind at this date.',
    list: 'disagreements',
  },
};

type Answered = operations.DisagreementsQuery;

const countsIn = (answer: Answered): Readonly<Record<DisagreementKindShown, number>> => ({
  CONTRADICTION: answer.contradictions.totalCount,
  DIFFERENT_DATES: answer.differentDates.totalCount,
  DIFFERENT_SCOPE: answer.differentScopes.totalCount,
  CHANGE_OF_HOLDER: answer.changesOfHolder.totalCount,
});

/** Where the articles differ, and why: each disagreement with its rivals side by side. */
export default function DisagreementsView() {
  const lang = language.value;
  const say = words[lang];
  const { differing, asOf } = view.value;
  const kind = kinds.find((each) => each === differing);
  const variables = {
    ...(kind !== undefined && { kinds: [kind] }),
    ...(asOf !== undefined && { asOf }),
  };
  const pages = usePages(operations.Disagreements, variables, ({ disagreements }) => disagreements);
  useShownQuestion(operations.Disagreements, variables);
  useOfferedExports(exportsOf(pages.items), pages.of.data);
  return (
    <div class="disagreements">
      <p class="lead">{say.intro}</p>
      <Answer of={pages.of}>
        {(answers) => (
          <>
            <Filter counts={countsIn(answers[0]!)} chosen={kind} />
            <Meanings />
            {pages.items.length === 0 && <p class="muted">{say.none}</p>}
            {pages.items.map((one) => (
              <Rivals key={one.id} of={one} language={lang} level={2} />
            ))}
            <Truncated
              shown={pages.items.length}
              of={pages.total}
              more={pages.more}
              busy={pages.busy}
              what={say.list}
            />
          </>
        )}
      </Answer>
    </div>
  );
}

interface FilterProps {
  readonly counts: Readonly<Record<DisagreementKindShown, number>>;
  readonly chosen: DisagreementKindShown | undefined;
}

function Filter({ counts, chosen }: FilterProps) {
  const lang = language.value;
  const say = words[lang];
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <fieldset class="row" aria-label={say.filter}>
      <button
        type="button"
        class="chip"
        aria-pressed={chosen === undefined}
        onClick={() => go({ differing: undefined })}
      >
        {say.all} <span class="count">{all}</span>
      </button>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="chip"
          aria-pressed={chosen === kind}
          onClick={() => go({ differing: kind })}
        >
          {disagreementLabels[lang][kind]} <span class="count">{counts[kind]}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Meanings() {
  const lang = language.value;
  return (
    <details>
      <summary>{words[lang].meaning}</summary>
      <dl class="meanings">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{disagreementLabels[lang][kind]}</dt>
            <dd>{meanings[lang][kind]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type Item = Answered['disagreements']['nodes'][number];

/** What is shown, as JSON, and as CSV with a row for each rival. */
function exportsOf(items: readonly Item[]) {
  const name = 'caytre-disagreements';
  return [
    { format: 'json' as const, name, make: () => jsonFile(items) },
    {
      format: 'csv' as const,
      name,
      make: () =>
        csvFile([
          [
            'disagreement',
            'kind',
            'about',
            'property',
            'statement',
            'value',
            'text',
            ...citationColumns,
          ],
          ...items.flatMap(({ id, kind, about, propertyLabel, statements }) =>
            statements.map((one) => [
              ...[id, kind, about.id, propertyLabel, one.id, one.value.label, one.text],
              ...citationCells(one.citations),
            ]),
          ),
        ]),
    },
  ];
}
