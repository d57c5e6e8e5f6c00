import { EntityName, type NamedEntity } from '../../../pieces/entity-name.tsx';
import { formatDate, formatNumber } from '../../../pieces/language.ts';
import { isBrowsers } from '../../parts/entity-link.tsx';
import { addressOf, go, language, view } from '../../state/explorer.ts';
import type { SourceShown } from './counts.ts';
import { words } from './words.ts';

interface SourceCardProps {
  readonly source: SourceShown;
  /** How many statements it makes. */
  readonly states: number;
}

/** A source among others: what it is, and how much rests on it. */
export function SourceCard({ source, states }: SourceCardProps) {
  const say = words[language.value];
  return (
    <article class="source-card">
      <h2>
        <SourceTitle source={source} />
      </h2>
      {source.description !== null && <p>{source.description}</p>}
      <Weight source={source} states={states} />
      <Particulars source={source} />
      <div class="row">
        <button type="button" class="primary" onClick={() => go({ source: source.id })}>
          {say.read}
          <span class="hidden">: {source.name}</span>
        </button>
        <button type="button" onClick={() => go({ selected: source.id })}>
          {say.card}
          <span class="hidden">: {source.name}</span>
        </button>
      </div>
    </article>
  );
}

function SourceTitle({ source }: { readonly source: SourceShown }) {
  const address = addressOf({ ...view.value, source: source.id, paragraph: undefined });
  return (
    <a
      href={address}
      onClick={(event) => {
        if (isBrowsers(event)) return;
        event.preventDefault();
        go({ source: source.id, paragraph: undefined });
      }}
    >
      {source.name}
    </a>
  );
}

/** How much a source states, and how much of that rests on it alone, as a bar and in words. */
export function Weight({ source, states }: SourceCardProps) {
  const lang = language.value;
  const say = words[lang];
  const alone = source.alone.statements.totalCount;
  return (
    <div class="weight">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" class="weight-all" />
        <rect width={states === 0 ? 0 : (100 * alone) / states} height="4" class="weight-alone" />
      </svg>
      <p>
        <b>{formatNumber(states, lang)}</b> {say.states} · <b>{formatNumber(alone, lang)}</b>{' '}
        {say.alone} · <b>{formatNumber(source.alone.entities.totalCount, lang)}</b>{' '}
        {say.entitiesAlone}
      </p>
    </div>
  );
}

/** What is known of a source, and what it does not print. */
export function Particulars({ source }: { readonly source: SourceShown }) {
  const lang = language.value;
  const say = words[lang];
  const { author, publisher, republishedFrom, publishedOn, pageDate, url, paragraphs } = source;
  const none = <span class="muted">{say.notPrinted}</span>;
  const date = (given: string | null) => (given === null ? none : formatDate(given, lang));
  const addresses = url.nodes.flatMap(({ value }) => ('url' in value ? [value.url] : []));
  return (
    <>
      {source.title === null && <p class="muted small">{say.untitled}</p>}
      <dl class="particulars">
        <Particular name={say.author}>
          <Names of={author.nodes} none={none} />
        </Particular>
        <Particular name={say.publisher}>
          <Names of={publisher.nodes} none={none} />
        </Particular>
        {republishedFrom.nodes.length > 0 && (
          <Particular name={say.republished}>
            <Names of={republishedFrom.nodes} none={none} />
          </Particular>
        )}
        <Particular name={say.published}>{date(publishedOn)}</Particular>
        {pageDate !== null && <Particular name={say.pageDate}>{date(pageDate)}</Particular>}
        <Particular name={say.address}>
          {addresses.length === 0 && <span class="muted">{say.noAddress}</span>}
          {addresses.map((address) => (
            <a key={address} class="away" href={address} target="_blank" rel="noreferrer">
              {address.replace(/^https?:\/\//, '')}
            </a>
          ))}
        </Particular>
        {source.language !== null && (
          <Particular name={say.language}>{source.language === 'VI' ? say.vi : say.en}</Particular>
        )}
        {paragraphs !== null && (
          <Particular name={say.paragraphs}>{formatNumber(paragraphs, lang)}</Particular>
        )}
        {source.file !== null && (
          <Particular name={say.file}>
            <code>{source.file}</code>
          </Particular>
        )}
      </dl>
    </>
  );
}

function Particular({
  name,
  children,
}: {
  readonly name: string;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Names({
  of,
  none,
}: {
  readonly of: readonly NamedEntity[];
  readonly none: preact.JSX.Element;
}) {
  if (of.length === 0) return none;
  return (
    <>
      {of.map((entity, index) => (
        <span key={entity.id}>
          {index > 0 && '; '}
          <EntityName entity={entity} />
        </span>
      ))}
    </>
  );
}
