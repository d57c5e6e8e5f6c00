import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import { yearMarks } from './steps.ts';
import type { Steps } from './use-steps.ts';

const words: Words<'label' | 'all'> = {
  vi: { label: 'Thời điểm: mọi thứ tính đến mốc này', all: 'tất cả' },
  en: { label: 'Date: everything is as of it', all: 'all' },
};

interface TrackProps extends Steps {
  /** The place of the date among the steps: -1 before them, their number where there is no date. */
  readonly at: number;
  readonly told: string;
  /** Called when somebody takes hold of it. */
  readonly begin: () => void;
  readonly show: (place: number) => void;
}

/** The slider, with how much changes at each step above it and the years below. */
export function Track({ steps, counts, at, told, begin, show }: TrackProps) {
  const say = words[language.value];
  const last = steps.length;
  const most = Math.max(1, ...counts);
  const share = (place: number): string => `${((100 * place) / Math.max(1, last)).toFixed(2)}%`;
  const marks = yearMarks(steps);
  /** Years stand only where there is room for them, some 3 rem each. */
  const isNamed = thinOut(
    marks.map(({ at }) => at),
    last,
  );
  return (
    <div class="time-track">
      <div class="time-amounts" aria-hidden="true">
        {counts.map((count, place) => (
          <span
            key={steps[place]}
            data-in={place <= at}
            style={{
              left: share(place),
              height: `${(15 + 85 * Math.sqrt(count / most)).toFixed(0)}%`,
            }}
          />
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={Math.max(0, at)}
        aria-label={say.label}
        aria-valuetext={told}
        onPointerDown={begin}
        onFocus={begin}
        onInput={({ currentTarget }) => show(Number(currentTarget.value))}
      />
      <div class="time-years" aria-hidden="true">
        {marks.map(({ at: place, year }, index) => (
          <span key={year} style={{ left: share(place) }} data-named={isNamed[index]}>
            {year}
          </span>
        ))}
        <span style={{ left: '100%' }} data-named="true">
          {say.all}
        </span>
      </div>
    </div>
  );
}

/** Which of some places are named so that none stands too close to the one before, or to the end. */
function thinOut(places: readonly number[], last: number): readonly boolean[] {
  const apart = last / 12;
  let free = 0;
  return places.map((place) => {
    if (place < free || last - place < last / 9) return false;
    free = place + apart;
    return true;
  });
}
