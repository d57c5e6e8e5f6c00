import { useState } from 'preact/hooks';
import { formatDate, formatNumber } from '../pieces/language.ts';
import { LinksContext } from '../pieces/links.tsx';
import type { SourceReference } from '../pieces/piece.ts';
import type { PieceName, Settings } from '../pieces/settings.ts';
import { kindOf } from './find-name.ts';
import { followLink, linksOf } from './links.ts';
import { shapes } from './shapes.ts';
import type { State, Trouble } from './state.ts';
import { pieceLabels, shownOf, words } from './words.ts';

export interface FigureProps {
  readonly name: PieceName;
  readonly settings: Settings;
  readonly state: State;
  readonly selected: string | undefined;
  readonly server: string;
  /** Whether it shows what is selected in another element. */
  readonly follows: boolean;
  /** The address of the explorer at the same view. */
  readonly explorer: string;
  /** Is given the part that the piece is drawn in, to measure it. */
  readonly body: (element: Element | null) => void;
  readonly choose: (id: string) => void;
  /** The same for a link to an entity; answers whether the page stays. */
  readonly follow: (id: string) => boolean;
  readonly retry: () => void;
}

/** A card begins with the name of its entity, and so does the chart of a single metric: once is enough for who sees it. */
function isSelfTitled({ name, state }: FigureProps): boolean {
  if (state.phase !== 'shown' || state.loaded.piece.isEmpty(state.answer)) return false;
  const [first, ...others] = state.settings.entity;
  const isOne = first !== undefined && others.length === 0;
  return isOne && (name === 'card' || (name === 'metric' && kindOf(first) === 'metric'));
}

type Shown = Extract<State, { phase: 'shown' }>;

/** What is inside an element: the piece or why there is none, with its title above and its sources below. */
export function Figure(props: FigureProps) {
  const { name, settings, state, explorer, body } = props;
  const { lang, theme, asOf } = settings;
  const say = words[lang];
  const shown = state.phase === 'shown' ? state : undefined;
  const title = shown?.loaded.piece.title(shown.answer, shown.settings) || pieceLabels[lang][name];
  return (
    <figure
      class={`embed embed-of-${name} ${shapes[name]} ${theme} ${isSelfTitled(props) ? 'embed-self-titled' : ''}`}
      part="frame"
      lang={lang}
      aria-labelledby="title"
      aria-busy={state.phase === 'loading' || shown?.renewing === true}
    >
      <figcaption part="title">
        <span id="title">{title}</span>
        {asOf !== undefined && (
          <span class="embed-as-of">
            {say.asOf} {formatDate(asOf, lang)}
          </span>
        )}
        {shown?.renewing && <span class="embed-progress" aria-hidden="true" />}
      </figcaption>
      {shown?.trouble && <Stale {...props} trouble={shown.trouble} />}
      <div class="embed-body" part="body" ref={body}>
        <div class="embed-inside" onClickCapture={(event) => followLink(event, props)}>
          <Inside {...props} />
        </div>
      </div>
      {shown && <Cut {...props} state={shown} />}
      <div class="embed-foot" part="sources">
        {shown && <Sources {...props} of={shown.loaded.piece.sources(shown.answer)} />}
        <a
          class="embed-brand"
          part="link"
          href={explorer}
          target="_blank"
          rel="noopener"
          title={say.explorer}
        >
          Cây Tre
        </a>
      </div>
      <div class="embed-unseen" role="status">
        {state.phase === 'loading' && say.loading}
        {shown && (shown.renewing ? say.loadingNew : say.loaded)}
      </div>
    </figure>
  );
}

