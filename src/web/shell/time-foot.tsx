import { useState } from 'preact/hooks';
import { formatDate, type Words } from '../../pieces/language.ts';
import { language, view } from '../state/explorer.ts';
import { isNarrow } from '../state/narrow.ts';
import { Icon } from './icons.tsx';
import { Late } from './late.tsx';

const words: Words<'time' | 'asOf' | 'all'> = {
  vi: { time: 'Thời điểm', asOf: 'Tính đến', all: 'Mọi thời điểm' },
  en: { time: 'Date', asOf: 'As of', all: 'All dates' },
};

const loadTimeBar = () => import('../time/time-bar.tsx');

/** The place of the time bar, below the view; on phones it is folded, and says the date that all is as of. */
export function TimeFoot() {
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  const [isUnfolded, unfold] = useState(false);
  // Once unfolded it stays, so that what plays goes on playing when it is folded to see more of it.
  const [wasUnfolded, keep] = useState(false);
  const isShown = !isNarrow.value || isUnfolded;
  return (
    <section class="time" aria-label={say.time}>
      {isNarrow.value && (
        <button
          type="button"
          class="fold"
          aria-expanded={isUnfolded}
          onClick={() => {
            unfold(!isUnfolded);
            keep(true);
          }}
        >
          <Icon name="timeline" />
          {asOf === undefined ? say.all : `${say.asOf} ${formatDate(asOf, lang)}`}
          <Icon name={isUnfolded ? 'down' : 'up'} />
        </button>
      )}
      {(isShown || wasUnfolded) && (
        <div hidden={!isShown}>
          <Late load={loadTimeBar} isQuiet />
        </div>
      )}
    </section>
  );
}
