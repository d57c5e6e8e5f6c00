import { useState } from 'preact/hooks';
import type { Words } from '../../../pieces/language.ts';
import { EntityPicker } from '../../parts/entity-picker.tsx';
import { KindChoice } from '../../parts/kind-choice.tsx';
import { go, language, view } from '../../state/explorer.ts';
import { useKinds } from '../../state/use-kinds.ts';

const words: Words<
  | 'from'
  | 'to'
  | 'swap'
  | 'options'
  | 'measure'
  | 'hops'
  | 'weight'
  | 'weightWhat'
  | 'hubs'
  | 'hubsWhat'
  | 'steps'
  | 'ways'
  | 'avoid'
  | 'avoidWhat'
> = {
  vi: {
    from: 'Từ',
    to: 'Đến',
    swap: 'Đổi hai đầu',
    options: 'Cách tìm',
    measure: 'Thế nào là ngắn',
    hops: 'Ít bước',
    weight: 'Qua những nút ít liên kết',
    weightWhat: 'Đường qua nút ít liên kết thường nói lên nhiều hơn.',
    hubs: 'Không đi qua đầu mối',
    hubsWhat: 'Đầu mối là thực thể mà hầu như mọi thứ đều nối đến, như Việt Nam.',
    steps: 'Số bước tối đa',
    ways: 'Số đường tối đa',
    avoid: 'Không đi qua các loại',
    avoidWhat: 'không đi qua',
  },
  en: {
    from: 'From',
    to: 'To',
    swap: 'Swap the ends',
    options: 'How to search',
    measure: 'What makes a path short',
    hops: 'Few steps',
    weight: 'Through little connected nodes',
    weightWhat: 'A path through what is little connected tends to tell more.',
    hubs: 'Not through hubs',
    hubsWhat: 'A hub is joined to nearly everything, as Viet Nam is.',
    steps: 'Steps at most',
    ways: 'Paths at most',
    avoid: 'Not through kinds',
    avoidWhat: 'not through',
  },
};

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, at) => at + 1);

/** The two ends, and how to seek: all of it lies in the address. */
export function AskForm() {
  const say = words[language.value];
  const { between, by, steps, ways, hubs, avoid } = view.value;
  const [from = '', to = ''] = between;
  const kinds = useKinds();
  const isUsual =
    by === 'hops' && steps === 6 && ways === 3 && hubs === 'through' && avoid.length === 0;
  // It opens for what is not as usual, and then stays as people leave it.
  const [isOpen, setOpen] = useState(!isUsual);
  // An end that is not chosen is an empty text, so that the other keeps its place.
  const choose = (ends: readonly string[]) =>
    go({ between: ends.every((end) => end === '') ? [] : ends });
  return (
    <form class="ask" onSubmit={(event) => event.preventDefault()}>
      <div class="ends">
        <EntityPicker
          label={say.from}
          value={from || undefined}
          choose={(id) => choose([id ?? '', to])}
        />
        <button
          type="button"
          class="swap"
          title={say.swap}
          disabled={from === '' && to === ''}
          onClick={() => choose([to, from])}
        >
          <span aria-hidden="true">⇄</span>
          <span class="hidden">{say.swap}</span>
        </button>
        <EntityPicker
          label={say.to}
          value={to || undefined}
          choose={(id) => choose([from, id ?? ''])}
        />
      </div>
      <details
        class="options"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{say.options}</summary>
        <div class="choices">
          <fieldset>
            <legend>{say.measure}</legend>
            {(['hops', 'weight'] as const).map((measure) => (
              <label key={measure}>
                <input
                  type="radio"
                  name="by"
                  checked={by === measure}
                  onChange={() => go({ by: measure })}
                />{' '}
                {say[measure]}
              </label>
            ))}
            <p class="muted">{say.weightWhat}</p>
          </fieldset>
          <div>
            <label>
              <input
                type="checkbox"
                checked={hubs === 'around'}
                onChange={(event) =>
                  go({ hubs: event.currentTarget.checked ? 'around' : 'through' })
                }
              />{' '}
              {say.hubs}
            </label>
            <p class="muted">{say.hubsWhat}</p>
          </div>
          <div class="numbers">
            <label>
              {say.steps}{' '}
              <select
                value={steps}
                onChange={(event) => go({ steps: Number(event.currentTarget.value) })}
              >
                {upTo(12).map((number) => (
                  <option key={number}>{number}</option>
                ))}
              </select>
            </label>
            <label>
              {say.ways}{' '}
              <select
                value={ways}
                onChange={(event) => go({ ways: Number(event.currentTarget.value) })}
              >
                {upTo(10).map((number) => (
                  <option key={number}>{number}</option>
                ))}
              </select>
            </label>
          </div>
        </div>
        <KindChoice
          legend={say.avoid}
          kinds={[...kinds].map(([key, { label }]) => ({ key, label }))}
          chosen={avoid}
          choose={(kinds) => go({ avoid: kinds })}
        />
      </details>
    </form>
  );
}
