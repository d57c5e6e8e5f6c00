import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDate, type Words } from '../../pieces/language.ts';
import { adjust, go, language, view } from '../state/explorer.ts';
import { fetchAhead } from './ahead.ts';
import { tellChange } from './changes.ts';
import { DateField } from './date-field.tsx';
import { BEFORE_ALL, type Grain, grains, stepAt } from './steps.ts';
import './time.css';
import { Track } from './track.tsx';
import { fetchStandingAhead, useChanges } from './use-changes.ts';
import { type Speed, speeds, usePlaying } from './use-playing.ts';
import { useSteps } from './use-steps.ts';

const words: Words<
  | 'play'
  | 'pause'
  | 'all'
  | 'showAll'
  | 'speed'
  | 'grain'
  | 'same'
  | 'before'
  | 'failed'
  | 'retry'
  | 'loading'
  | 'hint'
  | Speed
  | Grain
> = {
  vi: {
    play: 'Chạy theo thời gian',
    pause: 'Tạm dừng',
    all: 'Mọi thời điểm',
    showAll: 'Xem mọi thời điểm',
    speed: 'Tốc độ',
    grain: 'Bước',
    slow: 'chậm',
    usual: 'vừa',
    fast: 'nhanh',
    year: 'năm',
    month: 'tháng',
    same: 'Không có gì thêm hay bớt so với mốc trước.',
    before: 'Trước mốc đầu tiên trong dữ liệu.',
    failed: 'Không tải được các mốc thời gian.',
    retry: 'Thử lại',
    loading: 'Đang tải các mốc thời gian…',
    hint: 'Kéo thanh trượt hoặc bấm chạy để xem mọi thứ tính đến từng mốc.',
  },
  en: {
    play: 'Play through time',
    pause: 'Pause',
    all: 'All dates',
    showAll: 'Show all dates',
    speed: 'Speed',
    grain: 'Steps',
    slow: 'slow',
    usual: 'usual',
    fast: 'fast',
    year: 'years',
    month: 'months',
    same: 'Nothing was added or ended since the step before.',
    before: 'Before the first date in the data.',
    failed: 'The dates could not be loaded.',
    retry: 'Try again',
    loading: 'Loading the dates…',
    hint: 'Drag the slider, or press play, to see everything as of each date.',
  },
};

/** So many steps ahead are fetched before they are shown. */
const AHEAD = 2;

/** The bar of time within its room. */
export default function TimeBar() {
  return (
    <div class="time-room">
      <Bar />
    </div>
  );
}

/** The date that everything is as of: a slider over the moments at which something changes, a field, and a button to play. */
function Bar() {
  const lang = language.value;
  const say = words[lang];
  const { asOf } = view.value;
  const [grain, setGrain] = useState<Grain>(
    asOf !== undefined && asOf.length > 4 ? 'month' : 'year',
  );
  const [speed, setSpeed] = useState<Speed>('usual');
  const { steps: found, error, refetch } = useSteps(grain);
  const steps = found?.steps ?? [];
  /** The last place is that of no date. */
  const last = steps.length;
  const at = asOf === undefined ? last : stepAt(steps, asOf);
  /** Whether the address already has a step of its own for what is being done. */
  const begun = useRef(false);

  const show = (place: number): void => {
    const date = steps[place];
    if (begun.current) adjust({ asOf: date });
    else go({ asOf: date });
    begun.current = true;
  };
  const { isPlaying, setPlaying } = usePlaying(speed, () => {
    if (at >= last) return false;
    show(at + 1);
    return at + 1 < last;
  });
  const playOrPause = (): void => {
    begun.current = false;
    if (!isPlaying && at >= last) show(0);
    setPlaying(!isPlaying);
  };

  const before = at > 0 ? steps[at - 1] : BEFORE_ALL;
  const changes = useChanges(
    asOf === undefined || at === -1 ? undefined : stepBefore(steps, at, asOf, before),
    asOf,
  );
  useEffect(() => {
    const known = found?.steps ?? [];
    for (let next = at + 1; next <= Math.min(at + AHEAD, known.length); next++) {
      const date = known[next];
      if (date !== undefined) fetchStandingAhead(date);
      // Whoever has not begun to go through time may never do so.
      if (asOf !== undefined) fetchAhead(date);
    }
  }, [at, found, asOf]);

  if (found === undefined) {
    return (
      <div class="time-bar waiting">
        {error === null ? (
          <p role="status">{say.loading}</p>
        ) : (
          <p role="alert">
            {say.failed}{' '}
            <button type="button" class="quiet" onClick={() => void refetch()}>
              {say.retry}
            </button>
          </p>
        )}
        <DateField />
      </div>
    );
  }
  const told = asOf === undefined ? say.all : formatDate(asOf, lang);
  const changesTold = changes?.map((change) => tellChange(change, lang)) ?? [];
  return (
    <div class="time-bar" data-playing={isPlaying}>
      <div class="time-controls">
        <button
          type="button"
          class="time-play"
          aria-label={isPlaying ? say.pause : say.play}
          title={isPlaying ? say.pause : say.play}
          data-keeps-playing
          onClick={playOrPause}
        >
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
            {isPlaying ? (
              <path d="M5 3h3.5v14H5zM11.5 3H15v14h-3.5z" />
            ) : (
              <path d="M5 2.5v15l12-7.5z" />
            )}
          </svg>
        </button>
        <p class="time-now">{told}</p>
        <label class="time-choice">
          <span>{say.grain}</span>
          <select
            value={grain}
            onChange={({ currentTarget }) =>
              setGrain(grains.find((one) => one === currentTarget.value) ?? 'year')
            }
          >
            {grains.map((one) => (
              <option key={one} value={one}>
                {say[one]}
              </option>
            ))}
          </select>
        </label>
        <label class="time-choice" data-keeps-playing>
          <span>{say.speed}</span>
          <select
            value={speed}
            onChange={({ currentTarget }) => setSpeed(currentTarget.value as Speed)}
          >
            {(Object.keys(speeds) as Speed[]).map((one) => (
              <option key={one} value={one}>
                {say[one]}
              </option>
            ))}
          </select>
        </label>
        <DateField />
        <button
          type="button"
          class="time-all"
          disabled={asOf === undefined}
          aria-label={say.showAll}
          title={say.showAll}
          onClick={() => go({ asOf: undefined })}
        >
          <span class="time-all-words">{say.showAll}</span>
          <span class="time-all-mark" aria-hidden="true">
            ✕
          </span>
        </button>
      </div>
      <Track
        {...found}
        at={at}
        told={told}
        begin={() => {
          begun.current = false;
        }}
        show={show}
      />
      <p
        class="time-changes"
        aria-live="polite"
        data-dated={asOf !== undefined}
        // Where it scrolls it is reached by keyboard so.
        tabIndex={asOf === undefined ? undefined : 0}
      >
        {asOf === undefined
          ? say.hint
          : at === -1
            ? say.before
            : changes === undefined
              ? ' '
              : changes.length === 0
                ? say.same
                : changesTold.map((text, index) => (
                    <span
                      key={text}
                      class={
                        changes[index]!.kind === 'partnership' ? 'time-change main' : 'time-change'
                      }
                    >
                      {text}
                    </span>
                  ))}
      </p>
    </div>
  );
}

/** What a date is compared with: the step before it, which is the one it is at where it lies beyond that. */
const stepBefore = (
  steps: readonly string[],
  at: number,
  date: string,
  before: string | undefined,
): string | undefined => (steps[at] === date ? before : steps[at]);
