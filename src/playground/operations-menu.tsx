/** @jsxImportSource react */
import type { GraphiQLPlugin } from '@graphiql/react';
import { useId, useState } from 'react';
import type { Words } from '../pieces/language.ts';
import { useLanguage } from './language.ts';
import { useOpenDocument } from './open-document.ts';
import { exampleOf, type NamedOperation, searchOperations } from './operations.ts';

const words: Words<
  'title' | 'about' | 'search' | 'none' | 'found' | 'noList' | 'again' | 'of' | 'filled'
> = {
  vi: {
    title: 'Câu hỏi có sẵn',
    about: 'Chọn một câu hỏi để đưa vào trình soạn thảo cùng các biến mẫu.',
    search: 'Tìm theo tên hoặc mô tả',
    none: 'Không có câu hỏi nào khớp. Hãy thử ít từ hơn.',
    found: 'câu hỏi',
    noList: 'Không tải được danh sách câu hỏi.',
    again: 'Tải lại trang',
    of: 'trên',
    filled: 'đã vào trình soạn thảo',
  },
  en: {
    title: 'Named operations',
    about: 'Choose a question to put it into the editor, with an example of its variables.',
    search: 'Search names and descriptions',
    none: 'No question matches. Try fewer words.',
    found: 'questions',
    noList: 'The list of questions could not be loaded.',
    again: 'Load the page again',
    of: 'of',
    filled: 'is in the editor',
  },
};

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M4 6h2m3 0h11M4 12h2m3 0h11M4 18h2m3 0h11" strokeLinecap="round" />
    </svg>
  );
}

function Menu({ operations }: { readonly operations: readonly NamedOperation[] | undefined }) {
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>();
  const heading = useId();
  const openDocument = useOpenDocument(({ query }) =>
    (operations ?? []).some(({ document }) => document === query.trim()),
  );
  const say = words[language];
  const choose = (operation: NamedOperation): void => {
    openDocument({ query: operation.document, variables: exampleOf(operation) });
    setChosen(operation.name);
    // Where the editor stands below the menu.
    document.querySelector('.graphiql-query-editor')?.scrollIntoView({ block: 'nearest' });
  };
  const other = language === 'vi' ? 'en' : 'vi';
  const found = searchOperations(operations ?? [], typed);
  return (
    <section className="caytre-menu" aria-labelledby={heading} lang={language}>
      <h2 id={heading} className="graphiql-doc-explorer-title">
        {say.title}
      </h2>
      {operations === undefined ? (
        <p role="alert">
          {say.noList}{' '}
          <button type="button" className="caytre-plain" onClick={() => location.reload()}>
            {say.again}
          </button>
        </p>
      ) : (
        <>
          <p>{say.about}</p>
          <input
            type="search"
            value={typed}
            placeholder={say.search}
            aria-label={say.search}
            onChange={({ target }) => setTyped(target.value)}
          />
          <p role="status" className="caytre-count">
            {found.length === 0
              ? say.none
              : found.length === operations.length
                ? `${found.length} ${say.found}`
                : `${found.length} ${say.of} ${operations.length} ${say.found}`}
          </p>
          <output className="caytre-unseen">
            {chosen === undefined ? '' : `${chosen}: ${say.filled}`}
          </output>
          <ul>
            {found.map((operation) => (
              <li key={operation.name}>
                <button
                  type="button"
                  aria-current={operation.name === chosen ? 'true' : undefined}
                  onClick={() => choose(operation)}
                >
                  <code translate="no">{operation.name}</code>
                  <span>{operation.description[language]}</span>
                  <span lang={other} className="caytre-other">
                    {operation.description[other]}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The menu of named operations, which GraphiQL shows beside its documentation and history. */
export const operationsPlugin = (
  operations: readonly NamedOperation[] | undefined,
): GraphiQLPlugin => ({
  title: 'Named Operations',
  icon: Icon,
  content: () => <Menu operations={operations} />,
});
