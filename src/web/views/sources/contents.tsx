import { useEffect, useRef } from 'preact/hooks';
import { operations } from '../../../client/index.ts';
import { EntityName, type NamedEntity } from '../../../pieces/entity-name.tsx';
import { formatCount } from '../../../pieces/language.ts';
import { StatementLine } from '../../../pieces/statement.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { usePages } from '../../state/use-pages.ts';
import { words } from './words.ts';

const PAGE = 40;

/** What a source states, paragraph by paragraph; the one that the address names is open. */
export function Contents({ source }: { readonly source: string }) {
  const say = words[language.value];
  const pages = usePages(operations.SourceParagraphs, { source, first: PAGE }, ({ entity }) =>
    entity !== null && 'contents' in entity ? entity.contents : undefined,
  );
  const open = Number(view.value.paragraph);
  useFetchUntil(open, pages.items.at(-1)?.number ?? 0, pages.busy ? undefined : pages.more);
  return (
    <section>
      <h3>{say.contents}</h3>
      <p class="muted">{say.contentsNote}</p>
      <Answer of={pages.of}>
        {() => (
          <>
            <ol class="plain paragraphs">
              {pages.items.map(({ number, statements }) => (
                <Paragraph
                  key={number}
                  source={source}
                  number={number}
                  count={statements.totalCount}
                  subjects={statements.nodes.map(({ subject }) => subject)}
                  isOpen={number === open}
                />
              ))}
            </ol>
            <Truncated
              shown={pages.items.length}
              of={pages.total}
              more={pages.more}
              busy={pages.busy}
              what={say.paragraph}
            />
          </>
        )}
      </Answer>
    </section>
  );
}

/** Fetches pages until the paragraph that the address names is among them. */
function useFetchUntil(wanted: number, last: number, more: (() => void) | undefined): void {
  const isMissing = wanted > last && last > 0;
  useEffect(() => {
    if (isMissing) more?.();
  }, [isMissing, more]);
}

interface ParagraphProps {
  readonly source: string;
  readonly number: number;
  readonly count: number;
  readonly subjects: readonly NamedEntity[];
  readonly isOpen: boolean;
}

function Paragraph({ source, number, count, subjects, isOpen }: ParagraphProps) {
  const lang = language.value;
  const say = words[lang];
  const place = useRef<HTMLLIElement>(null);
  // Whoever comes by a citation comes to the paragraph.
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const named = [...new Set(subjects.map(({ name }) => name))];
  const label = (
    <>
      <span class="paragraph-number">¶{number}</span>
      <span class="hidden">
        {say.paragraph} {number},{' '}
      </span>
      <span class="paragraph-count">
        {count === 0 ? say.statesNothing : formatCount(count, say.statements, lang)}
      </span>
      <span class="paragraph-subjects">{named.join(' · ')}</span>
    </>
  );
  return (
    <li class="paragraph" ref={place} data-open={isOpen}>
      {count === 0 ? (
        <p class="paragraph-head">{label}</p>
      ) : (
        <button
          type="button"
          class="paragraph-head"
          aria-expanded={isOpen}
          onClick={() => go({ source, paragraph: isOpen ? undefined : String(number) })}
        >
          {label}
        </button>
      )}
      {isOpen && count > 0 && <Stated source={source} number={number} />}
    </li>
  );
}

/** The statements of one paragraph, by what they are of. */
function Stated({ source, number }: { readonly source: string; readonly number: number }) {
  const lang = language.value;
  const say = words[lang];
  const pages = usePages(
    operations.ParagraphStatements,
    { source, paragraphs: [number] },
    ({ statements }) => statements,
  );
  return (
    <div class="stated">
      <Answer of={pages.of}>
        {() => (
          <>
            {bySubject(pages.items).map(([subject, statements]) => (
              <section key={subject.id}>
                <h4>
                  <EntityName entity={subject} />
                </h4>
                <ul class="plain source-lines">
                  {statements.map((statement) => (
                    <li key={statement.id}>
                      <StatementLine statement={statement} language={lang} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <Truncated
              shown={pages.items.length}
              of={pages.total}
              more={pages.more}
              busy={pages.busy}
              what={`${say.paragraph} ${number}`}
            />
          </>
        )}
      </Answer>
    </div>
  );
}

/** Statements by their subject, in the order in which subjects first come. */
function bySubject<Item extends { readonly subject: NamedEntity }>(
  items: readonly Item[],
): readonly (readonly [NamedEntity, readonly Item[]])[] {
  const groups = new Map<string, [NamedEntity, Item[]]>();
  for (const item of items) {
    const group = groups.get(item.subject.id);
    if (group === undefined) groups.set(item.subject.id, [item.subject, [item]]);
    else group[1].push(item);
  }
  return [...groups.values()];
}
