import { useState } from 'preact/hooks';
import { operations } from '../../client/index.ts';
import type { Group } from '../../pieces/card/groups.ts';
import { OtherEnd, type SpelledShown } from '../../pieces/spelled.tsx';
import { StatementLine } from '../../pieces/statement.tsx';
import { Answer } from '../parts/answer.tsx';
import { Truncated } from '../parts/truncated.tsx';
import { language, view } from '../state/explorer.ts';
import { type Pages, usePages } from '../state/use-pages.ts';
import { Count } from './count.tsx';
import { words } from './words.ts';

/** So many of a group are shown before somebody asks for more of it. */
const AT_ONCE = 5;
const PAGE = 20;

interface GroupProps {
  readonly id: string;
  readonly group: Group;
}

/** The statements of one property and direction: the first few, then all, page by page. */
export function GroupSection({ id, group }: GroupProps) {
  const [isWhole, showWhole] = useState(false);
  const { label, count, statements, end } = group;
  const say = words[language.value];
  const first = statements.slice(0, AT_ONCE);
  return (
    <section class="card-group">
      <h4>
        {label} <Count of={count} />
      </h4>
      {isWhole ? (
        <Whole id={id} group={group} />
      ) : (
        <>
          <Lines statements={first} end={end} />
          {first.length === 0 ? (
            <button type="button" class="quiet" onClick={() => showWhole(true)}>
              {say.show}
              <span class="hidden"> ({label})</span>
            </button>
          ) : (
            <Truncated shown={first.length} of={count} more={() => showWhole(true)} what={label} />
          )}
        </>
      )}
    </section>
  );
}

/** All of a group: what the card has, if that is all, or else page by page. */
function Whole({ id, group }: GroupProps) {
  if (group.statements.length === group.count) {
    return <Lines statements={group.statements} end={group.end} />;
  }
  return group.end === 'value' ? (
    <SaidPages id={id} group={group} />
  ) : (
    <NamedPages id={id} group={group} />
  );
}

const asked = (id: string, { property }: Group) => {
  const { asOf } = view.value;
  return { id, property, first: PAGE, ...(asOf !== undefined && { asOf }) };
};

function SaidPages({ id, group }: GroupProps) {
  const pages = usePages(
    operations.StatementsOf,
    asked(id, group),
    ({ entity }) => entity?.statements,
  );
  return <PagedLines pages={pages} statements={pages.items} group={group} />;
}

function NamedPages({ id, group }: GroupProps) {
  const pages = usePages(
    operations.StatementsNaming,
    asked(id, group),
    ({ entity }) => entity?.relations,
  );
  return (
    <PagedLines
      pages={pages}
      statements={pages.items.map(({ statement }) => statement)}
      group={group}
    />
  );
}

interface PagedLinesProps {
  readonly pages: Pages<unknown, unknown>;
  readonly statements: readonly SpelledShown[];
  readonly group: Group;
}

function PagedLines({ pages, statements, group }: PagedLinesProps) {
  return (
    <Answer of={pages.of}>
      {() => (
        <>
          <Lines statements={statements} end={group.end} />
          <Truncated
            shown={statements.length}
            of={pages.total}
            more={pages.more}
            busy={pages.busy}
            what={group.label}
          />
        </>
      )}
    </Answer>
  );
}

interface LinesProps {
  readonly statements: readonly SpelledShown[];
  readonly end: Group['end'];
}

function Lines({ statements, end }: LinesProps) {
  if (statements.length === 0) return null;
  return (
    <ul class="card-lines">
      {statements.map((statement) => (
        <li key={statement.id}>
          <StatementLine statement={statement} language={language.value}>
            <OtherEnd statement={statement} end={end} />
          </StatementLine>
        </li>
      ))}
    </ul>
  );
}
