import { copy } from '../shell/copy.ts';
import { addressOf, go, language, view } from '../state/explorer.ts';
import { defaultView } from '../state/view-state.ts';
import { words } from './words.ts';

/** The most entities that can be asked what they have in common. */
const MOST_IN_COMMON = 10;

/** What can be done with an entity from its card. */
export function Actions({ entity: { id } }: { readonly entity: { readonly id: string } }) {
  const { between, asOf, lang } = view.value;
  const say = words[language.value];
  const others = between.filter((other) => other !== id);
  const page = `/entity/${encodeURI(id)}?${new URLSearchParams({ lang, ...(asOf && { asOf }) })}`;
  return (
    <fieldset class="card-actions" aria-label={say.actions}>
      <button type="button" onClick={() => go({ view: 'graph', around: [id] })}>
        {say.around}
      </button>
      <button
        type="button"
        onClick={() => go({ view: 'path', between: [id, ...others.slice(-1)] })}
      >
        {say.path}
      </button>
      <button
        type="button"
        onClick={() => go({ view: 'compare', dates: [], between: [...others.slice(-1), id] })}
      >
        {say.compare}
      </button>
      <button
        type="button"
        onClick={() => go({ view: 'common', between: [...others.slice(1 - MOST_IN_COMMON), id] })}
      >
        {say.common}
      </button>
      <CopyLink id={id} />
      <a class="button" href={page}>
        {say.page}
      </a>
    </fieldset>
  );
}

/** Copies an address that opens the explorer with this card. */
export function CopyLink({ id }: { readonly id: string }) {
  const say = words[language.value];
  const { lang, asOf } = view.value;
  return (
    <button
      type="button"
      onClick={() => {
        const address = addressOf({ ...defaultView, lang, asOf, selected: id });
        void copy(new URL(address, location.href).href, say.linkCopied);
      }}
    >
      {say.copyLink}
    </button>
  );
}
