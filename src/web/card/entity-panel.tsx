import { useEffect } from 'preact/hooks';
import { operations } from '../../client/index.ts';
import { cardOf, type EntityCard } from '../../pieces/card/answer.ts';
import { CardHead } from '../../pieces/card/head.tsx';
import { EntityName } from '../../pieces/entity-name.tsx';
import { formatCount, formatDate } from '../../pieces/language.ts';
import { Rivals } from '../../pieces/rivals.tsx';
import { Answer } from '../parts/answer.tsx';
import { adjust, go, language, view } from '../state/explorer.ts';
import { useAnswer } from '../state/use-answer.ts';
import { Actions } from './actions.tsx';
import { Cite } from './cite.tsx';
import { Count } from './count.tsx';
import { FiguresOf } from './figures-of.tsx';
import { GroupSection } from './group-section.tsx';
import { RelatedTo } from './related-to.tsx';
import { TimelineOf } from './timeline-of.tsx';
import { Unfold } from './unfold.tsx';
import { words } from './words.ts';

/** How many statements of each direction the card has at once; the rest is asked for group by group. */
const FIRST = 40;

/** The card of an entity. */
export function EntityPanel({ id }: { readonly id: string }) {
  const { asOf } = view.value;
  const say = words[language.value];
  const outline = useAnswer(operations.EntityOutline, {
    id,
    first: FIRST,
    ...(asOf !== undefined && { asOf }),
  });
  const ontology = useAnswer(operations.Ontology, {});
  return (
    <Answer of={outline} loading={say.loading}>
      {(answer) => (
        <Answer of={ontology} loading={say.loading}>
          {(labels) => {
            const card = cardOf(answer, labels, FIRST);
            return card === undefined ? <Unknown id={id} /> : <Found asked={id} card={card} />;
          }}
        </Answer>
      )}
    </Answer>
  );
}

/** That there is no such entity, and how to look for what may be meant. */
function Unknown({ id }: { readonly id: string }) {
  const say = words[language.value];
  const typed = id.replace(/^[^:]*:/, '').replaceAll(/[-_]+/g, ' ');
  return (
    <div class="state empty">
      <h2>{say.unknown}</h2>
      <p>
        <code>{id}</code>
      </p>
      {typed.trim() !== '' && (
        <button type="button" onClick={() => go({ find: typed, selected: undefined })}>
          {say.search}: “{typed}”
        </button>
      )}
    </div>
  );
}

function Found({ asked, card }: { readonly asked: string; readonly card: EntityCard }) {
  const { entity, kindLabel, groups, disagreements, sources, total } = card;
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  // A former id opens the present one, and the address says so from then on.
  useEffect(() => {
    if (entity.id !== asked) adjust({ selected: entity.id });
  }, [entity.id, asked]);
  const said = groups.filter(({ end }) => end === 'value');
  const named = groups.filter(({ end }) => end === 'subject');
  const isMeasured =
    entity.kind === 'metric' || named.some(({ property }) => property === 'measures');
  return (
    <>
      <CardHead of={entity} kindLabel={kindLabel} language={lang} />
      {asOf !== undefined && (
        <p class="card-date">
          {say.asOf} {formatDate(asOf, lang)}
        </p>
      )}
      <Actions entity={entity} />
      {disagreements.totalCount > 0 && (
        <section class="card-disputes">
          <h3>
            {say.disagreements} <Count of={disagreements.totalCount} />
          </h3>
          {disagreements.nodes.map((one) => (
            <Rivals key={one.id} of={one} language={lang} />
          ))}
          {disagreements.nodes.length < disagreements.totalCount && (
            <button type="button" onClick={() => go({ view: 'disagreements' })}>
              {say.allDisagreements}
            </button>
          )}
        </section>
      )}
      {total === 0 && <p class="muted">{say.nothing}</p>}
      <Groups title={say.said} id={entity.id} groups={said} />
      <Groups title={say.named} id={entity.id} groups={named} />
      <div class="unfolds">
        <Unfold title={say.timeline}>{() => <TimelineOf id={entity.id} />}</Unfold>
        {isMeasured && (
          <Unfold title={say.figures}>
            {() => <FiguresOf id={entity.id} isMetric={entity.kind === 'metric'} />}
          </Unfold>
        )}
        <Unfold title={say.related}>{() => <RelatedTo id={entity.id} />}</Unfold>
        {sources.length > 0 && (
          <Unfold
            title={
              <>
                {say.sources} <Count of={sources.length} />
              </>
            }
          >
            {() => (
              <ul class="card-lines">
                {sources.map(({ key, label, count }) => (
                  <li key={key}>
                    <EntityName entity={{ id: key, name: label, kind: 'source' }} />
                    <span class="muted small"> {formatCount(count, say.statements, lang)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Unfold>
        )}
        <Unfold title={say.cite}>
          {() => <Cite ids={entity.kind === 'source' ? [entity.id] : sources.map((s) => s.key)} />}
        </Unfold>
      </div>
    </>
  );
}

interface GroupsProps {
  readonly title: string;
  readonly id: string;
  readonly groups: EntityCard['groups'];
}

function Groups({ title, id, groups }: GroupsProps) {
  if (groups.length === 0) return null;
  const sum = groups.reduce((total, { count }) => total + count, 0);
  return (
    <section class="card-groups">
      <h3>
        {title} <Count of={sum} />
      </h3>
      {groups.map((group) => (
        <GroupSection key={group.key} id={id} group={group} />
      ))}
    </section>
  );
}
