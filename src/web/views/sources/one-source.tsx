import { operations } from '../../../client/index.ts';
import { EntityName } from '../../../pieces/entity-name.tsx';
import { StatementLine } from '../../../pieces/statement.tsx';
import { References } from '../../card/cite.tsx';
import { Unfold } from '../../card/unfold.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Truncated } from '../../parts/truncated.tsx';
import { go, language } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { usePages } from '../../state/use-pages.ts';
import { useOfferedExports, useShownQuestion } from '../../state/use-shown.ts';
import { Contents } from './contents.tsx';
import { type SourceShown, sharedCounts } from './counts.ts';
import { exportsOfSource } from './exports.ts';
import { Particulars, Weight } from './source-card.tsx';
import { words } from './words.ts';

/** So many sources are asked for at once: with one of them, how it stands among the others. */
const MOST = 100;

/** One source: its particulars, how to cite it, what it states by paragraph, and what rests on it alone. */
export function OneSource({ id }: { readonly id: string }) {
  const lang = language.value;
  const say = words[lang];
  const answer = useAnswer(operations.Sources, { ids: [id], first: MOST });
  useShownQuestion(operations.SourceParagraphs, { source: id });
  useOfferedExports(exportsOfSource(id, lang), `${id} ${lang}`);
  return (
    <>
      <p>
        <button
          type="button"
          class="quiet"
          onClick={() => go({ source: undefined, paragraph: undefined })}
        >
          ← {say.all}
        </button>
      </p>
      <Answer of={answer}>
        {({ sources, shared }) => {
          const [source] = sources.nodes;
          if (source === undefined) return <p class="state empty">{say.unknown}</p>;
          return <Whole source={source} states={sharedCounts(shared.rows)(source.id, source.id)} />;
        }}
      </Answer>
    </>
  );
}

interface WholeProps {
  readonly source: SourceShown;
  readonly states: number;
}

function Whole({ source, states }: WholeProps) {
  const say = words[language.value];
  return (
    <article class="one-source">
      <header>
        <h2>{source.name}</h2>
        {source.description !== null && <p class="lead">{source.description}</p>}
        <Weight source={source} states={states} />
        <button type="button" onClick={() => go({ selected: source.id })}>
          {say.card}
        </button>
      </header>
      <section class="boxed">
        <h3>{say.particulars}</h3>
        <Particulars source={source} />
        <details>
          <summary>{say.cite}</summary>
          <div class="references">
            <References title="APA" texts={[source.apa]} />
            <References title="BibTeX" texts={[source.bibtex]} />
          </div>
        </details>
      </section>
      <Contents source={source.id} />
      <Alone source={source.id} />
    </article>
  );
}

/** What rests on a source alone: statements, and entities of which no other speaks. */
function Alone({ source }: { readonly source: string }) {
  const lang = language.value;
  const say = words[lang];
  const pages = usePages(operations.RestsOnSourceAlone, { source }, ({ entity }) =>
    entity !== null && 'alone' in entity ? entity.alone.statements : undefined,
  );
  return (
    <section class="alone">
      <h3>{say.aloneTitle}</h3>
      <p class="muted">{say.aloneNote}</p>
      <Unfold title={say.entitiesAlone}>{() => <EntitiesAlone source={source} />}</Unfold>
      <Answer of={pages.of} isEmpty={() => pages.total === 0} empty={say.aloneNone}>
        {() => (
          <>
            <ul class="plain source-lines">
              {pages.items.map((statement) => (
                <li key={statement.id}>
                  <StatementLine statement={statement} language={lang} />
                </li>
              ))}
            </ul>
            <Truncated
              shown={pages.items.length}
              of={pages.total}
              more={pages.more}
              busy={pages.busy}
              what={say.states}
            />
          </>
        )}
      </Answer>
    </section>
  );
}

function EntitiesAlone({ source }: { readonly source: string }) {
  const say = words[language.value];
  const pages = usePages(operations.EntitiesOnSourceAlone, { source, first: 50 }, ({ entity }) =>
    entity !== null && 'alone' in entity ? entity.alone.entities : undefined,
  );
  return (
    <Answer of={pages.of} isEmpty={() => pages.total === 0} empty={say.aloneNone}>
      {() => (
        <>
          <ul class="plain entity-flow">
            {pages.items.map((entity) => (
              <li key={entity.id}>
                <EntityName entity={entity} />
              </li>
            ))}
          </ul>
          <Truncated
            shown={pages.items.length}
            of={pages.total}
            more={pages.more}
            busy={pages.busy}
            what={say.entitiesAlone}
          />
        </>
      )}
    </Answer>
  );
}