function Inside(props: FigureProps) {
  const { state, settings, selected, choose, follows } = props;
  const say = words[settings.lang];
  switch (state.phase) {
    case 'loading':
      return (
        <div class="embed-state" part="state">
          <span class="embed-skeleton" aria-hidden="true" />
          <p aria-hidden="true">{say.loading}</p>
        </div>
      );
    case 'wrong':
      return (
        <div class="embed-state" part="state" role="alert">
          <p class="embed-headline">{say.problem}</p>
          {state.problems.map(({ setting, value, takes, takesVi }) => (
            <p key={setting}>
              <code>{`${setting}="${value}"`}</code> {say.problemHint}{' '}
              {settings.lang === 'vi' ? takesVi : takes}.
            </p>
          ))}
        </div>
      );
    case 'failed':
      return (
        <div class="embed-state" part="state" role="alert">
          <p class="embed-headline">{say.failed}</p>
          <p>{state.trouble.message}</p>
          <p>{state.trouble.mend}</p>
          <Retry {...props} />
        </div>
      );
    case 'shown': {
      const { loaded, answer } = state;
      if (loaded.piece.isEmpty(answer)) {
        const waits = follows && state.settings.entity.length === 0;
        return (
          <div class="embed-state" part="state">
            <p class="embed-headline">{say.empty}</p>
            {state.unknown.length > 0 ? (
              <p>
                {say.unknown} <code>{state.unknown.join(', ')}</code>
              </p>
            ) : (
              <p>{waits ? say.choose : say.emptyHint}</p>
            )}
          </div>
        );
      }
      // Settings that have no answer yet must not be drawn with the answer to others, but for size and theme.
      const { width, height, theme } = settings;
      const drawn = { ...state.settings, width, height, theme };
      const body = (
        <loaded.Body
          answer={answer}
          settings={drawn}
          selected={selected}
          select={choose}
          ask={state.ask}
        />
      );
      return <LinksContext.Provider value={linksOf(props)}>{body}</LinksContext.Provider>;
    }
  }
}

function Retry({ settings, retry }: FigureProps) {
  return (
    <button class="embed-button" type="button" part="button" onClick={retry}>
      {words[settings.lang].retry}
    </button>
  );
}

/** That what is shown is the answer before, since there is none to the newer question. */
function Stale(props: FigureProps & { readonly trouble: Trouble }) {
  const { settings, trouble } = props;
  return (
    <div class="embed-note embed-warn" part="state" role="alert">
      <p>
        {words[settings.lang].stale} {trouble.message} {trouble.mend}
      </p>
      <Retry {...props} />
    </div>
  );
}

/** How much of what is there is shown, and where the rest is. */
function Cut({ settings, state, explorer }: FigureProps & { readonly state: Shown }) {
  const { lang } = settings;
  const cut = state.loaded.piece.cut?.(state.answer);
  if (cut === undefined) return null;
  return (
    <p class="embed-note" part="cut">
      {shownOf[lang](formatNumber(cut.shown, lang), formatNumber(cut.of, lang))}{' '}
      <a href={explorer} target="_blank" rel="noopener">
        {words[lang].seeAll}
      </a>
    </p>
  );
}

/** How many sources are named before somebody asks for the others. */
const FEW = 3;

function Sources({
  of,
  settings,
  server,
}: FigureProps & { readonly of: readonly SourceReference[] }) {
  const { lang } = settings;
  const say = words[lang];
  const [all, setAll] = useState(false);
  if (of.length === 0) return null;
  const named = all ? of : of.slice(0, FEW);
  return (
    <p class={all ? 'embed-sources embed-all' : 'embed-sources'}>
      <span class="embed-label">{say.sources}:</span>{' '}
      {named.map(({ id, name }) => (
        <a
          key={id}
          class={all ? '' : 'embed-short'}
          href={new URL(`entity/${id}?lang=${lang}`, server).href}
          target="_blank"
          rel="noopener"
          title={name}
        >
          {name}
        </a>
      ))}
      {named.length < of.length && (
        <button
          class="embed-button"
          type="button"
          part="button"
          aria-label={`${say.more}: ${of.length - named.length}`}
          onClick={() => setAll(true)}
        >
          +{of.length - named.length}
        </button>
      )}
    </p>
  );
}
