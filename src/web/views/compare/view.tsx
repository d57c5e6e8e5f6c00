import { operations } from '../../../client/index.ts';
import type { Words } from '../../../pieces/language.ts';
import { go, language, view } from '../../state/explorer.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { WalkPage } from '../walk-page.tsx';
import { TwoDates } from './two-dates.tsx';
import { TwoEntities } from './two-entities.tsx';
import './compare.css';

const words: Words<'heading' | 'what' | 'entities' | 'dates' | 'mode'> = {
  vi: {
    heading: 'So sánh',
    what: 'Đặt hai hội nghị, hai thực thể cùng loại hoặc hai mốc thời gian cạnh nhau.',
    entities: 'Hai thực thể',
    dates: 'Hai mốc thời gian',
    mode: 'So sánh gì',
  },
  en: {
    heading: 'Compare',
    what: 'Set two conferences, two entities of one kind, or two dates side by side.',
    entities: 'Two entities',
    dates: 'Two dates',
    mode: 'What to compare',
  },
};

export default function View() {
  const say = words[language.value];
  const { dates } = view.value;
  const isDates = dates.length > 0;
  const conferences = useAnswer(operations.EntityRows, {
    filter: { kinds: ['conference'] },
    order: 'LATEST',
    first: 20,
  });
  const offered = conferences.data?.entities.nodes ?? [];
  /** From the conferences, which are what people compare most; an empty field where the graph has none. */
  const suggested = offered
    .flatMap(({ begins, ends }) => begins ?? ends ?? [])
    .slice(0, 2)
    .toReversed();
  return (
    <WalkPage class="compare-view" heading={say.heading} what={say.what}>
      <fieldset class="modes">
        <legend class="hidden">{say.mode}</legend>
        <label class={isDates ? undefined : 'chosen'}>
          <input type="radio" name="mode" checked={!isDates} onChange={() => go({ dates: [] })} />
          {say.entities}
        </label>
        <label class={isDates ? 'chosen' : undefined}>
          <input
            type="radio"
            name="mode"
            checked={isDates}
            onChange={() => go({ dates: suggested.length === 2 ? suggested : lastYears() })}
          />
          {say.dates}
        </label>
      </fieldset>
      {isDates ? <TwoDates suggested={suggested} /> : <TwoEntities offered={offered} />}
    </WalkPage>
  );
}

/** Where the graph suggests none: this year and the one before. */
function lastYears(): readonly string[] {
  const year = new Date().getFullYear();
  return [String(year - 1), String(year)];
}
